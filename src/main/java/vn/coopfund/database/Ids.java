package vn.coopfund.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ids out of sequences that step by fifty: one question draws fifty. Two nodes draw different ones, so that ids of one
 * node rise and those of two are mixed; what an act that failed had drawn is lost, as with any sequence.
 */
@Component
public class Ids {

    private static final int STEP = 50;

    private final JdbcClient jdbc;
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    Ids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Drawn {
        private long next;
        private long end;
    }

    /**
     * The next one. Inside a transaction only: it has its connection, and who draws keeps the others waiting.
     *
     * @param sequence with its schema
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String sequence) {
        Drawn own = drawn.computeIfAbsent(sequence, name -> new Drawn());
        synchronized (own) {
            if (own.next == own.end) {
                own.next = jdbc.sql("select nextval(?::regclass)").param(sequence).query(Long.class).single();
                own.end = own.next + STEP;
            }
            return own.next++;
        }
    }
}

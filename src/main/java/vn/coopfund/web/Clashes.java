package vn.coopfund.web;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.stereotype.Component;

/**
 * What the database refused, as a refusal in words: somebody else wrote the same at the same time, or a rule that the
 * act checked was no longer true when it wrote. The message {@code constraint.<name>} in any room says it of one
 * constraint; a clash without one has a general word. What else the database refuses is a fault of the program.
 */
@Component
class Clashes {

    /** Unique, exclusion, serialisation, deadlock, lock not to be had. */
    private static final Set<String> AT_ONCE = Set.of("23505", "23P01", "40001", "40P01", "55P03");
    private static final String CHECK = "23514";

    private final Texts texts;

    Clashes(Texts texts) {
        this.texts = texts;
    }

    Optional<Refusal> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20)
                .filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst().flatMap(this::refusal);
    }

    private Optional<Refusal> refusal(SQLException refused) {
        String words = "constraint." + constraint(refused);
        if (texts.has(words) && (AT_ONCE.contains(refused.getSQLState()) || CHECK.equals(refused.getSQLState()))) {
            return Optional.of(Refusal.conflict(words));
        }
        return AT_ONCE.contains(refused.getSQLState()) ? Optional.of(Refusal.conflict("web.clash")) : Optional.empty();
    }

    private static String constraint(SQLException refused) {
        ServerErrorMessage message = refused instanceof PSQLException told ? told.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}

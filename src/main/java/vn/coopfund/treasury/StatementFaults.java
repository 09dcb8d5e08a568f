package vn.coopfund.treasury;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The rows of statements that are no lines yet, kept as they stood with what is wrong. */
@Component
public class StatementFaults {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Texts texts;

    StatementFaults(JdbcClient jdbc, ObjectMapper json, Texts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
    }

    /** A reason as it is kept. */
    private record Kept(String code, List<String> args) {
    }

    /** The first of them by their rows. */
    public List<StatementFault> of(long statement, int most) {
        return jdbc.sql("select * from treasury.statement_fault where statement_id = ? order by row_number limit ?")
                .params(statement, most).query((row, number) -> new StatementFault(row.getInt("row_number"),
                        List.of((String[]) row.getArray("cells").getArray()), read(row.getString("reasons")))).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(long statement, int row, List<String> cells, List<Refusal.Reason> reasons) {
        jdbc.sql("insert into treasury.statement_fault values (?, ?, ?, ?) on conflict do nothing")
                .params(statement, row, cells.toArray(String[]::new), keep(reasons)).update();
    }

    /** What is wrong in the reader's language. */
    List<String> words(List<Refusal.Reason> reasons) {
        return reasons.stream().map(texts::of).toList();
    }

    private String keep(List<Refusal.Reason> reasons) {
        try {
            return json.writeValueAsString(reasons.stream().map(one -> new Kept(one.code(),
                    java.util.Arrays.stream(one.args()).map(String::valueOf).toList())).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> read(String kept) {
        try {
            List<String> words = new ArrayList<>();
            json.readValue(kept, new TypeReference<List<Kept>>() { })
                    .forEach(one -> words.add(texts.of(one.code(), one.args().toArray())));
            return words;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

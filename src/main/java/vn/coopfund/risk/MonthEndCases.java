package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseSubjects;

/** How the case of a month end is called, and where it is; it is nobody's but the fund's. */
@Component
class MonthEndCases implements CaseSubjects {

    private final JdbcClient jdbc;
    private final Texts texts;

    MonthEndCases(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public boolean concerns(Subject.Type type) {
        return type == Subject.Type.CLASSIFICATION;
    }

    @Override
    public String title(long id) {
        return day(id).map(day -> texts.of("risk.month-end", day)).orElse("");
    }

    @Override
    public Long borrowerOf(long id) {
        return null;
    }

    @Override
    public String path(long id) {
        return day(id).map(day -> "/risk?asOf=" + day).orElse("/risk");
    }

    @Override
    public Collection<Long> signInsOf(long id) {
        return List.of();
    }

    @Override
    public Set<Long> borrowersOf(Actor actor) {
        return Set.of();
    }

    private Optional<LocalDate> day(long id) {
        return jdbc.sql("select as_of from servicing.classification_run where id = ?").param(id).query(LocalDate.class).optional();
    }
}

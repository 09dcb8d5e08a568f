package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.NumberSeries;

/** Reasoned refusalNotices: one numbered paper for each application that was refused, for its borrower too. */
@Component
public class RefusalNotices {

    private final JdbcClient jdbc;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;

    RefusalNotices(JdbcClient jdbc, NumberSeries numbers, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.businessDay = businessDay;
    }

    public record Notice(long applicationId, String number, long refusedBy, LocalDate refusedOn, boolean byCouncil,
            String reason) {
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(long applicationId, boolean byCouncil, String reason) {
        LocalDate today = businessDay.today();
        jdbc.sql("insert into origination.refusal (application_id, number, refused_by, refused_on, by_council, reason) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(applicationId, numbers.nextWritten("TB-QHTX", today.getYear()), Actors.current().id(), today,
                        byCouncil, reason).update();
    }

    /** There is none of a time before refusalNotices were papers. */
    @Transactional(readOnly = true)
    public Optional<Notice> of(long applicationId) {
        return jdbc.sql("select * from origination.refusal where application_id = ?").param(applicationId)
                .query(Notice.class).optional();
    }
}

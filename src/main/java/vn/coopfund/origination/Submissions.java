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

/** The head of lending's submissions: one numbered paper for each appraisal that goes on to the decision. */
@Component
public class Submissions {

    private final JdbcClient jdbc;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;

    Submissions(JdbcClient jdbc, NumberSeries numbers, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.businessDay = businessDay;
    }

    /** @param opinion of the head of lending; may be null */
    public record Submission(long applicationId, long appraisalId, String number, long submittedBy, LocalDate submittedOn,
            String opinion) {
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Appraisals.Appraisal appraisal, String opinion) {
        LocalDate today = businessDay.today();
        jdbc.sql("insert into origination.submission (application_id, appraisal_id, number, submitted_by, submitted_on, "
                        + "opinion) values (?, ?, ?, ?, ?, ?)")
                .params(appraisal.applicationId(), appraisal.id(), numbers.nextWritten("TTr-QHTX", today.getYear()),
                        Actors.current().id(), today, opinion).update();
    }

    @Transactional(readOnly = true)
    public Optional<Submission> of(long appraisalId) {
        return jdbc.sql("select * from origination.submission where appraisal_id = ?").param(appraisalId)
                .query(Submission.class).optional();
    }
}

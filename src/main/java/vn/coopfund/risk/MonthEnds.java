package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.workflow.Processes;

/**
 * The case of a month end: from the close of its last day until its provisions are posted and checked. It begins with the
 * close; what people do with the month moves it on.
 */
@Component
class MonthEnds implements DayCloseStep {

    private static final String PROCESS = "day-close";

    private final Classifications classifications;
    private final Provisions provisions;
    private final Processes processes;
    private final JdbcClient jdbc;

    MonthEnds(Classifications classifications, Provisions provisions, Processes processes, JdbcClient jdbc) {
        this.classifications = classifications;
        this.provisions = provisions;
        this.processes = processes;
        this.jdbc = jdbc;
    }

    private record Open(long id, LocalDate asOf, boolean approved) {
        Subject subject() {
            return Subject.classification(id);
        }
    }

    @Override
    public String name() {
        return "monthEndsFollowed";
    }

    /** After the month's classification was proposed. */
    @Override
    public int order() {
        return 62;
    }

    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return !DayCloseStep.isMonthEnd(day);
    }

    /** Month ends without a case get one; one from before the model stands where its month stands. */
    @Override
    public int run(LocalDate day) {
        if (!DayCloseStep.isMonthEnd(day)) {
            return 0;
        }
        List<Open> open = open();
        List<Subject> without = processes.without(PROCESS, open.stream().map(Open::subject).toList());
        open.stream().filter(one -> without.contains(one.subject())).forEach(one -> {
            processes.start(PROCESS, one.subject(), Map.of("classified", one.approved()));
            if (one.approved() && provisions.find(one.asOf()).isPresent()) {
                processes.tell("Message_ProvisionsProposed", one.subject());
            }
        });
        return without.size();
    }

    /** Those for which provisions are still to be posted: later than the last for which they are. */
    private List<Open> open() {
        return jdbc.sql("""
                select r.id, r.as_of, r.state = 'APPROVED' as approved from servicing.classification_run r
                where r.fund_id = :fund and r.as_of > coalesce((select max(p.as_of) from risk.provision_run p
                    where p.fund_id = :fund and p.state = 'CONFIRMED'), date '-infinity') order by r.as_of""")
                .param("fund", Actors.current().fundId()).query(Open.class).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void tell(String message, LocalDate asOf) {
        classifications.find(asOf).ifPresent(run -> processes.tell(message, Subject.classification(run.id())));
    }

    /** A later month is provided for, so that an earlier one that never was will not be any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void overtake(LocalDate confirmed) {
        List<Subject> earlier = jdbc.sql("""
                select r.id from servicing.classification_run r where r.fund_id = :fund and r.as_of < :asOf
                  and not exists (select 1 from risk.provision_run p where p.fund_id = r.fund_id and p.as_of = r.as_of
                                  and p.state = 'CONFIRMED')""")
                .param("fund", Actors.current().fundId()).param("asOf", confirmed).query(Long.class).list().stream()
                .map(Subject::classification).toList();
        List<Subject> without = processes.without(PROCESS, earlier);
        earlier.stream().filter(month -> !without.contains(month))
                .forEach(month -> processes.end(PROCESS, month, "provided for " + confirmed));
    }
}

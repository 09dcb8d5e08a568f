package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.workflow.Processes;

/**
 * Keeps the five-year clock of debts in memorandum: tells those whose first day to be given up has come. A debt, or a
 * question, from before the model, or whose case ended by a receipt that was taken back, gets its case here.
 */
@Component
class FollowWriteOffs implements DayCloseStep {

    private static final String PROCESS = "risk-handling";

    private final JdbcClient jdbc;
    private final Processes processes;

    FollowWriteOffs(JdbcClient jdbc, Processes processes) {
        this.jdbc = jdbc;
        this.processes = processes;
    }

    private record Followed(long loanId, boolean asked, boolean chargedOff, boolean over) {
        Subject subject() {
            return Subject.loan(loanId);
        }
    }

    @Override
    public String name() {
        return "writeOffsFollowed";
    }

    /** After interest was noted on them. */
    @Override
    public int order() {
        return 77;
    }

    @Override
    public int run(LocalDate day) {
        List<Followed> all = followed(day.plusDays(1));
        List<Subject> without = processes.without(PROCESS, all.stream().map(Followed::subject).toList());
        all.stream().filter(one -> without.contains(one.subject())).forEach(one -> processes.start(PROCESS, one.subject(),
                Map.of("asked", one.asked(), "chargedOff", one.chargedOff())));
        List<Subject> over = all.stream().filter(Followed::over).map(Followed::subject).toList();
        return without.size() + processes.tellAll("Message_FiveYearsOver", over);
    }

    private List<Followed> followed(LocalDate tomorrow) {
        return jdbc.sql("""
                select l.id as loan_id, bool_or(w.state = 'PENDING') as asked, l.state = 'CHARGED_OFF' as charged_off,
                       coalesce(l.charged_off_on + interval '5 years' <= :tomorrow, false) as over
                from risk.write_off w join servicing.loan l on l.id = w.loan_id
                where w.fund_id = :fund and (w.state = 'PENDING' or l.state = 'CHARGED_OFF')
                group by l.id order by l.id""")
                .param("fund", Actors.current().fundId()).param("tomorrow", tomorrow).query(Followed.class).list();
    }
}

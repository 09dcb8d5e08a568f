package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.workflow.Processes;

/** At the close of a day, tells the processes of the loans whose inspection is due by tomorrow; each is told once. */
@Component
class SignalInspectionDue implements DayCloseStep {

    private static final String DUE = "fund_id = :fund and due_on <= :tomorrow and said_on is null";

    private final JdbcClient jdbc;
    private final Processes processes;

    SignalInspectionDue(JdbcClient jdbc, Processes processes) {
        this.jdbc = jdbc;
        this.processes = processes;
    }

    @Override
    public String name() {
        return "inspections";
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(jdbc.sql("select count(*) from risk.inspection_plan where " + DUE)
                .param("fund", Actors.current().fundId()).param("tomorrow", day.plusDays(1)).query(Integer.class).single());
    }

    @Override
    public int run(LocalDate day) {
        List<Subject> due = jdbc.sql("update risk.inspection_plan set said_on = :day where " + DUE + " returning loan_id")
                .param("fund", Actors.current().fundId()).param("day", day).param("tomorrow", day.plusDays(1))
                .query(Long.class).list().stream().map(Subject::loan).toList();
        due.stream().filter(loan -> !processes.runs(FollowLoans.PROCESS, loan))
                .forEach(loan -> processes.start(FollowLoans.PROCESS, loan));
        processes.tellAll("Message_InspectionDue", due);
        return due.size();
    }
}

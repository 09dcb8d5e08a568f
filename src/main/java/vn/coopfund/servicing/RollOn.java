package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.schedule.RunningLoan;

/**
 * At the close of a day, replays the loans on which something happens by itself that day, a due date say: rows are
 * marked due or unpaid, and other lines of interest run from then on.
 */
@Component
class RollOn implements DayCloseStep {

    /** As many loans are in memory at once. */
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final LoanDesk desk;
    private final Positions positions;
    private final Standings standings;

    RollOn(JdbcClient jdbc, LoanDesk desk, Positions positions, Standings standings) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.positions = positions;
        this.standings = standings;
    }

    @Override
    public String name() {
        return "rolledOn";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(concerned(day).size());
    }

    @Override
    public int run(LocalDate day) {
        List<Long> loans = concerned(day);
        for (int from = 0; from < loans.size(); from += CHUNK) {
            replay(loans.subList(from, Math.min(from + CHUNK, loans.size())), day);
        }
        return loans.size();
    }

    private List<Long> concerned(LocalDate day) {
        return jdbc.sql("""
                select s.loan_id from servicing.standing s
                where s.next_event_on <= :day and (select l.fund_id from servicing.loan l
                    where l.id = s.loan_id and l.disbursed_on <= :day) = :fund order by s.loan_id""")
                .param("day", day).param("fund", Actors.current().fundId()).query(Long.class).list();
    }

    private void replay(List<Long> ids, LocalDate day) {
        List<Loan> loans = desk.lockAll(ids);
        Map<Long, RunningLoan> running = positions.of(loans);
        standings.putAll(loans.stream()
                .map(loan -> new Standings.Stood(loan, running.get(loan.id()).atClose(day))).toList());
        desk.forget(loans);
    }
}

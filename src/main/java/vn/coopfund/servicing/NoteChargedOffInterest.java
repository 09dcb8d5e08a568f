package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;

/** At the end of a month, notes in memorandum what debts off the balance sheet grew to: contract interest runs on. */
@Component
class NoteChargedOffInterest implements DayCloseStep {

    private final JdbcClient jdbc;
    private final LoanDesk desk;
    private final Positions positions;
    private final ChargedOffBooks chargedOff;

    NoteChargedOffInterest(JdbcClient jdbc, LoanDesk desk, Positions positions, ChargedOffBooks chargedOff) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.positions = positions;
        this.chargedOff = chargedOff;
    }

    @Override
    public String name() {
        return "chargedOffInterest";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public boolean mayWait(LocalDate day, LocalDate through) {
        return !DayCloseStep.isMonthEnd(day);
    }

    @Override
    public int run(LocalDate day) {
        if (!DayCloseStep.isMonthEnd(day)) {
            return 0;
        }
        List<Long> loans = jdbc.sql("select id from servicing.loan where fund_id = ? and state = 'CHARGED_OFF' order by id")
                .param(Actors.current().fundId()).query(Long.class).list();
        loans.forEach(id -> note(desk.lock(Subject.loan(id)), day));
        return loans.size();
    }

    private void note(Loan loan, LocalDate day) {
        chargedOff.bring(loan, positions.of(loan).atClose(day), day);
    }
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RunningLoan;

/**
 * All loans as the books knew them at the end of a day: replayed from the facts that were booked by then, so that the
 * figures of a past day stay what they were whatever was booked after it.
 */
@Component
public class LoansAsOf {

    private static final int AT_A_TIME = 500;

    private final LoanRepository loans;
    private final LoanDesk desk;
    private final LoanFacts facts;
    private final Positions positions;
    private final ChargeOffs chargeOffs;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    LoansAsOf(LoanRepository loans, LoanDesk desk, LoanFacts facts, Positions positions, ChargeOffs chargeOffs, JdbcClient jdbc,
            BusinessDay businessDay) {
        this.loans = loans;
        this.desk = desk;
        this.facts = facts;
        this.positions = positions;
        this.chargeOffs = chargeOffs;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /**
     * One loan.
     *
     * @param facts      what was booked by the day
     * @param running    the loan with what was booked by the day; asked for other days it knows no more than that
     * @param position   at the end of the day
     * @param chargedOff whether it had left the balance sheet by then
     */
    public record Standing(LoanView loan, List<LoanFact> facts, RunningLoan running, LoanPosition position,
            boolean chargedOff) {
    }

    /** Hands over every loan of which money had left the fund by that day, by id. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public void each(LocalDate day, Consumer<Standing> reader) {
        List<Long> ids = jdbc.sql("""
                select l.id from servicing.loan l where l.fund_id = :fund
                  and (exists (select 1 from servicing.disbursement d where d.loan_id = l.id and d.paid_on <= :day
                         and (d.returned_on is null or d.return_booked_on > :day))
                    or exists (select 1 from servicing.taken_on t where t.loan_id = l.id and t.value_date <= :day))
                  and coalesce(l.written_off_on, date '9999-01-01') > :day
                order by l.id""").param("fund", Actors.current().fundId()).param("day", day).query(Long.class).list();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            List<Loan> some = loans.findAllById(ids.subList(from, Math.min(ids.size(), from + AT_A_TIME)));
            Map<Long, List<LoanFact>> booked = facts.bookedBy(some, day);
            Map<Long, RunningLoan> running = positions.of(some, booked);
            Set<Long> out = chargeOffs.outAt(day, running.keySet());
            some.stream().sorted(Comparator.comparingLong(Loan::id)).forEach(loan ->
                    reader.accept(standing(loan, booked.get(loan.id()), running.get(loan.id()), day, out.contains(loan.id()))));
            desk.forget(some);
        }
    }

    /** A day that is closed has put credit to what fell due on it. */
    private Standing standing(Loan loan, List<LoanFact> booked, RunningLoan running, LocalDate day, boolean chargedOff) {
        LoanPosition position = day.isBefore(businessDay.today()) ? running.atClose(day) : running.at(day);
        return new Standing(loan.view(), booked, running, position, chargedOff);
    }
}

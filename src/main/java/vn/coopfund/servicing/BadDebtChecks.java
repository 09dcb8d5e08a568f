package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.web.Refusal;

/**
 * The checks for bad debt before a loan's first disbursement (Decree 45/2021/NĐ-CP art. 22), and how long one serves: so
 * many days as the regulation says, and none from before the contract.
 */
@Component
class BadDebtChecks {

    private final JdbcClient jdbc;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    BadDebtChecks(JdbcClient jdbc, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    void add(Loan loan, LocalDate checkedOn, String source, boolean badDebt) {
        new Refusal.Problems()
                .addIf(checkedOn.isAfter(businessDay.today()), "checkedOn", "servicing.refused.future", businessDay.today())
                .addIf(checkedOn.isBefore(loan.signedOn()), "checkedOn", "servicing.refused.check-before-signing",
                        loan.signedOn())
                .addIf(checkedOn.isBefore(oldest(businessDay.today())), "checkedOn", "servicing.refused.check-too-old",
                        oldest(businessDay.today()), days())
                .refuseIfAny();
        jdbc.sql("insert into servicing.bad_debt_check (loan_id, checked_on, source, bad_debt, checked_by) "
                        + "values (?, ?, ?, ?, ?)")
                .params(loan.id(), checkedOn, source, badDebt, Actors.current().id()).update();
    }

    /** Whether money may leave on that day by what was checked; once money is out nobody asks again. */
    boolean isFresh(Loan loan, LocalDate on) {
        return loan.disbursedOn() != null || latest(loan).filter(checked -> !checked.isBefore(oldest(on))).isPresent();
    }

    /** The way on: it is given back, and the loan officer checks anew. */
    void refuseStale(Loan loan, LocalDate on, String field) {
        if (!isFresh(loan, on)) {
            throw Refusal.invalid(field, "servicing.refused.check-stale", latest(loan).orElse(loan.signedOn()), days());
        }
    }

    private Optional<LocalDate> latest(Loan loan) {
        return jdbc.sql("select checked_on from servicing.bad_debt_check where loan_id = ? order by recorded_at desc limit 1")
                .param(loan.id()).query(LocalDate.class).optional();
    }

    private LocalDate oldest(LocalDate on) {
        return on.minusDays(days());
    }

    private int days() {
        return regulations.on(businessDay.today()).badDebtCheckDays();
    }
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.web.Refusal;

/** The day before which nothing of a loan changes any more unless what was decided on it is taken back first. */
@Component
public class EarliestDay {

    private final JdbcClient jdbc;

    EarliestDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param field at which a form says so; null where the whole is concerned */
    void refuseBefore(Loan loan, LocalDate day, String field) {
        if (loan.chargedOffOn() != null && day.isBefore(loan.chargedOffOn())) {
            throw Refusal.invalid(field, "servicing.refused.before-charge-off", loan.chargedOffOn());
        }
        if (loan.restructureCount() == 0 && loan.acceleratedOn() == null) {
            return;
        }
        record Decided(LocalDate valueDate, boolean recall) {
        }
        jdbc.sql("select value_date, recall from servicing.dates_decided where loan_id = ? order by value_date desc, turn desc limit 1")
                .param(loan.id()).query(Decided.class).optional().filter(last -> day.isBefore(last.valueDate())).ifPresent(last -> {
                    throw Refusal.invalid(field, last.recall() ? "servicing.refused.before-recall"
                            : "servicing.refused.before-restructure", last.valueDate());
                });
    }

    /** When the loan was restructured, called back, written off or settled last, whichever is latest; empty where nothing was. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> ofMoney(long loanId) {
        return jdbc.sql("""
                select greatest(l.settled_on, l.charged_off_on, (select max(value_date)
                    from servicing.dates_decided r where r.loan_id = l.id)) from servicing.loan l where l.id = ?""")
                .param(loanId).query(LocalDate.class).optional();
    }
}

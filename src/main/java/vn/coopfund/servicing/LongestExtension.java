package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.products.LendingRegulations;

/**
 * Until when a loan may be extended in all, by the regulation of the day: its original term once more for one of at most
 * twelve months, half of it for a longer one, unless the regulation says otherwise. Of 24 months from 15/01/2026 that is
 * 15/01/2029.
 */
@Component
class LongestExtension {

    private final JdbcClient jdbc;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    LongestExtension(JdbcClient jdbc, LendingRegulations regulations, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    LocalDate of(Loan loan) {
        LocalDate end = loan.agreedEnd();
        return end.plusMonths(regulations.on(businessDay.today()).longestExtensionMonths(months(startOf(loan), end)));
    }

    /** A loan from old books began when its money first left. */
    private LocalDate startOf(Loan loan) {
        return jdbc.sql("select first_disbursed_on from servicing.taken_on where loan_id = ?").param(loan.id())
                .query(LocalDate.class).optional().orElseGet(() -> loan.conventions().plannedOn());
    }

    /** A month begun counts. */
    private static int months(LocalDate start, LocalDate end) {
        int whole = (int) ChronoUnit.MONTHS.between(start, end);
        return start.plusMonths(whole).isBefore(end) ? whole + 1 : whole;
    }
}

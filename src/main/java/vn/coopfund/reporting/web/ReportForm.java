package vn.coopfund.reporting.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.reporting.Parameter;
import vn.coopfund.reporting.Report;
import vn.coopfund.reporting.ReportWish;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;

/**
 * What somebody asks of a report, as typed; all of it stands in the address.
 *
 * @param loan the number of the loan or of its contract, or its id
 */
public record ReportForm(LocalDate from, LocalDate to, LocalDate on, String account, String loan, String borrower,
        ReportWish.Grouping by) {

    /** Whether all is said that the report cannot do without. */
    boolean isComplete(Report report) {
        return (!report.takes(Parameter.PERIOD) || from != null && to != null) && (!report.takes(Parameter.DAY) || on != null)
                && (!report.takes(Parameter.BY) || by != null) && (!needsAccount(report) || account != null);
    }

    /** The address of the report with what is usual where nothing is said; {@code loans} is the account of loans. */
    String completed(Report report, LocalDate today, String loans) {
        StringBuilder query = new StringBuilder("/reports/").append(report.code()).append('?');
        if (report.takes(Parameter.PERIOD)) {
            LocalDate last = to == null ? today : to;
            query.append("from=").append(from == null ? last.withDayOfMonth(1) : from).append("&to=").append(last);
        }
        if (report.takes(Parameter.DAY)) {
            query.append("on=").append(on == null ? today : on);
        }
        if (report.takes(Parameter.BY)) {
            query.append("&by=").append(by == null ? ReportWish.Grouping.SECTOR : by);
        }
        if (needsAccount(report)) {
            query.append("&account=").append(account == null ? loans : account);
        }
        return query.toString();
    }

    private static boolean needsAccount(Report report) {
        return report.code().equals("account-ledger");
    }

    /** @throws Refusal at the field that is wrong */
    ReportWish wish(Report report, LoanNumbers numbers, LocalDate today, Locale locale) {
        LocalDate first = report.takes(Parameter.PERIOD) ? from == null ? last(today).withDayOfMonth(1) : from : null;
        LocalDate last = report.takes(Parameter.PERIOD) ? last(today) : on == null ? today : on;
        new Refusal.Problems()
                .addIf(first != null && last.isBefore(first), "to", "ledger.to-before-from")
                .addIf(report.takes(Parameter.DAY) && last.isAfter(today), "on", "reporting.refused.future", today)
                .addIf(needsAccount(report) && blank(account), "account", "reporting.refused.account")
                .addIf(!blank(account) && !account.strip().matches("[0-9]{1,6}"), "account", "ledger.no-such-account")
                .refuseIfAny();
        return new ReportWish(first, last, blank(account) ? null : account.strip(), blank(loan) ? null : loanId(numbers),
                blank(borrower) ? null : SearchText.of(borrower), by == null ? ReportWish.Grouping.SECTOR : by, locale);
    }

    private LocalDate last(LocalDate today) {
        return to == null ? today : to;
    }

    private Long loanId(LoanNumbers numbers) {
        String meant = loan.strip();
        return numbers.find(meant).or(() -> meant.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(meant)) : Optional.empty())
                .orElseThrow(() -> Refusal.invalid("loan", "ledger.no-such-loan", meant));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

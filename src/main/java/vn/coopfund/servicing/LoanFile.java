package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;

/**
 * A loan with how it stands on the business date.
 *
 * @param rows          those that ask for something; those of the contract while nothing is paid out
 * @param debtGroup     indicative, of the day: the worst of all criteria
 * @param criterion     which of them decides; message key {@code servicing.criterion.*}
 * @param officialGroup by the last approved month end; a loan stands in group 1 until the first
 * @param coming        the next due date after today with what is to be paid by then; null where none comes
 */
public record LoanFile(LoanView loan, BorrowerView borrower, LoanPosition position, List<RowPosition> rows,
        LocalDate asOf, int debtGroup, String criterion, int officialGroup, Coming coming) {

    public LoanFile {
        rows = rows.stream().filter(row -> row.payment() > 0).toList();
    }

    /** What is to be paid by a day to come if nothing is paid before, less the borrower's credit, đồng. */
    public record Coming(LocalDate dueOn, long amount) {
    }

    /** Principal that came back ahead of the rows, which ask for so much less, đồng. */
    public long earlyPrincipal() {
        return Math.max(0, position.disbursed() - rows.stream().mapToLong(RowPosition::principal).sum());
    }

    /** Whether a row fell away because all was settled before its day. */
    public boolean isGone(RowPosition row) {
        return loan.settledOn() != null && row.dueOn().isAfter(loan.settledOn());
    }

    public boolean isRunning() {
        return loan.state().isRunning();
    }

    public boolean isInBooks() {
        return loan.state().isInBooks();
    }

    public int daysPastDue() {
        return isRunning() ? position.daysPastDue() : 0;
    }

    /** The oldest unpaid row; null when settled, and before the money left. */
    public RowPosition nextDue() {
        return isRunning() ? position.nextDue().orElse(null) : null;
    }

    /** What is due today less the borrower's credit, đồng. */
    public long toPayToday() {
        return isRunning() ? Math.max(0, position.due() - position.credit()) : 0;
    }

    /** What a transfer code asks for: what is due today, else what falls due next, đồng. */
    public long toAskFor() {
        return toPayToday() == 0 && coming != null ? coming.amount() : toPayToday();
    }
}

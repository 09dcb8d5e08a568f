package vn.coopfund.servicing.web;

import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.InstalmentState;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.PayoffQuote;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.RepaymentResult;
import vn.coopfund.servicing.StatementLine;

/** Loans as programs see them: ids are texts, amounts whole đồng. */
final class LoanViews {

    private LoanViews() {
    }

    private static String textOf(Long id) {
        return id == null ? null : String.valueOf(id);
    }

    /** One of a list. */
    record Item(String id, String number, String applicationId, String borrowerId, String borrower, String projectName,
            LoanState state, MonetaryAmount principal, MonetaryAmount principalOutstanding, LocalDate disbursedOn,
            LocalDate nextDueOn, int daysPastDue, int debtGroup) {

        static Item of(Loans.Row row) {
            return new Item(String.valueOf(row.id()), row.number(), textOf(row.applicationId()),
                    String.valueOf(row.borrowerId()), row.borrower(), row.projectName(), row.state(), row.principal(),
                    row.outstanding(), row.disbursedOn(), row.nextDueOn(), row.daysPastDue(), row.debtGroup());
        }
    }

    /** The oldest unpaid row, with what of it is unpaid. */
    record NextDue(LocalDate dueOn, long principal, long interest) {
    }

    /**
     * A loan on the business date {@code asOf}.
     *
     * @param interestDue     due and unpaid
     * @param interestAccrued through today and not yet due
     * @param debtGroup       indicative, of the day
     * @param officialGroup   by the last approved month end; 1 until the first
     * @param disbursed       what was paid out, đồng
     * @param nextDue         null when settled, and before the money left
     */
    record Whole(String id, String number, String applicationId, String borrowerId, String borrower,
            String projectName, String contractNumber, LoanState state, LocalDate asOf, MonetaryAmount principal,
            String annualRate, long principalOutstanding, long principalDue, long interestDue, long interestAccrued,
            long overdueInterest, long lateInterest, long credit, int daysPastDue, int debtGroup, int officialGroup,
            long disbursed, LocalDate signedOn, LocalDate disbursedOn, LocalDate settledOn, NextDue nextDue) {

        static Whole of(LoanFile file) {
            LoanPosition position = file.position();
            RowPosition next = file.nextDue();
            return new Whole(String.valueOf(file.loan().id()), file.loan().number(),
                    textOf(file.loan().applicationId()), String.valueOf(file.loan().borrowerId()),
                    file.borrower().name(), file.loan().projectName(), file.loan().contractNumber(),
                    file.loan().state(), file.asOf(), file.loan().principal(),
                    file.loan().conventions().rate().stripTrailingZeros().toPlainString(),
                    position.principalOutstanding(), position.principalDue(), position.interestDue(),
                    position.interestAccrued(), position.overdueInterest(), position.lateInterest(), position.credit(),
                    file.daysPastDue(), file.debtGroup(), file.officialGroup(), position.disbursed(),
                    file.loan().signedOn(), file.loan().disbursedOn(), file.loan().settledOn(),
                    next == null ? null : new NextDue(next.dueOn(), next.principalUnpaid(), next.interestUnpaid()));
        }
    }

    /** A row of the schedule that holds, with what of it is unpaid. */
    record Row(int number, LocalDate from, LocalDate dueOn, int days, long principal, long interest, long payment,
            long balance, long principalUnpaid, long interestUnpaid, long overdueInterest, long lateInterest,
            InstalmentState state) {

        static Row of(RowPosition row) {
            return new Row(row.number(), row.from(), row.dueOn(), row.days(), row.principal(), row.interest(),
                    row.payment(), row.balance(), row.principalUnpaid(), row.interestUnpaid(), row.overdueInterest(),
                    row.lateInterest(), row.state());
        }
    }

    record Totals(long principal, long interest, long payment) {
    }

    record Schedule(List<Row> rows, Totals totals) {

        static Schedule of(List<RowPosition> rows) {
            return new Schedule(rows.stream().map(Row::of).toList(),
                    new Totals(rows.stream().mapToLong(RowPosition::principal).sum(),
                            rows.stream().mapToLong(RowPosition::interest).sum(),
                            rows.stream().mapToLong(RowPosition::payment).sum()));
        }
    }

    /**
     * A line of the statement.
     *
     * @param credit          kept for the borrower; below zero where it was used or paid back
     * @param chargedInterest in-term interest since the line before, as each charge; below zero where forgiven
     * @param interestBalance in-term interest due and unpaid; what is not yet due is {@code accruedBalance}
     */
    record Line(LocalDate valueDate, LocalDate bookedOn, StatementLine.Kind kind, String reference, long paidOut, long received,
            long principal, long interest, long overdueInterest, long lateInterest, long credit, long principalBalance,
            long creditBalance, long chargedInterest, long chargedOverdueInterest, long chargedLateInterest,
            long interestBalance, long accruedBalance, long overdueInterestBalance, long lateInterestBalance, String voucher) {

        static Line of(StatementLine one) {
            Allocation paid = one.paid();
            StatementLine.Charged charged = one.charged();
            StatementLine.Balances after = one.after();
            return new Line(one.on(), one.bookedOn(), one.kind(), one.reference(), one.paidOut(), one.received(),
                    paid.principal(), paid.interest(), paid.overdueInterest(), paid.lateInterest(), paid.credit(),
                    after.principal(), after.credit(), charged.interest(), charged.overdueInterest(), charged.lateInterest(),
                    after.interest(), after.accrued(), after.overdueInterest(), after.lateInterest(), textOf(one.voucher()));
        }
    }

    /** @param items every event by value date, with the balances after it */
    record Statement(String loan, String number, List<Line> items) {
    }

    record Allocated(long principal, long interest, long overdueInterest, long lateInterest, long credit) {

        static Allocated of(Allocation parts) {
            return parts == null ? null : new Allocated(parts.principal(), parts.interest(), parts.overdueInterest(),
                    parts.lateInterest(), parts.credit());
        }
    }

    /** @param id of the repayment, or of the proposal while {@code state} is PENDING */
    record Taken(String id, String loan, RepaymentResult.State state, Allocated allocated) {

        static Taken of(RepaymentResult result) {
            return new Taken(String.valueOf(result.id()), String.valueOf(result.loanId()), result.state(),
                    Allocated.of(result.allocated()));
        }
    }

    record Quote(LocalDate on, long principal, long interest, long overdueInterest, long lateInterest, long credit,
            long total) {

        static Quote of(PayoffQuote quote) {
            return new Quote(quote.on(), quote.principal(), quote.interest(), quote.overdueInterest(),
                    quote.lateInterest(), quote.credit(), quote.total());
        }
    }
}

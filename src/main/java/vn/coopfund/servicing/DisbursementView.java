package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A disbursement as it is shown.
 *
 * @param account     the borrower's account, or null in cash
 * @param bankAccount id of the account of the fund from which it is paid; null is the usual one
 * @param tranche     from 1
 * @param firstDueOn  the first due date that it proposes to agree anew, or null
 * @param noteNumber  of the drawdown note (giấy nhận nợ), once paid
 * @param notePaperId the note among the papers of the loan
 * @param entryId     of the ledger, once paid
 * @param returnedOn  when the money came back, or null; with the reason
 */
public record DisbursementView(long id, long loanId, int tranche, MonetaryAmount amount, Channel channel, String account,
        Long bankAccount, LocalDate plannedOn, LocalDate firstDueOn, DisbursementState state, long preparedBy, Long checkedBy, Long approvedBy, Long paidBy,
        LocalDate paidOn, String reference, Long voucherId, String noteNumber, Long notePaperId,
        Long entryId, LocalDate returnedOn, String returnReason) {

    /** Neither paid nor given up. */
    public boolean isOnItsWay() {
        return state.isOnItsWay();
    }

    /** Paid, and the money is still out. */
    public boolean stands() {
        return state == DisbursementState.PAID;
    }

}

package vn.coopfund.servicing;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A disbursement as it is shown.
 *
 * @param account     the borrower's account, or null in cash
 * @param noteNumber  of the drawdown note (giấy nhận nợ), once paid
 * @param notePaperId the note among the papers of the loan
 */
public record DisbursementView(long id, long loanId, MonetaryAmount amount, Channel channel, String account,
        LocalDate plannedOn, DisbursementState state, long preparedBy, Long checkedBy, Long approvedBy, Long paidBy,
        LocalDate paidOn, String reference, Long voucherId, String noteNumber, Long notePaperId) {
}

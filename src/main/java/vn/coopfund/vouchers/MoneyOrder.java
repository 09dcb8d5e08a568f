package vn.coopfund.vouchers;

import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * What finance wants done with money: made by one person, checked by another, in cash done by a third.
 *
 * @param kind      code of its {@link OrderKind}
 * @param paper     the voucher that comes of it; null where no money moves
 * @param amount    null where no money is concerned
 * @param party     who pays or is paid; null where there is no voucher
 * @param text      what it is for: a reason, or number and date of the decision
 * @param details   what the kind needs to know, as JSON
 * @param byCashier whether it is done when the cashier has handled the cash
 * @param reason    why it was declined
 * @param entryId   in the books; null until it is done
 * @param bankAccount id of the account at a bank that it moves; null is the usual one, or none
 */
public record MoneyOrder(long id, String kind, VoucherKind paper, MonetaryAmount amount, LocalDate valueDate, Party party,
        String text, String details, boolean byCashier, State state, long madeBy, Instant madeAt, Long checkedBy,
        Instant checkedAt, Long paidBy, Instant paidAt, String reason, Long entryId, Long bankAccount) implements HasSubject {

    /** PENDING waits for the second person, CHECKED for the cashier. */
    public enum State {
        PENDING, CHECKED, DONE, DECLINED;

        public boolean isOpen() {
            return this == PENDING || this == CHECKED;
        }
    }

    @Override
    public Subject subject() {
        return Subject.order(id);
    }
}

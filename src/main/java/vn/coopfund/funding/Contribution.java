package vn.coopfund.funding;

import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * Capital paid in.
 *
 * @param proposedBy id of who proposed it; null for the program itself
 * @param settledBy  id of who confirmed or declined it; null while it waits
 * @param entryId    the entry in the books; null until it is confirmed
 * @param bankAccount id of the account of the fund on which it came; null is the usual one
 */
public record Contribution(long id, CapitalSource source, MonetaryAmount amount, LocalDate valueDate, String decision,
        State state, Long proposedBy, Instant proposedAt, Long settledBy, Instant settledAt, String declineReason,
        Long entryId, Long bankAccount) implements HasSubject {

    /** REVERSED was confirmed, and its entry taken back. */
    public enum State { PENDING, CONFIRMED, DECLINED, REVERSED }

    @Override
    public Subject subject() {
        return Subject.contribution(id);
    }
}

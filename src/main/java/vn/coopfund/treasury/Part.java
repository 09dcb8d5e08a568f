package vn.coopfund.treasury;

import javax.money.MonetaryAmount;
import vn.coopfund.schedule.EarlyRepayment;

/**
 * A part of a line and whose it is.
 *
 * @param kind   an entry posted before, a loan, or a template
 * @param target its id
 * @param early  what the borrower asks for with money beyond what is due; null leaves that as its credit
 */
public record Part(Match.Kind kind, Long target, MonetaryAmount amount, EarlyRepayment early) {

    public static Part of(Match.Kind kind, long target, MonetaryAmount amount) {
        return new Part(kind, target, amount, null);
    }
}

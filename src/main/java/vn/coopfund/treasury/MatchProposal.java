package vn.coopfund.treasury;

import java.util.List;
import vn.coopfund.web.Refusal;

/**
 * What a line may be.
 *
 * @param target  id of the entry, loan or template
 * @param title   what that is
 * @param amount  how much of the line it would take, đồng, without sign
 * @param score   0 to 100
 * @param reasons why, as message keys with arguments
 */
public record MatchProposal(Match.Kind kind, long target, String title, long amount, int score, List<Refusal.Reason> reasons) {

    /** From here on one click is enough: the reference, the loan's key, or amount and day together say it. */
    public static final int SURE = 60;

    /** One of several that the same speaks for. */
    MatchProposal lessSure() {
        return new MatchProposal(kind, target, title, amount, Math.min(score, SURE - 10), reasons);
    }

    public boolean isSure() {
        return score >= SURE;
    }
}

package vn.coopfund.treasury;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.vouchers.EntryTakenBack;

/** Frees the lines that had met an entry which is taken back, in the same transaction: the bank's money is still there. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowOrders {

    private final Lines lines;
    private final Matches matches;

    FollowOrders(Lines lines, Matches matches) {
        this.lines = lines;
        this.matches = matches;
    }

    @EventListener
    void follow(EntryTakenBack back) {
        matches.standingOn(back.entryId()).forEach(match -> {
            lines.lock(match.lineId());
            matches.undo(match, back.reason());
        });
    }
}

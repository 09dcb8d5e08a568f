package vn.coopfund.risk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.council.CouncilTally;
import vn.coopfund.servicing.LoanCouncil;
import vn.coopfund.web.Refusal;

/** How the council, sitting as risk council, stands on a write-off: counted as all its votes on loans are. */
@Component
public class WriteOffBallot {

    private final LoanCouncil council;
    private final WriteOffs writeOffs;
    private final WriteOffGrounds grounds;

    WriteOffBallot(LoanCouncil council, WriteOffs writeOffs, WriteOffGrounds grounds) {
        this.council = council;
        this.writeOffs = writeOffs;
        this.grounds = grounds;
    }

    /** True: approved, false: refused, empty: still open. */
    @Transactional(readOnly = true)
    public Optional<Boolean> outcome(WriteOffs.WriteOff one) {
        return council.outcome(one.loanId(), one.proposedBy(), writeOffs.votes(one.id()).stream()
                .map(vote -> new CouncilTally.Ballot(vote.chair(), vote.vote())).toList());
    }

    boolean isVoter(Actor actor, WriteOffs.WriteOff one) {
        return council.isVoter(actor, one.loanId(), one.proposedBy());
    }

    /** Whether this person has a vote and has not cast it. */
    @Transactional(readOnly = true)
    public boolean mayVote(Actor actor, WriteOffs.WriteOff one) {
        return one.isPending() && isVoter(actor, one)
                && writeOffs.votes(one.id()).stream().noneMatch(vote -> vote.memberId() == actor.id());
    }

    /** Whether the chair may sign it now: as the council voted, and against it also where its ground is gone. */
    @Transactional(readOnly = true)
    public boolean mayClose(Actor actor, WriteOffs.WriteOff one, boolean approved) {
        return one.isPending() && one.proposedBy() != actor.id()
                && (outcome(one).equals(Optional.of(approved)) || !approved && gone(one).isPresent());
    }

    /** Why it could not be carried out today; empty where it could, or was decided. */
    @Transactional(readOnly = true)
    public Optional<Refusal> gone(WriteOffs.WriteOff one) {
        try {
            if (one.isPending()) {
                grounds.refuseGone(one.subject(), one.kind(), one.ground());
            }
            return Optional.empty();
        } catch (Refusal gone) {
            return Optional.of(gone);
        }
    }
}

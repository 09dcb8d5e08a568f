package vn.coopfund.servicing;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Refuses those whom a proposal does not wait for, and says whom it waits for. */
@Component
class Deciders {

    private final WaitingActs acts;
    private final Texts texts;

    Deciders(WaitingActs acts, Texts texts) {
        this.acts = acts;
        this.texts = texts;
    }

    void refuseOthers(Proposal proposal) {
        Actor actor = Actors.current();
        if (!actor.isSystem() && !actor.isAny(acts.deciders(proposal).toArray(Role[]::new))) {
            throw Refusal.forbidden("servicing.refused.decider", acts.deciders(proposal).stream().sorted()
                    .map(texts::role).collect(Collectors.joining(" / ")));
        }
        if (proposal.council()) {
            throw Refusal.conflict("servicing.refused.council-decides");
        }
    }
}

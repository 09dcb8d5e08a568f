package vn.coopfund.collateral;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.web.WaitingWork;

/** Releases of items from loans that are still owed, which the director decides. */
@Component
class ReleasesThatWait implements WaitingWork {

    private final Releases releases;

    ReleasesThatWait(Releases releases) {
        this.releases = releases;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        List<Long> waiting = actor.is(Role.DIRECTOR) ? releases.itemsWaiting() : List.of();
        return waiting.isEmpty() ? List.of() : List.of(new Entry("collateral.waiting.release", List.of(waiting.size()),
                waiting.size(), "/collateral/" + waiting.get(0), false));
    }
}

package vn.coopfund.risk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.web.WaitingWork;

/** Write-offs on which a member of the risk council has not voted, and those that its chair can decide. */
@Component
class WriteOffsThatWait implements WaitingWork {

    private final WriteOffs writeOffs;
    private final WriteOffBallot ballot;

    WriteOffsThatWait(WriteOffs writeOffs, WriteOffBallot ballot) {
        this.writeOffs = writeOffs;
        this.ballot = ballot;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        if (!actor.isAny(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR)) {
            return List.of();
        }
        List<WriteOffs.WriteOff> open = writeOffs.pending();
        List<Entry> entries = new ArrayList<>();
        if (actor.is(Role.COUNCIL_MEMBER)) {
            add(entries, "risk.waiting.vote", open.stream().filter(one -> ballot.mayVote(actor, one)).toList());
        }
        if (actor.is(Role.COUNCIL_CHAIR)) {
            add(entries, "risk.waiting.decision", open.stream()
                    .filter(one -> ballot.mayClose(actor, one, true) || ballot.mayClose(actor, one, false)).toList());
        }
        return entries;
    }

    private static void add(List<Entry> entries, String code, List<WriteOffs.WriteOff> waiting) {
        if (!waiting.isEmpty()) {
            entries.add(new Entry(code, List.of(waiting.size()), waiting.size(),
                    waiting.size() == 1 ? "/risk/write-offs/" + waiting.get(0).id() : "/risk/write-offs", false));
        }
    }
}

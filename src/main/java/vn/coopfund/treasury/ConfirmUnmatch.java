package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Posted;
import vn.coopfund.web.Refusal;

/** The second person lets a match be undone: a link falls, a fee or interest is reversed. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ConfirmUnmatch {

    private final Unmatchings unmatchings;
    private final Matches matches;
    private final Lines lines;
    private final UnknownMoney unknown;
    private final Journal journal;
    private final People people;

    ConfirmUnmatch(Unmatchings unmatchings, Matches matches, Lines lines, UnknownMoney unknown, Journal journal,
            People people) {
        this.unmatchings = unmatchings;
        this.matches = matches;
        this.lines = lines;
        this.unknown = unknown;
        this.journal = journal;
        this.people = people;
    }

    public Unmatching confirm(long id) {
        Line line = lines.lock(matches.byId(unmatchings.byId(id).matchId()).lineId());
        Unmatching asked = unmatchings.lockForDecision(id);
        Match match = matches.byId(asked.matchId());
        if (match.state() != Match.State.STANDS || match.reversed()) {
            throw Refusal.conflict("treasury.refused.not-undone");
        }
        if (match.kind() == Match.Kind.ENTRY) {
            matches.undo(match, asked.reason());
        } else {
            long checker = Actors.current().id();
            Posted back = Actors.as(people.find(asked.proposedBy()).orElseThrow(), () -> journal.reverse(match.entryId(),
                    "reversal:bank-template:" + match.id(), asked.reason(), checker));
            matches.add(Matches.New.of(matches.reserve(), line, Match.Kind.REVERSED, -match.amount(), back.entryId())
                    .takingBack(match.id()));
            unknown.park(line.id());
        }
        unmatchings.decide(id, Unmatching.State.CONFIRMED, null);
        return unmatchings.byId(id);
    }
}

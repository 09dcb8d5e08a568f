package vn.coopfund.servicing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Takes an act in that has to wait, and lets those know who may decide on it. What is beyond the director goes before the
 * council at once, under the council's own model.
 */
@Component
class ProposalDesk {

    static final int LONGEST = 500;

    private final Proposals proposals;
    private final WaitingActs acts;
    private final Duties duties;
    private final People people;
    private final Notices notices;
    private final CaseEvents events;
    private final ProposalMatters matters;

    ProposalDesk(Proposals proposals, WaitingActs acts, Duties duties, People people, Notices notices,
            CaseEvents events, ProposalMatters matters) {
        this.proposals = proposals;
        this.acts = acts;
        this.duties = duties;
        this.people = people;
        this.notices = notices;
        this.events = events;
        this.matters = matters;
    }

    /** The program itself proposes nothing: somebody has to answer for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposal take(NewProposal act) {
        if (Actors.current().isSystem()) {
            throw Refusal.forbidden("servicing.refused.second-person");
        }
        Proposal proposal = proposals.add(act);
        duties.take(Subject.proposal(proposal.id()), Duty.PROPOSE_ACT);
        if (proposal.loanId() != null) {
            events.note(Subject.loan(proposal.loanId()), "servicing.event.proposal", "#" + proposal.kind().key(),
                    amount(proposal), proposal.why() == null ? "–" : proposal.why());
        }
        if (proposal.council()) {
            matters.lay(proposal);
        }
        notices.tell(decidersOf(proposal), "/proposals/" + proposal.id(),
                proposal.council() ? "servicing.notice.proposal-council" : "servicing.notice.proposal",
                "#" + proposal.kind().key(), proposal.loanNumber() == null ? "–" : proposal.loanNumber(), amount(proposal));
        return proposal;
    }

    /** What a person has to say for an act that waits. */
    static void refuseWithoutReason(Refusal.Problems problems, String why) {
        problems.addIf(why == null || why.isBlank(), "why", "servicing.refused.why-needed")
                .addIf(why != null && why.length() > LONGEST, "why", "servicing.refused.too-long", LONGEST);
    }

    /** The same where nothing else is asked for. */
    static void refuseWithoutReason(String why) {
        Refusal.Problems problems = new Refusal.Problems();
        refuseWithoutReason(problems, why);
        problems.refuseIfAny();
    }

    private static Object amount(Proposal proposal) {
        return proposal.money() == null ? "–" : proposal.money();
    }

    private List<Long> decidersOf(Proposal proposal) {
        Stream<Role> callers = proposal.council() ? Stream.of(Role.HEAD_OF_LENDING) : Stream.empty();
        return Stream.concat(acts.deciders(proposal).stream(), callers).flatMap(role -> people.withRole(role).stream()).map(Actor::id)
                .filter(id -> id != proposal.proposedBy()).distinct().toList();
    }
}

package vn.coopfund.servicing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;

/**
 * Lets lapse what waits on a loan and can be done no more: once it is settled or out of the balance sheet there is
 * nothing to restructure or to forgive. Who proposed is told. Money that waits is taken all the same.
 */
@Component
class OvertakenProposals {

    private static final Set<ProposalKind> OVERTAKEN = Set.of(ProposalKind.REVERSE_RESTRUCTURE,
            ProposalKind.REVERSE_ACCELERATION, ProposalKind.WAIVE_INTEREST, ProposalKind.REVERSE_CHARGE_OFF);

    private final Proposals proposals;
    private final ProposalMatters matters;
    private final RestructureEnding restructurings;
    private final CaseEvents events;
    private final Notices notices;
    private final Texts texts;

    OvertakenProposals(Proposals proposals, ProposalMatters matters, RestructureEnding restructurings, CaseEvents events,
            Notices notices, Texts texts) {
        this.proposals = proposals;
        this.matters = matters;
        this.restructurings = restructurings;
        this.events = events;
        this.notices = notices;
        this.texts = texts;
    }

    /** To be called after the loan took its new state. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lapse(Loan loan) {
        String reason = texts.in(Locale.forLanguageTag("vi"), "servicing.proposal.overtaken", "#" + loan.state().key());
        restructurings.lapse(loan, reason);
        proposals.pending(loan.id()).stream().filter(one -> OVERTAKEN.contains(one.kind())).forEach(one -> {
            matters.takeBack(one, reason);
            proposals.drop(one, Proposal.State.LAPSED, reason);
            events.note(loan.subject(), "servicing.event.proposal-lapsed", "#" + one.kind().key(), "#" + loan.state().key());
            notices.tell(List.of(one.proposedBy()), "/proposals/" + one.id(), "servicing.notice.proposal-lapsed",
                    "#" + one.kind().key(), loan.number(), "#" + loan.state().key());
        });
    }
}

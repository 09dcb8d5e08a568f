package vn.coopfund.servicing;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;
import vn.coopfund.workflow.Processes;

/** Acts beyond the director's authority before the council: laid when proposed, taken back with the proposal. */
@Component
public class ProposalMatters {

    static final String KIND = "PROPOSAL";
    private static final String PROCESS = "credit-committee";

    private final CouncilMatters matters;
    private final Processes processes;

    ProposalMatters(CouncilMatters matters, Processes processes) {
        this.matters = matters;
        this.processes = processes;
    }

    /** The question that was laid for it; empty where it never needed the council. */
    @Transactional(readOnly = true)
    public Optional<Matter> of(Proposal proposal) {
        return proposal.council() ? matters.laidFor(question(proposal)) : Optional.empty();
    }

    /** @throws vn.coopfund.web.Refusal where the council sits on another question of the loan (409) */
    @Transactional(propagation = Propagation.MANDATORY)
    void lay(Proposal proposal) {
        processes.start(PROCESS, Subject.loan(proposal.loanId()), Map.of("question", KIND));
    }

    /** Goes on with a vote of former times, which has no process yet, where it stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    void resume(Proposal proposal) {
        Subject loan = Subject.loan(proposal.loanId());
        if (!processes.runs(PROCESS, loan)) {
            of(proposal).filter(Matter::isOpen).ifPresent(matter -> processes.resume(PROCESS, loan,
                    matters.voting(matter).over() ? "Task_CountVotes" : "Task_CastVote#multiInstanceBody"));
        }
    }

    /** Nobody need vote on it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Proposal proposal, String reason) {
        if (!proposal.council()) {
            return;
        }
        Subject loan = Subject.loan(proposal.loanId());
        processes.holdTasks(loan);
        if (matters.takeBack(loan, question(proposal))) {
            processes.end(PROCESS, loan, reason);
        }
    }

    private static CouncilPaper.Question question(Proposal proposal) {
        return new CouncilPaper.Question(KIND, proposal.id());
    }
}

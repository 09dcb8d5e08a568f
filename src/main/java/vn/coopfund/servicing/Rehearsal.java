package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Line;
import vn.coopfund.schedule.LoanPosition;

/**
 * Does an act that waits, looks at what it did, and takes all of it back: what a page shows beforehand is what then
 * happens, and it is refused for the same reasons.
 */
@Component
public class Rehearsal {

    private final TransactionTemplate apart;
    private final LoanDesk desk;
    private final LoanRepository loans;
    private final Proposals proposals;
    private final WaitingActs acts;
    private final RestructureRequests requests;
    private final LoanRestructured loanRestructured;
    private final Positions positions;
    private final Journal journal;
    private final DebtGroups groups;
    private final BusinessDay businessDay;

    Rehearsal(PlatformTransactionManager transactions, LoanDesk desk, LoanRepository loans, Proposals proposals,
            WaitingActs acts, RestructureRequests requests, LoanRestructured loanRestructured, Positions positions, Journal journal, DebtGroups groups,
            BusinessDay businessDay) {
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.desk = desk;
        this.loans = loans;
        this.proposals = proposals;
        this.acts = acts;
        this.requests = requests;
        this.loanRestructured = loanRestructured;
        this.positions = positions;
        this.journal = journal;
        this.groups = groups;
        this.businessDay = businessDay;
    }

    /**
     * What would happen.
     *
     * @param proposal null for a restructuring, which is none
     * @param entries the lines of each entry that it posts
     * @param before  the position today; null for a loan that is only taken on
     * @param was     its restructurings and its group of the day; null likewise
     */
    public record Scene(Proposal proposal, List<List<Line>> entries, LoanState stateBefore, LoanState stateAfter,
            LoanPosition before, LoanPosition after, Standing was, Standing is) {

        /** Whether due dates move, so that both schedules are worth a look. */
        public boolean movesDates() {
            return proposal == null || proposal.kind() == ProposalKind.REVERSE_RESTRUCTURE
                    || proposal.kind() == ProposalKind.REVERSE_ACCELERATION;
        }
    }

    /** How often it was restructured, and the group in which it stands today. */
    public record Standing(int restructureCount, int debtGroup) {
    }

    /** What a proposal does once it is made and confirmed. */
    public Scene of(Supplier<Proposed> act) {
        return apart.execute(status -> {
            status.setRollbackOnly();
            return play(proposals.byId(act.get().id()));
        });
    }

    /** What a waiting proposal does if it is confirmed today. */
    public Scene of(long proposalId) {
        return apart.execute(status -> {
            status.setRollbackOnly();
            Long loanId = proposals.byId(proposalId).loanId();
            if (loanId != null) {
                // first the loan, then the proposal, as whoever confirms locks them
                desk.lock(Subject.loan(loanId));
            }
            return play(proposals.lockPending(proposalId));
        });
    }

    /** What a restructuring by these terms does if the annex is signed today, whether or not it was asked for. */
    public Scene ofRestructure(long loanId, RestructureTerms terms) {
        return apart.execute(status -> {
            status.setRollbackOnly();
            Loan loan = desk.lock(Subject.loan(loanId));
            loanRestructured.refuseWrong(loan, terms);
            RestructureRequest request = requests.openOn(loanId)
                    .orElseGet(() -> requests.add(loan, new RestructureWish(terms.kind(), null, "–", null), false));
            return play(null, loan, () -> {
                loanRestructured.effect(loan, request.id(), terms, "–", "–");
                return loan;
            });
        });
    }

    private Scene play(Proposal proposal) {
        Loan loan = proposal.loanId() == null ? null : desk.lock(Subject.loan(proposal.loanId()));
        return play(proposal, loan, () -> {
            WaitingAct.Done done = acts.of(proposal.kind()).perform(loan, proposal, null);
            loans.flush();
            return loan == null ? loans.findById(done.id()).orElseThrow() : loan;
        });
    }

    private Scene play(Proposal proposal, Loan loan, Supplier<Loan> act) {
        LoanPosition before = loan == null ? null : today(loan);
        LoanState stood = loan == null ? null : loan.state();
        Standing was = loan == null ? null : standing(loan);
        Loan after = act.get();
        loans.flush();
        return new Scene(proposal, journal.postedHere(), stood, after.state(), before, today(after), was,
                standing(after));
    }

    private Standing standing(Loan loan) {
        return new Standing(loan.view().restructureCount(), groups.of(loan, businessDay.today()).debtGroup());
    }

    private LoanPosition today(Loan loan) {
        LocalDate today = businessDay.today();
        return positions.at(loan, loan.disbursedOn() == null ? loan.signedOn() : today);
    }
}

package vn.coopfund.servicing;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** The officer keeps the rows of a restructuring as agreed one by one; where nobody has asked for one he opens it by that. */
@Act
@Allowed(Role.LOAN_OFFICER)
public class DraftRestructure {

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final AskRestructure askRestructure;
    private final LoanRestructured loanRestructured;

    DraftRestructure(LoanDesk desk, RestructureRequests requests, AskRestructure askRestructure,
            LoanRestructured loanRestructured) {
        this.desk = desk;
        this.requests = requests;
        this.askRestructure = askRestructure;
        this.loanRestructured = loanRestructured;
    }

    /**
     * @param why needed where nobody has asked yet
     * @throws Refusal saying which row is wrong, or that they do not sum to what is owed
     */
    public RestructureRequest keep(Subject subject, RestructureTerms terms, String why) {
        Loan loan = desk.lock(subject);
        boolean asked = requests.openOn(loan.id()).isPresent();
        Refusal.Problems problems = new Refusal.Problems();
        if (!asked) {
            ProposalDesk.refuseWithoutReason(problems, why);
        }
        problems.addIf(terms.kind() == null, "kind", "servicing.refused.required").refuseIfAny();
        loanRestructured.refuseWrong(loan, terms);
        if (!asked) {
            askRestructure.ask(subject, new RestructureWish(terms.kind(), null, why, null));
        }
        return requests.keepPlan(requests.at(loan, RestructureRequest.State.ASKED), terms);
    }
}

package vn.coopfund.servicing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.web.Refusal;

/** The annex as both sides are to sign it, before it takes effect. */
@Component
public class DraftAnnex {

    private final LoanDesk desk;
    private final RestructureRequests requests;
    private final Rehearsal rehearsal;
    private final Annexes annexes;

    DraftAnnex(LoanDesk desk, RestructureRequests requests, Rehearsal rehearsal, Annexes annexes) {
        this.desk = desk;
        this.requests = requests;
        this.rehearsal = rehearsal;
        this.annexes = annexes;
    }

    /**
     * Printing leaves a line in the audit log, as every paper with a borrower's data does.
     *
     * @throws Refusal where none is to be signed (404)
     */
    @Transactional
    public byte[] of(long loanId) {
        Loan loan = desk.look(loanId);
        RestructureRequest request = requests.openOn(loanId)
                .filter(one -> one.state() == RestructureRequest.State.APPROVED).orElseThrow(Refusal::notFound);
        Rehearsal.Scene scene = rehearsal.ofRestructure(loanId, request.terms());
        return annexes.draft(loan, request, scene.before(), scene.after());
    }
}

package vn.coopfund.servicing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** What the tasks and papers of a restructuring show: the request, and the loan before and after. */
@Component
public class RestructureFile {

    private final RestructureRequests requests;
    private final LoanDesk desk;
    private final RestructurePlans plans;
    private final LongestExtension longest;
    private final Rehearsal rehearsal;
    private final Loans loans;
    private final AccountNames names;
    private final Texts texts;

    RestructureFile(RestructureRequests requests, LoanDesk desk, RestructurePlans plans, LongestExtension longest,
            Rehearsal rehearsal, Loans loans, AccountNames names, Texts texts) {
        this.requests = requests;
        this.desk = desk;
        this.plans = plans;
        this.longest = longest;
        this.rehearsal = rehearsal;
        this.loans = loans;
        this.names = names;
        this.texts = texts;
    }

    /** By name, as the templates read it. */
    @Transactional(readOnly = true)
    public Map<String, Object> of(RestructureRequest request) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("request", request);
        file.put("loan", loans.file(request.loanId()));
        file.put("staff", true);
        file.put("names", names.all());
        if (request.state().isOpen()) {
            Loan loan = desk.look(request.loanId());
            file.put("latestEnd", longest.of(loan));
            try {
                file.put("scene", rehearsal.ofRestructure(request.loanId(), request.state() == RestructureRequest.State.ASKED
                        ? plans.proposed(loan, request) : request.terms()));
            } catch (Refusal hindered) {
                file.put("hindered", hindered.reasons().stream().map(texts::of).toList());
            }
        }
        return file;
    }

    /** Of the one that is open on the loan. */
    @Transactional(readOnly = true)
    public Map<String, Object> ofOpen(long loanId) {
        return of(requests.openOn(loanId).orElseThrow(() -> Refusal.conflict("servicing.refused.no-restructure-request")));
    }
}

package vn.coopfund.risk;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Recalls;
import vn.coopfund.web.Refusal;

/** What lies before those who review and decide on a recall: the loan, what was found, what is proposed. */
@Component
class RecallView {

    private final Inspections inspections;
    private final RecallCases cases;
    private final Recalls recalls;
    private final Loans loans;

    RecallView(Inspections inspections, RecallCases cases, Recalls recalls, Loans loans) {
        this.inspections = inspections;
        this.cases = cases;
        this.recalls = recalls;
        this.loans = loans;
    }

    Map<String, Object> of(Subject subject) {
        LoanFile file = loans.file(subject.id());
        Map<String, Object> shown = new HashMap<>();
        shown.put("loan", file);
        shown.put("inspections", inspections.of(subject.id()));
        shown.put("cases", cases.of(subject.id()));
        shown.put("possible", recalls.isPossible(subject));
        return shown;
    }

    /** Nothing can be called back of a loan whose principal is all due, or that runs no more. */
    void refuseImpossible(Subject subject) {
        if (!recalls.isPossible(subject)) {
            throw Refusal.invalid("outcome", "risk.refused.nothing-to-recall");
        }
    }
}

package vn.coopfund.risk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.risk.Inspections;
import vn.coopfund.risk.RecallCases;
import vn.coopfund.servicing.LoanPagePart;

/** On the page of a loan: when its use was inspected, by whom, what was found, and when it is inspected next. */
@Component
class InspectionsOnLoan implements LoanPagePart {

    private final Inspections inspections;
    private final RecallCases recalls;

    InspectionsOnLoan(Inspections inspections, RecallCases recalls) {
        this.inspections = inspections;
        this.recalls = recalls;
    }

    @Override
    public String template() {
        return "risk/inspection-parts";
    }

    @Override
    public Map<String, Object> shown(long loanId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("inspections", inspections.of(loanId));
        shown.put("inspectionPlan", inspections.plan(loanId).orElse(null));
        shown.put("recallCases", Actors.current().isStaff() ? recalls.of(loanId) : List.of());
        shown.put("mayAskForSample", Actors.current().is(Role.CONTROLLER));
        shown.put("mayAttachPaper", Actors.current().is(Role.LOAN_OFFICER));
        return shown;
    }
}

package vn.coopfund.origination.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.Appraisals;
import vn.coopfund.origination.Applications;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.workflow.Processes;

/** What the models of this room read of an application: inputs of tables. */
@Component("applicationFacts")
public class ApplicationFacts {

    private final Applications applications;
    private final Appraisals appraisals;
    private final CouncilMatters matters;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    ApplicationFacts(Applications applications, Appraisals appraisals, CouncilMatters matters,
            LendingRegulations regulations, BusinessDay businessDay) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.matters = matters;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The amount proposed by the appraisal, đồng. */
    public long amount(DelegateExecution execution) {
        return Dong.longOf(appraisals.latest(Processes.subjectOf(execution).id()).orElseThrow().proposedAmount());
    }

    /** Secured by something of worth: what is appraised at nothing secures nothing. */
    public boolean secured(DelegateExecution execution) {
        long id = Processes.subjectOf(execution).id();
        return applications.byId(id).content().securityKind().isSecured()
                && appraisals.latest(id).orElseThrow().collateralValue().isPositive();
    }

    /** Up to which amount the director decides on this application by the regulation of the day, đồng. */
    public long directorLimit(DelegateExecution execution) {
        return Dong.longOf(regulations.on(businessDay.today()).directorLimit(secured(execution)));
    }

    /** What a vote begun under the first model of the council asks. */
    public boolean councilDecided(DelegateExecution execution) {
        return matters.openOn(Processes.subjectOf(execution)).map(matters::tally).orElseThrow().outcome().isPresent();
    }
}

package vn.coopfund.origination.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.Appraisals;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.CouncilMembers;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.workflow.Processes;

/** What the models of this room read of an application: inputs of tables, seats of the council. */
@Component("applicationFacts")
public class ApplicationFacts {

    private final Applications applications;
    private final Appraisals appraisals;
    private final CouncilMembers council;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    ApplicationFacts(Applications applications, Appraisals appraisals, CouncilMembers council,
            LendingRegulations regulations, BusinessDay businessDay) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.council = council;
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

    /** The ids of the members who vote, one task each. */
    public List<String> voters(DelegateExecution execution) {
        return council.voters(Processes.subjectOf(execution)).stream().map(member -> String.valueOf(member.id())).toList();
    }

    /** True as soon as further votes cannot change the outcome. */
    public boolean councilDecided(DelegateExecution execution) {
        return council.tally(Processes.subjectOf(execution)).outcome().isPresent();
    }
}

package vn.coopfund.origination.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.Appraisals;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.CouncilMembers;
import vn.coopfund.workflow.Processes;

/** What the models of this room read of an application: inputs of tables, seats of the council. */
@Component("applicationFacts")
public class ApplicationFacts {

    private final Applications applications;
    private final Appraisals appraisals;
    private final CouncilMembers council;

    ApplicationFacts(Applications applications, Appraisals appraisals, CouncilMembers council) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.council = council;
    }

    /** The amount proposed by the appraisal, đồng. */
    public long amount(DelegateExecution execution) {
        return Dong.longOf(appraisals.latest(Processes.subjectOf(execution).id()).orElseThrow().proposedAmount());
    }

    public boolean secured(DelegateExecution execution) {
        return applications.byId(Processes.subjectOf(execution).id()).content().securityKind().isSecured();
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

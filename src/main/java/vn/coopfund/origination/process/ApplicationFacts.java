package vn.coopfund.origination.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.Appraisals;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.LendingAuthority;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.workflow.Processes;

/** What the models of this room read of an application: inputs of tables. */
@Component("applicationFacts")
public class ApplicationFacts {

    private final Applications applications;
    private final Appraisals appraisals;
    private final LendingAuthority authority;
    private final Borrowers borrowers;
    private final CouncilMatters matters;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    ApplicationFacts(Applications applications, Appraisals appraisals, LendingAuthority authority,
            Borrowers borrowers, CouncilMatters matters, LendingRegulations regulations, BusinessDay businessDay) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.authority = authority;
        this.borrowers = borrowers;
        this.matters = matters;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The amount proposed by the appraisal, đồng. */
    public long amount(DelegateExecution execution) {
        return Dong.longOf(appraisals.latest(Processes.subjectOf(execution).id()).orElseThrow().proposedAmount());
    }

    /** Secured as far as the appraised collateral covers the amount. */
    public boolean secured(DelegateExecution execution) {
        long id = Processes.subjectOf(execution).id();
        return authority.isSecured(applications.byId(id), appraisals.latest(id).orElseThrow().proposedAmount());
    }

    public String borrowerKind(DelegateExecution execution) {
        return borrowers.byId(applications.byId(Processes.subjectOf(execution).id()).borrowerId()).kind().name();
    }

    /** Up to which amount the director decides on a secured loan by the regulation of the day, đồng. */
    public long securedLimit() {
        return Dong.longOf(regulations.on(businessDay.today()).directorSecuredLimit());
    }

    /** The same without security. */
    public long unsecuredLimit() {
        return Dong.longOf(regulations.on(businessDay.today()).directorUnsecuredLimit());
    }

    /** What a case asks that began before the table read more than one limit: it finds the further inputs beside it. */
    public long directorLimit(DelegateExecution execution) {
        boolean secured = secured(execution);
        execution.setVariables(Map.of("secured", secured, "borrowerKind", borrowerKind(execution),
                "securedLimit", securedLimit(), "unsecuredLimit", unsecuredLimit()));
        return secured ? securedLimit() : unsecuredLimit();
    }

    /** What a vote begun under the first model of the council asks. */
    public boolean councilDecided(DelegateExecution execution) {
        return matters.openOn(Processes.subjectOf(execution)).map(matters::tally).orElseThrow().outcome().isPresent();
    }
}

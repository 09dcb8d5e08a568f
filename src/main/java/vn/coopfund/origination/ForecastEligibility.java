package vn.coopfund.origination;

import vn.coopfund.access.Act;
import vn.coopfund.access.Subject;
import vn.coopfund.workflow.CaseEvents;

/** Asks all rules on the amount applied for: a forecast, for the limits are asked again with the decision. */
@Act
public class ForecastEligibility {

    private final Applications applications;
    private final Eligibility eligibility;
    private final CaseEvents events;

    ForecastEligibility(Applications applications, Eligibility eligibility, CaseEvents events) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.events = events;
    }

    /** True when every rule passes. */
    public boolean forecast(Subject subject) {
        ApplicationView application = applications.byId(subject.id());
        Eligibility.Run run = eligibility.run(application, Eligibility.Stage.FORECAST, application.content().amount(),
                application.content().termMonths());
        events.note(subject, run.passed() ? "origination.event.eligible" : "origination.event.not-eligible");
        return run.passed();
    }
}

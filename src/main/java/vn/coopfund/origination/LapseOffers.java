package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.funding.Exposures;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * At the close of the last day on which a decision to lend holds, lets what was not signed by then lapse: its room under
 * the limits is free again, its process ends, its borrower is told.
 */
@Component
class LapseOffers implements DayCloseStep {

    private final JdbcClient jdbc;
    private final ApplicationRepository applications;
    private final Exposures exposures;
    private final CaseEvents events;
    private final BorrowerNotices notices;
    private final Processes processes;
    private final OfferedSecurity security;

    LapseOffers(JdbcClient jdbc, ApplicationRepository applications, Exposures exposures, CaseEvents events,
            BorrowerNotices notices, Processes processes, OfferedSecurity security) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.exposures = exposures;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
        this.security = security;
    }

    private record Offer(long application, String decision, LocalDate validUntil) {
    }

    @Override
    public String name() {
        return "lapsedOffers";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public OptionalInt expects(LocalDate day) {
        return OptionalInt.of(over(day).size());
    }

    @Override
    public int run(LocalDate day) {
        return (int) over(day).stream().filter(offer -> lapse(offer, day.plusDays(1))).count();
    }

    private List<Offer> over(LocalDate day) {
        return jdbc.sql("""
                select a.id as application, d.number as decision, d.valid_until
                from origination.application a join origination.decision d on d.application_id = a.id
                where a.fund_id = ? and a.state = 'APPROVED' and a.loan_id is null and d.valid_until <= ? order by a.id""")
                .params(Actors.current().fundId(), day).query(Offer.class).list();
    }

    /** Whoever is just signing is waited for, and has the contract if in time. */
    private boolean lapse(Offer offer, LocalDate on) {
        Subject subject = Subject.application(offer.application());
        boolean heard = processes.tell("Message_OfferLapsed", subject);
        Application application = applications.findById(offer.application()).orElseThrow();
        if (!application.isOffered()) {
            return false;
        }
        if (!heard) {
            processes.end("loan-origination", subject, "offer lapsed");
        }
        application.expire();
        security.giveBack(application);
        exposures.release(application.id());
        events.tellOn(on, subject, "origination.event.offer-lapsed", offer.decision(), offer.validUntil());
        notices.tell(application.view(), "origination.notice.offer-lapsed", application.view().number(), offer.validUntil());
        return true;
    }
}

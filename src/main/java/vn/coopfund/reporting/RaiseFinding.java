package vn.coopfund.reporting;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** The controller writes down what was found, who answers it and by when. */
@Act
@Allowed(Role.CONTROLLER)
public class RaiseFinding {

    private final Findings findings;
    private final People people;
    private final BusinessDay businessDay;

    RaiseFinding(Findings findings, People people, BusinessDay businessDay) {
        this.findings = findings;
        this.people = people;
        this.businessDay = businessDay;
    }

    /**
     * @param matter key of the event it is about, or null
     * @throws Refusal saying everything that is missing
     */
    public long raise(String title, String matter, Long responsible, LocalDate dueOn, String words) {
        Actor who = responsible == null ? null : people.find(responsible).filter(Actor::isStaff).orElse(null);
        new Refusal.Problems()
                .addIf(title == null || title.isBlank(), "title", "reporting.refused.title")
                .addIf(who == null || who.id() == Actors.current().id(), "responsible", "reporting.refused.responsible")
                .addIf(dueOn == null || dueOn.isBefore(businessDay.today()), "dueOn", "reporting.refused.due", businessDay.today())
                .addIf(words == null || words.isBlank(), "words", "reporting.refused.words").refuseIfAny();
        return findings.add(title.strip(), matter == null || matter.isBlank() ? null : matter.strip(), who.id(), dueOn, words);
    }
}

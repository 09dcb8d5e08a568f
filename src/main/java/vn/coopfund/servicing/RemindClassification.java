package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.notices.Notices;

/**
 * At the close of a day, reminds of a month end whose debt groups nobody approved: the chief accountant on the eve of the
 * seventh day, and each week after that, then with controller and director, until it is official.
 */
@Component
class RemindClassification implements DayCloseStep {

    private static final int EVE = 6;
    private static final int WEEK = 7;

    private final Classifications classifications;
    private final People people;
    private final Notices notices;

    RemindClassification(Classifications classifications, People people, Notices notices) {
        this.classifications = classifications;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "classificationReminders";
    }

    /** After the month's own step. */
    @Override
    public int order() {
        return 65;
    }

    @Override
    public int run(LocalDate day) {
        List<LocalDate> open = classifications.unapproved();
        if (open.isEmpty()) {
            return 0;
        }
        LocalDate oldest = open.get(0);
        long age = ChronoUnit.DAYS.between(oldest, day);
        if (age % WEEK != EVE) {
            return 0;
        }
        Stream<Role> told = age == EVE ? Stream.of(Role.CHIEF_ACCOUNTANT)
                : Stream.of(Role.CHIEF_ACCOUNTANT, Role.CONTROLLER, Role.DIRECTOR);
        List<Long> readers = told.flatMap(role -> people.withRole(role).stream()).map(Actor::id).distinct().toList();
        notices.tell(readers, Classifications.path(oldest), "servicing.notice.classification-waits", oldest, open.size(),
                MonthEnd.approveBy(oldest));
        return readers.size();
    }
}

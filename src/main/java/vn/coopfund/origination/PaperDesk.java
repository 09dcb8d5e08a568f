package vn.coopfund.origination;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.web.Refusal;

/** Says of each kind of paper whether the actor may file it, or take it out, now. */
@Component
class PaperDesk {

    private final Contracts contracts;

    PaperDesk(Contracts contracts) {
        this.contracts = contracts;
    }

    boolean mayFile(ApplicationView application, String kind) {
        PaperRule rule = PaperRule.of(kind);
        return rule.isFiledBy(Actors.current()) && isInTime(rule, application);
    }

    /** @throws NotAllowed naming who files such papers; a {@link Refusal} when it is not the time for them */
    void refuseForeignHand(ApplicationView application, String kind) {
        Actor actor = Actors.current();
        PaperRule rule = PaperRule.of(kind);
        if (!rule.isFiledBy(actor)) {
            throw new NotAllowed(List.copyOf(rule.filers()));
        }
        if (!isInTime(rule, application)) {
            throw Refusal.conflict(code(rule, application), "#" + application.state().key());
        }
    }

    private boolean isInTime(PaperRule rule, ApplicationView application) {
        return rule.isInTime(Actors.current(), application, () -> contracts.of(application.id()).isPresent());
    }

    private static String code(PaperRule rule, ApplicationView application) {
        if (!application.state().isOpen()) {
            return "origination.closed";
        }
        return switch (rule) {
            case BROUGHT -> "origination.not-editable";
            case CONTRACT -> "origination.paper.before-contract";
            case APPRAISAL -> "origination.paper.not-in-appraisal";
        };
    }
}

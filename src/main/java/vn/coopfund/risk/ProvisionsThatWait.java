package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.web.WaitingWork;

/** Provisions of the latest official month end: not worked out yet, or not confirmed. */
@Component
class ProvisionsThatWait implements WaitingWork {

    private final Classifications classifications;
    private final Provisions provisions;

    ProvisionsThatWait(Classifications classifications, Provisions provisions) {
        this.classifications = classifications;
        this.provisions = provisions;
    }

    @Override
    public List<Entry> waitingFor(Actor actor) {
        if (!actor.isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT)) {
            return List.of();
        }
        return classifications.all().stream().filter(Classifications.Run::isApproved).map(Classifications.Run::asOf).findFirst()
                .flatMap(asOf -> entry(actor, asOf)).stream().toList();
    }

    private Optional<Entry> entry(Actor actor, LocalDate asOf) {
        Provisions.Run run = provisions.find(asOf).orElse(null);
        boolean toPropose = run == null && actor.is(Role.ACCOUNTANT);
        boolean toConfirm = run != null && run.state() == Provisions.State.PENDING && actor.is(Role.CHIEF_ACCOUNTANT)
                && run.proposedBy() != actor.id();
        return toPropose || toConfirm ? Optional.of(new Entry(
                toPropose ? "risk.waiting.provisions-to-propose" : "risk.waiting.provisions-to-confirm", List.of(asOf), 1,
                "/risk?asOf=" + asOf, false)) : Optional.empty();
    }
}

package vn.coopfund.products;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** Shows what a draft would change, and refuses what no version may be; keeps nothing. */
@Component
public class PreviewRegulation {

    private final Regulations regulations;
    private final BusinessDay businessDay;

    PreviewRegulation(Regulations regulations, BusinessDay businessDay) {
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** A draft as read, and what it changes against the version whose place it would take. */
    public record Preview(LendingRegulation proposed, List<RegulationChange> changes) {
    }

    /** @throws Refusal for what the law or arithmetic forbids, while another waits, and where nothing would change */
    @Transactional(readOnly = true)
    public Preview preview(RegulationDraft draft) {
        LendingRegulation proposed = read(draft);
        if (regulations.pending().isPresent()) {
            throw Refusal.conflict("products.regulation.another-waits");
        }
        LendingRegulation latest = regulations.latest().regulation();
        List<RegulationChange> changes = RegulationChange.between(latest, proposed);
        if (changes.isEmpty() && proposed.inForceFrom().equals(latest.inForceFrom())) {
            throw Refusal.conflict("products.regulation.nothing-changes");
        }
        return new Preview(proposed, changes);
    }

    private LendingRegulation read(RegulationDraft draft) {
        Refusal.Problems problems = new Refusal.Problems();
        Optional<LendingRegulation> read = draft.read(problems);
        read.ifPresent(proposed -> RegulationRules.check(proposed, businessDay.today(), problems));
        problems.refuseIfAny();
        return read.orElseThrow();
    }
}

package vn.coopfund.products;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;

/** Versions of the regulation for tests, proposed and confirmed by two administrators. */
@Component
public class RegulationDrafts {

    private final Staff staff;
    private final Regulations regulations;
    private final ProposeRegulation proposeRegulation;
    private final ConfirmRegulation confirmRegulation;
    private final DeclineRegulation declineRegulation;
    private final BusinessDay businessDay;

    RegulationDrafts(People people, Regulations regulations, ProposeRegulation proposeRegulation,
            ConfirmRegulation confirmRegulation, DeclineRegulation declineRegulation, BusinessDay businessDay) {
        this.staff = new Staff(people);
        this.regulations = regulations;
        this.proposeRegulation = proposeRegulation;
        this.confirmRegulation = confirmRegulation;
        this.declineRegulation = declineRegulation;
        this.businessDay = businessDay;
    }

    /** The latest version with these figures otherwise. */
    public RegulationDraft with(LocalDate from, Map<String, String> changes) {
        Map<String, String> figures = new LinkedHashMap<>();
        LendingRegulation latest = regulations.latest().regulation();
        RegulationField.ALL.forEach(field -> figures.put(field.name(), typed(field.value(latest))));
        figures.putAll(changes);
        return new RegulationDraft(from, "QĐ 15/QĐ-HĐQL", figures);
    }

    public RegulationVersion proposed(LocalDate from, Map<String, String> changes) {
        return staff.as(Role.ADMINISTRATOR, () -> proposeRegulation.propose(with(from, changes)));
    }

    /** In force from today on. */
    public RegulationVersion inForce(Map<String, String> changes) {
        return confirmed(proposed(businessDay.today(), changes));
    }

    public RegulationVersion confirmed(RegulationVersion version) {
        return Actors.as(staff.named("administrator-2", Role.ADMINISTRATOR), () -> confirmRegulation.confirm(version.id()));
    }

    /** Other tests find what they found before: nothing waits, and the first version's figures hold from today on. */
    public void putBack() {
        clear();
        Map<String, String> changes = new LinkedHashMap<>();
        RegulationChange.between(regulations.latest().regulation(), regulations.confirmed().get(0).regulation())
                .forEach(change -> changes.put(change.field().name(), typed(change.after())));
        if (!changes.isEmpty()) {
            inForce(changes);
        }
    }

    /** Nothing waits any more. */
    public void clear() {
        regulations.pending().ifPresent(waiting -> Actors.as(staff.named("administrator-2", Role.ADMINISTRATOR),
                () -> waiting.proposedBy() != null && waiting.proposedBy() == Actors.current().id() ? null
                        : declineRegulation.decline(waiting.id(), "–")));
    }

    private static String typed(Object value) {
        if (value instanceof MonetaryAmount amount) {
            return String.valueOf(Dong.longOf(amount));
        }
        if (value instanceof BigDecimal figure) {
            return figure.toPlainString();
        }
        return value instanceof Collection<?> words
                ? words.stream().map(Object::toString).collect(Collectors.joining(",")) : value == null ? null : value.toString();
    }
}

package vn.coopfund.products;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.coopfund.web.Refusal;

/**
 * A version of the regulation as somebody types it.
 *
 * @param inForceFrom the first day on which it holds
 * @param paper       number and date of the decision behind it
 * @param figures     each figure as typed, by its name; several words are parted by commas
 */
public record RegulationDraft(LocalDate inForceFrom, String paper, Map<String, String> figures) {

    /** The version, unless a figure cannot be read; all that is missing or unreadable is added to the problems. */
    Optional<LendingRegulation> read(Refusal.Problems problems) {
        Map<String, Object> values = new LinkedHashMap<>();
        RegulationField.ALL.forEach(field -> values.put(field.name(), read(field, problems)));
        boolean readable = !problems.any();
        values.put("inForceFrom", inForceFrom);
        values.put("paper", paper == null ? null : paper.strip());
        problems.addIf(inForceFrom == null, "inForceFrom", "products.regulation.day-needed")
                .addIf(paper == null || paper.isBlank(), "paper", "products.regulation.paper-needed");
        return readable ? Optional.of(RegulationRow.of(values)) : Optional.empty();
    }

    private Object read(RegulationField field, Refusal.Problems problems) {
        String typed = figures.get(field.name());
        if (typed == null || typed.isBlank()) {
            problems.addIf(!field.optional(), field.name(), "products.regulation.needed");
            return null;
        }
        return problems.reading(field.name(), "products.regulation.unreadable." + field.kind(),
                () -> field.parse(typed.strip()));
    }
}

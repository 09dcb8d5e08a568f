package vn.coopfund.products.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.access.People;
import vn.coopfund.products.RegulationChange;
import vn.coopfund.products.RegulationVersion;

/** The versions of the regulation, each with what it changed against the one before. */
@Component
class RegulationHistory {

    private final RegulationWords words;
    private final People people;

    RegulationHistory(RegulationWords words, People people) {
        this.words = words;
        this.people = people;
    }

    /** Whether a version holds today, is to come, or another has taken its place. */
    public enum Standing {
        IN_FORCE("products.regulation.version.in-force", "good"),
        COMING("products.regulation.version.coming", "open"),
        REPLACED("products.regulation.version.replaced", "quiet");

        private final String key;
        private final String tag;

        Standing(String key, String tag) {
            this.key = key;
            this.tag = tag;
        }

        public String key() {
            return key;
        }

        public String tag() {
            return tag;
        }
    }

    /** A version as the page shows it; {@code changes} is null for the first. */
    public record Entry(RegulationVersion version, Standing standing, List<RegulationWords.Changed> changes,
            String proposedBy, String decidedBy) {
    }

    /** The newest first. */
    List<Entry> of(List<RegulationVersion> confirmed, LocalDate today) {
        List<Entry> entries = new ArrayList<>();
        RegulationVersion inForce = inForce(confirmed, today);
        for (int i = 0; i < confirmed.size(); i++) {
            RegulationVersion version = confirmed.get(i);
            entries.add(0, new Entry(version, standing(version, confirmed, inForce, today),
                    i == 0 ? null : words.changes(RegulationChange.between(confirmed.get(i - 1).regulation(),
                            version.regulation())),
                    name(version.proposedBy()), name(version.decidedBy())));
        }
        return entries;
    }

    private static RegulationVersion inForce(List<RegulationVersion> confirmed, LocalDate today) {
        return confirmed.stream().filter(version -> !version.regulation().inForceFrom().isAfter(today))
                .reduce((one, later) -> later).orElse(confirmed.get(0));
    }

    /** A version to come is replaced where one confirmed after it begins no later. */
    private static Standing standing(RegulationVersion version, List<RegulationVersion> confirmed,
            RegulationVersion inForce, LocalDate today) {
        LocalDate from = version.regulation().inForceFrom();
        if (version.equals(inForce)) {
            return Standing.IN_FORCE;
        }
        boolean comes = from.isAfter(today) && confirmed.stream().filter(other -> other.number() > version.number())
                .allMatch(other -> other.regulation().inForceFrom().isAfter(from));
        return comes ? Standing.COMING : Standing.REPLACED;
    }

    String name(Long person) {
        return people.nameOf(person == null ? 0 : person);
    }
}

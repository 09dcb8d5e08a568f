package vn.coopfund.simulation;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened, by kind of fact. */
final class Tally {

    /** What came of facts of a kind; broken ones are done or refused as well, when they are done again. */
    static final class Line {
        int done;
        int refused;
        int broken;
        int atOnce;

        private void add(Line other) {
            done += other.done;
            refused += other.refused;
            broken += other.broken;
            atOnce += other.atOnce;
        }

        @Override
        public String toString() {
            return "%d done, %d refused, %d broken, %d at once".formatted(done, refused, broken, atOnce);
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();

    Line of(String fact) {
        return lines.computeIfAbsent(fact, first -> new Line());
    }

    Map<String, Line> lines() {
        return lines;
    }

    synchronized void add(Tally other) {
        other.lines.forEach((fact, line) -> of(fact).add(line));
    }

    Line sum() {
        Line sum = new Line();
        lines.values().forEach(sum::add);
        return sum;
    }
}

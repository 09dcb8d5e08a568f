package vn.coopfund.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures that are drawn, and listed in a table under the picture.
 *
 * @param kind   how it is drawn: {@code bar}, {@code line} or {@code doughnut}
 * @param money  whether the figures are đồng
 * @param labels one a column of the picture
 * @param series each with a name and one figure a label
 */
public record Chart(String kind, boolean money, List<String> labels, List<Series> series) {

    /** Figures of one name; one a label. A line is drawn across the bars: a target, say. */
    public record Series(String name, List<? extends Number> values, boolean line) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException(one.name() + " has " + one.values().size() + " figures for "
                        + labels.size() + " labels");
            }
        }
    }

    public static Chart bars(List<String> labels) {
        return new Chart("bar", false, labels, List.of());
    }

    public static Chart lines(List<String> labels) {
        return new Chart("line", false, labels, List.of());
    }

    public static Chart shares(List<String> labels) {
        return new Chart("doughnut", false, labels, List.of());
    }

    /** The same with figures that are đồng. */
    public Chart amounts() {
        return new Chart(kind, true, labels, series);
    }

    /** The same with a line across the bars. */
    public Chart line(String name, List<? extends Number> values) {
        return with(new Series(name, values, true));
    }

    private Chart with(Series one) {
        List<Series> more = new ArrayList<>(series);
        more.add(one);
        return new Chart(kind, money, labels, more);
    }

    /** The same with one more series. */
    public Chart series(String name, List<? extends Number> values) {
        return with(new Series(name, values, false));
    }
}

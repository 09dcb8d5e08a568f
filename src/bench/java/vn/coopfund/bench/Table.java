package vn.coopfund.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table in Markdown with a heading before it and words after it. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String heading, String... columns) {
        lines.addAll(List.of("# " + heading, ""));
        row((Object[]) columns);
        lines.add("|" + "---|".repeat(columns.length));
    }

    Table row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    void write(Path file, String... words) throws IOException {
        lines.add("");
        lines.addAll(List.of(words));
        Files.write(file, lines);
        lines.forEach(System.out::println);
    }
}

package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every migration is found where its name says, once, by its owner, with a way back and a word on each table. */
class ChangelogTests {

    private static final Path FOLDER = Path.of("db", "changelog");

    static Stream<Path> migrations() {
        return files().filter(file -> file.toString().endsWith(".sql"));
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void saysItsNameAndOwnerAndAWayBack(Path file) {
        String room = file.getParent().getFileName().toString();
        List<String> lines = text(file).lines().toList();
        assertThat(stem(file)).matches("\\d{3}(-[a-z]+)+");
        assertThat(lines.get(0)).isEqualTo("--liquibase formatted sql logicalFilePath:" + room + "/" + stem(file) + ".sql");
        assertThat(lines).filteredOn(line -> line.startsWith("--changeset")).singleElement().asString()
                .startsWith("--changeset " + room + ":" + stem(file));
        assertThat(lines).anyMatch(line -> line.startsWith("--rollback"));
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void explainsEveryTableItMakes(Path file) {
        String sql = text(file);
        Matcher table = Pattern.compile("(?m)^create table (\\S+)").matcher(sql);
        while (table.find()) {
            assertThat(sql).contains("comment on table " + table.group(1) + " is");
        }
    }

    @Test
    void includesEveryMigrationOnce() {
        String changelog = text(Path.of("db", "changelog.xml"));
        assertThat(files()).allSatisfy(file -> assertThat(changelog.split(Pattern.quote("\"" + file + "\""), -1))
                .as(file.toString()).hasSize(2));
        assertThat(changelog).doesNotContain("<changeSet");
        assertThat(changelog.indexOf("camunda-changelog.xml")).isLessThan(changelog.indexOf("db/changelog/access/"));
    }
}

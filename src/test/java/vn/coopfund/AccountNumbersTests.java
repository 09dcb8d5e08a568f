package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Accounts are data: which one a fact stands on is read in the posting templates, and the program looks for what it knows
 * by the part that names it. So no account number stands in Java, neither as a word nor quoted in SQL.
 */
class AccountNumbersTests {

    /** The ministry's forms, whose lines are defined by groups of accounts: data in the shape of a list. */
    private static final Set<String> FORMS = Set.of("StatementReports.java");
    private static final Pattern CHART_ROW = Pattern.compile("\\(\\s*(?:1, )?'(\\d{3,6})', '");
    private static final Pattern WORD = Pattern.compile("\"(\\d{3,6})\"|'(\\d{3,6})'");
    /** Numbers of the web and of the database that happen to look alike. */
    private static final Set<String> NO_ACCOUNTS = Set.of("150", "422", "500");

    @Test
    void noJavaNamesAnAccountNumber() {
        Set<String> chart = chart();
        assertThat(chart).contains("1283", "112", "33882", "9714");
        List<String> named = files(Path.of("src/main/java"), ".java").filter(file -> !FORMS.contains(file.getFileName().toString()))
                .flatMap(file -> WORD.matcher(withoutComments(text(file))).results().map(AccountNumbersTests::number)
                        .filter(chart::contains).filter(number -> !NO_ACCOUNTS.contains(number))
                        .map(number -> file.getFileName() + " names " + number)).toList();
        assertThat(named).isEmpty();
    }

    private static Set<String> chart() {
        return files(Path.of("db/changelog"), ".sql").map(AccountNumbersTests::text)
                .filter(sql -> sql.contains("insert into ledger.account") || sql.contains("insert into ledger.memorandum_account"))
                .flatMap(sql -> CHART_ROW.matcher(sql).results().map(row -> row.group(1))).collect(Collectors.toSet());
    }

    private static String number(MatchResult word) {
        return word.group(1) == null ? word.group(2) : word.group(1);
    }

    private static String withoutComments(String java) {
        return Pattern.compile("(?s)/\\*.*?\\*/").matcher(java).replaceAll("");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
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
}

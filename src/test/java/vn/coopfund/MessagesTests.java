package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerPaper;
import vn.coopfund.cooperatives.ConsentPurpose;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.WorkingDayRule;
import vn.coopfund.vouchers.VoucherKind;

/** Every word that people read stands in the message files, in both languages; every key that is used is there. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");

    private static final Pattern COMMENT_OR_CODE =
            Pattern.compile("<!--.*?-->|<!DOCTYPE[^>]*>|<(style|script)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>", Pattern.DOTALL);
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]|&#?\\w+;", Pattern.DOTALL);
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|placeholder|label|aria-label|aria-description)\\s*=\\s*[\"'][^\"']*\\p{L}");
    private static final Pattern ASKED = Pattern.compile("\\sth:[\\w-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern LITERAL = Pattern.compile("['\"]([a-z]+(?:\\.[\\w-]+)+)['\"]");
    private static final Pattern SUMMARY = Pattern.compile(":: errorSummary\\(form='form', labels='([^']+)'");
    private static final Pattern FIELD = Pattern.compile(
            "fragments/form :: (?:text|textarea|amount|integer|date|select|radios|checkbox)\\((?:name=)?'([\\w.]+)', ?(?:label=)?'([\\w.-]+)'");
    private static final Pattern ACT = Pattern.compile("(?m)^@Act$");
    private static final Pattern RECORDED = Pattern.compile("\\brecord\\([^;\"]*\"([A-Z]\\w+)\"");
    private static final Pattern STEP_NAME = Pattern.compile("String name\\(\\) \\{\\s*return \"(\\w+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameArguments() {
        for (String room : rooms()) {
            Map<String, String> vietnamese = bundle(room + "_vi");
            Map<String, String> english = bundle(room + "_en");
            assertThat(english.keySet()).as(room).isEqualTo(vietnamese.keySet());
            vietnamese.forEach((key, words) ->
                    assertThat(arguments(english.get(key))).as("arguments of " + key).isEqualTo(arguments(words)));
        }
    }

    @Test
    void everyMessageIsWrittenAsAFormat() {
        List<String> wrong = new ArrayList<>();
        files(MESSAGES, ".properties").forEach(file -> bundle(name(file)).forEach((key, words) -> {
            if (words.isBlank() || LONE_APOSTROPHE.matcher(words).find()) {
                wrong.add(name(file) + ": " + key + " = " + words);
            }
            new MessageFormat(words);
        }));
        assertThat(wrong).as("empty, or with an apostrophe that is not doubled").isEmpty();
    }

    /** Notices and timelines are kept as keys: a key that was ever written has its words for ever. */
    @Test
    void keysOfKeptSentencesAreNeverTakenOut() {
        assertThat(allKeys()).contains("risk.notice.write-off-proposed", "servicing.event.proposed", "servicing.event.rejected",
                "servicing.notice.proposed", "servicing.notice.rejected", "servicing.collateral.MORTGAGE", "servicing.collateral.PLEDGE",
                "servicing.collateral.GUARANTEE", "risk.vote.FOR", "risk.vote.AGAINST");
    }

    @Test
    void noKeyStandsTwice() {
        Map<String, String> where = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (String room : rooms()) {
            for (String key : keysAsWritten(room + "_vi")) {
                String before = where.putIfAbsent(key, room);
                if (before != null) {
                    twice.add(key + " in " + before + " and " + room);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void noTemplateSpeaksForItself() {
        List<String> spoken = new ArrayList<>();
        files(TEMPLATES, ".html").forEach(file -> {
            String markup = COMMENT_OR_CODE.matcher(read(file)).replaceAll("");
            Matcher tags = TAG.matcher(markup);
            tags.results().map(tag -> ASKED.matcher(tag.group()).replaceAll(" "))
                    .filter(tag -> SPOKEN_ATTRIBUTE.matcher(tag).find())
                    .forEach(tag -> spoken.add(file + ": " + tag));
            Stream.of(INLINED.matcher(TAG.matcher(markup).replaceAll("\n")).replaceAll("").split("\n"))
                    .filter(line -> LETTER.matcher(line).find()).forEach(line -> spoken.add(file + ": " + line.strip()));
        });
        assertThat(spoken).isEmpty();
    }

    @Test
    void everyKeyOfATemplateIsThere() {
        Set<String> keys = allKeys();
        List<String> missing = new ArrayList<>();
        files(TEMPLATES, ".html").forEach(file -> {
            String markup = COMMENT_OR_CODE.matcher(read(file)).replaceAll("");
            Stream.concat(found(MESSAGE, markup), found(LITERAL, markup).filter(this::isOfARoom))
                    .filter(key -> !known(key, keys)).forEach(key -> missing.add(file + ": " + key));
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyOfTheCodeIsThere() {
        Set<String> keys = allKeys();
        List<String> missing = new ArrayList<>();
        files(CODE, ".java").forEach(file -> read(file).lines()
                .filter(line -> !line.strip().startsWith("*"))
                .flatMap(line -> found(LITERAL, line)).filter(this::isOfARoom).filter(word -> !word.endsWith("_seq"))
                .filter(key -> !known(key, keys)).forEach(key -> missing.add(file + ": " + key)));
        assertThat(missing).isEmpty();
    }

    /** "Enter a value" alone does not say where: the summary names each field by the label that stands at it. */
    @Test
    void everyErrorSummaryNamesItsFields() {
        List<String> unnamed = new ArrayList<>();
        files(TEMPLATES, ".html").forEach(file -> {
            String markup = COMMENT_OR_CODE.matcher(read(file)).replaceAll("");
            if (markup.contains(":: errorSummary('")) {
                unnamed.add(file + ": no labels");
            }
            found(SUMMARY, markup).forEach(labels -> FIELD.matcher(markup).results()
                    .filter(field -> Stream.of(labels.split(",")).map(String::strip)
                            .noneMatch(label -> names(label, field.group(1), field.group(2))))
                    .forEach(field -> unnamed.add(file + ": " + field.group(1))));
        });
        assertThat(unnamed).isEmpty();
    }

    private static boolean names(String label, String field, String key) {
        String written = field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return label.equals(field + "=" + key) || key.equals(label + "." + field) || key.equals(label + "." + written);
    }

    /** What the audit log keeps is read in words. */
    @Test
    void everyActAndEventAndSubjectHasItsWords() {
        Set<String> keys = allKeys();
        Stream<String> acts = files(CODE, ".java").filter(file -> ACT.matcher(read(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""));
        Stream<String> events = files(CODE, ".java").flatMap(file -> found(RECORDED, read(file)));
        Stream<String> subjects = Stream.of(Subject.Type.values()).map(type -> "access.subject." + type);
        assertThat(Stream.concat(Stream.concat(acts, events).map(what -> "access.act." + what), subjects)
                .filter(key -> !keys.contains(key))).isEmpty();
    }

    /** The page of the days names every step that rooms above the calendar register. */
    @Test
    void everyStepOfDayCloseHasItsWords() {
        Set<String> keys = allKeys();
        List<String> missing = new ArrayList<>();
        List<Path> steps = files(CODE, ".java").filter(file -> read(file).contains("implements DayCloseStep")).toList();
        steps.forEach(file -> {
            String name = found(STEP_NAME, read(file)).findFirst().orElseThrow();
            Stream.of("calendar.step.", read(file).contains("OptionalInt expects(") ? "calendar.expects." : "calendar.step.")
                    .map(family -> family + name).filter(key -> !keys.contains(key)).forEach(missing::add);
        });
        assertThat(steps).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    /** A key that a template ends by an enum's word is there for every word of that enum. */
    @Test
    void everyWordOfAnEnumIsThere() {
        Set<String> keys = allKeys();
        assertThat(Stream.of(
                words("access.role", Role.values()), words("cooperatives.kind", BorrowerKind.values()),
                words("cooperatives.consent.purpose", ConsentPurpose.values()),
                words("cooperatives.paper", BorrowerPaper.values()), words("products.method", RepaymentMethod.values()),
                words("products.day-count", DayCount.values()), words("products.rounding", Rounding.values()),
                words("products.overdue-scope", OverdueScope.values()),
                words("products.working-days", WorkingDayRule.values()),
                words("vouchers.kind", VoucherKind.values())).flatMap(family -> family)
                .filter(key -> !keys.contains(key))).isEmpty();
    }

    private static Stream<String> words(String family, Object[] values) {
        return Stream.of(values).map(value -> family + "." + value);
    }

    /** There itself, or the beginning of others (to which a word is added while the program runs). */
    private static boolean known(String key, Set<String> keys) {
        return keys.contains(key) || keys.stream().anyMatch(other -> other.startsWith(key + "."));
    }

    private boolean isOfARoom(String literal) {
        return Files.isDirectory(CODE.resolve("vn/coopfund").resolve(literal.substring(0, literal.indexOf('.'))));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Set<String> arguments(String words) {
        return found(Pattern.compile("(" + ARGUMENT + ")"), words).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rooms() {
        return files(MESSAGES, "_vi.properties").map(file -> name(file).replace("_vi", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allKeys() {
        return rooms().stream().flatMap(room -> bundle(room + "_vi").keySet().stream()).collect(Collectors.toSet());
    }

    private static Map<String, String> bundle(String name) {
        java.util.Properties read = new java.util.Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
            read.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> words = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        return words;
    }

    private static List<String> keysAsWritten(String name) {
        return found(Pattern.compile("(?m)^([\\w.-]+)\\s*="), read(MESSAGES.resolve(name + ".properties"))).toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".properties", "");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

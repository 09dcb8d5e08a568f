package vn.coopfund.origination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.web.Texts;

/** What the fund asked for, read from its one text: papers of the checklist by their names, and whatever else it wrote. */
@Component
class AskedPapers {

    private static final String BETWEEN = "; ";

    private final Texts texts;

    AskedPapers(Texts texts) {
        this.texts = texts;
    }

    /** @param others what names no paper of the list, as it was written */
    public record Asked(List<Checklist.Item> papers, List<String> others) {

        public boolean has(Checklist.Item item) {
            return papers.stream().anyMatch(paper -> paper.kind().equals(item.kind()));
        }

        public boolean isEmpty() {
            return papers.isEmpty() && others.isEmpty();
        }
    }

    /** Nothing while nothing is asked. */
    Asked of(String missing, List<Checklist.Item> checklist) {
        List<Checklist.Item> papers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Stream.of((missing == null ? "" : missing).split(BETWEEN.strip())).map(String::strip)
                .filter(words -> !words.isEmpty()).forEach(words -> checklist.stream()
                        .filter(item -> isNamed(item, words)).findFirst()
                        .ifPresentOrElse(papers::add, () -> others.add(words)));
        return new Asked(List.copyOf(papers), List.copyOf(others));
    }

    /** What somebody asks for, with papers of the list by their names where it gives their codes, as a program does. */
    String inWords(String typed, List<Checklist.Item> checklist) {
        return Stream.of(typed.split(BETWEEN.strip())).map(String::strip).filter(words -> !words.isEmpty())
                .map(words -> byCodes(words, checklist)).collect(Collectors.joining(BETWEEN));
    }

    private String byCodes(String words, List<Checklist.Item> checklist) {
        List<String> codes = Stream.of(words.split(",")).map(String::strip).toList();
        boolean known = codes.stream().allMatch(code -> checklist.stream().anyMatch(item -> item.kind().equals(code)));
        return !known ? words : codes.stream().map(code -> texts.of("origination.paper." + code)).collect(Collectors.joining(BETWEEN));
    }

    private boolean isNamed(Checklist.Item item, String words) {
        return Stream.of("vi", "en").map(Locale::forLanguageTag)
                .anyMatch(language -> texts.in(language, item.label()).equalsIgnoreCase(words));
    }
}

package vn.coopfund.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Text as a search compares it: without tone marks, capitals and needless blanks, so "hop tac xa" finds "Hợp tác xã". */
public final class SearchText {

    private SearchText() {
    }

    /** The parts folded and joined by a blank; null parts are left out. */
    public static String of(String... parts) {
        return Arrays.stream(parts).filter(Objects::nonNull).map(SearchText::fold).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** The words of a wish as patterns for SQL's {@code like}: a hit has all of them. */
    public static List<String> patterns(String wish) {
        String folded = of(wish);
        return folded.isEmpty() ? List.of() : Arrays.stream(folded.split(" "))
                .map(word -> "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").toList();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}

package vn.coopfund.cooperatives;

import java.text.Normalizer;

/** Makes typed text fit to keep. */
final class Clean {

    private Clean() {
    }

    /** In NFC, without blanks around and needless ones between; null where nothing is left. */
    static String text(String typed) {
        String text = typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC).replaceAll("[\\s\\u00a0]+", " ").strip();
        return text.isEmpty() ? null : text;
    }

    /** Without the blanks and dots that people put between digits. */
    static String digits(String typed) {
        String text = text(typed);
        return text == null ? null : text.replaceAll("[ .]", "");
    }
}

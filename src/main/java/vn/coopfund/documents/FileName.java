package vn.coopfund.documents;

import java.text.Normalizer;

/** Makes the name that somebody's computer gave a file fit to be stored, shown and downloaded. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {
    }

    /** Without folders, control and direction marks and characters that file systems refuse, in NFC, rightly ended. */
    static String clean(String given, PaperType type) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").replaceAll("\\s+", " ");
        int dot = name.lastIndexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).replaceAll("^[. ]+|[. ]+$", "");
        int[] characters = stem.codePoints().limit(LONGEST).toArray();
        return (characters.length == 0 ? "attachment" : new String(characters, 0, characters.length)) + "." + type.ending();
    }
}

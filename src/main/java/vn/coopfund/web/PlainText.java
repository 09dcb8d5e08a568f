package vn.coopfund.web;

/** Which characters a text may have: all that can be stored, shown, printed and exported. */
final class PlainText {

    private PlainText() {
    }

    /** No control characters but tabs and ends of lines, no half of a pair, no character that Unicode has not. */
    static boolean isFit(String text) {
        return text.codePoints().allMatch(PlainText::isFit);
    }

    private static boolean isFit(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> true;
            default -> !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE
                    && (character & 0xFFFE) != 0xFFFE;
        };
    }
}

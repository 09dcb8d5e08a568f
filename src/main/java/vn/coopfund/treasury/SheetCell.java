package vn.coopfund.treasury;

import java.math.BigDecimal;

/**
 * A cell of a file.
 *
 * @param text   as it is written; empty for none
 * @param number where the file says that it is one (a spreadsheet's number or day); else null
 */
record SheetCell(String text, BigDecimal number) {

    static final SheetCell EMPTY = new SheetCell("", null);

    /** An apostrophe before what a spreadsheet would run is not part of it (our own files write one), nor what no text has. */
    static SheetCell of(String text) {
        String plain = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty() ? EMPTY
                : new SheetCell(plain.length() > 1 && plain.charAt(0) == '\'' && "=+-@".indexOf(plain.charAt(1)) >= 0
                        ? plain.substring(1) : plain, null);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}

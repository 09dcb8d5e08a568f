package vn.coopfund.reporting;

/**
 * A column of a report; its head is the message {@code reporting.column.<name>}.
 *
 * @param adds which place of a row the total of this column adds up: its own, a hidden one behind the shown columns (the
 *             change behind a running balance), or {@value #NOTHING}
 */
public record Column(String name, Kind kind, int adds) {

    static final int NOTHING = -1;

    /** What stands in the cells: {@code WORD} is a text, or with {@code #} before it a message key; {@code DONG} whole đồng. */
    public enum Kind { TEXT, WORD, DAY, DONG, COUNT, PERCENT, ENTRY, LOAN }

    public boolean isNumber() {
        return kind == Kind.DONG || kind == Kind.COUNT || kind == Kind.PERCENT;
    }

    public boolean isSummed() {
        return adds != NOTHING;
    }

    public String key() {
        return "reporting.column." + name;
    }
}

package vn.coopfund.treasury;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows the balance through a statement, whichever way it is written: the oldest line first or last. Says which way
 * breaks less, and where it breaks.
 */
final class RunningBalance {

    private static final int MOST_NAMED = 50;

    private final List<Integer> brokenDown = new ArrayList<>();
    private final List<Integer> brokenUp = new ArrayList<>();
    private int breaksDown;
    private int breaksUp;
    private BankLine first;
    private BankLine last;

    void add(BankLine line) {
        if (line.balance() == null) {
            return;
        }
        if (first == null) {
            first = line;
        } else {
            if (last.balance() + line.amount() != line.balance()) {
                breaksDown++;
                note(brokenDown, line.row());
            }
            if (line.balance() + last.amount() != last.balance()) {
                breaksUp++;
                note(brokenUp, line.row());
            }
        }
        last = line;
    }

    private static void note(List<Integer> rows, int row) {
        if (rows.size() < MOST_NAMED) {
            rows.add(row);
        }
    }

    /** Whether the latest line stands first; of one line, or of a tie, the days decide. */
    boolean descending() {
        return breaksUp < breaksDown
                || breaksUp == breaksDown && first != null && last.paidOn().isBefore(first.paidOn());
    }

    /** The first rows whose balance does not follow from the one before. */
    List<Integer> broken() {
        return List.copyOf(descending() ? brokenUp : brokenDown);
    }

    /** Before the first line; null where no line has a balance. */
    Long opening() {
        return first == null ? null : descending() ? last.balance() - last.amount() : first.balance() - first.amount();
    }

    Long closing() {
        return first == null ? null : descending() ? first.balance() : last.balance();
    }
}

package vn.coopfund.ledger;

import java.time.YearMonth;

/** Something that has to agree before a month is closed. Rooms above register theirs; {@link ClosePeriod} asks them all. */
public interface PeriodCheck {

    /** Message key of what is checked, e.g. {@code reporting.check.sub-ledger}. */
    String key();

    /** What it finds as at the month's last day. */
    Finding find(YearMonth month);

    /**
     * @param agrees whether the month may be closed
     * @param figure what stands against it: a difference in đồng or how many; 0 where it agrees
     */
    record Finding(boolean agrees, long figure) {

        /** Agrees where the figure is 0. */
        public static Finding of(long figure) {
            return new Finding(figure == 0, figure);
        }
    }
}

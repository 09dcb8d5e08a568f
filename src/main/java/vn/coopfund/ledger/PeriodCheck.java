package vn.coopfund.ledger;

import java.time.YearMonth;
import java.util.function.ToLongFunction;

/**
 * Something that is looked at before a month is closed. Rooms above register theirs; {@link ClosePeriod} asks all that
 * bind, the page of the months shows all.
 */
public interface PeriodCheck {

    /** Message key of what is checked, e.g. {@code reporting.check.sub-ledger}. */
    String key();

    /** What it finds as at the month's last day. */
    Finding find(YearMonth month);

    /** Whether the month stays open while it does not agree; what does not bind is for the chief accountant to weigh. */
    default boolean binds() {
        return true;
    }

    /** One that only advises: how many are left of something that is usually done before. */
    static PeriodCheck advice(String key, ToLongFunction<YearMonth> left) {
        return new PeriodCheck() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Finding find(YearMonth month) {
                return Finding.of(left.applyAsLong(month));
            }

            @Override
            public boolean binds() {
                return false;
            }
        };
    }

    /**
     * @param agrees whether nothing stands against the close
     * @param figure what stands against it: a difference in đồng or how many; 0 where it agrees
     */
    record Finding(boolean agrees, long figure) {

        /** Agrees where the figure is 0. */
        public static Finding of(long figure) {
            return new Finding(figure == 0, figure);
        }
    }
}

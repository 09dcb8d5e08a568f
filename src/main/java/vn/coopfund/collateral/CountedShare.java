package vn.coopfund.collateral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** How much of its value an item counts for when provisions are worked out; the room of risks knows. */
public interface CountedShare {

    /** Percent by the name of the measure, on a day; the rest is the haircut. */
    Map<String, BigDecimal> counted(LocalDate day);
}

package vn.coopfund.reporting;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A movement of charter capital in the books; together they are the charter capital.
 *
 * @param source   code of the capital source
 * @param amount   negative where capital was taken back
 * @param decision the paper behind it; the entry's text where there is no contribution
 * @param entry    the entry's id
 */
public record CapitalLine(String source, String sourceName, MonetaryAmount amount, LocalDate valueDate, LocalDate bookedOn,
        String decision, String entry) {
}

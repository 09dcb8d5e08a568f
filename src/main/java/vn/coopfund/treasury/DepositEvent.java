package vn.coopfund.treasury;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What happened to a deposit: principal, rate and maturity after it, and the interest it brought. */
public record DepositEvent(long orderId, Kind kind, LocalDate onDay, long principal, long interest, BigDecimal rate,
        LocalDate maturesOn) {

    /** RENEWED keeps the money there; MATURED and WITHDRAWN bring it back, the latter before its time. TAKEN_BACK leaves it as it was before. */
    public enum Kind { OPENED, INTEREST, MATURED, RENEWED, WITHDRAWN, TAKEN_BACK }
}

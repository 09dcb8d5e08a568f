package vn.coopfund.ledger;

import java.time.LocalDate;

/** A movement of a memorandum account, as its book lists it; amounts are whole đồng. */
public record MemorandumLine(String entry, LocalDate valueDate, LocalDate bookedOn, String account, long increase,
        long decrease, String loan, String text, String source) {
}

package vn.coopfund.schedule;

import java.time.LocalDate;

/** A part of the principal paid out on a day, in đồng. */
public record Tranche(LocalDate on, long amount) {
}

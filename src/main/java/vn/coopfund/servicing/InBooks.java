package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The days of the books on which something stands.
 *
 * @param booked    the first of them
 * @param takenBack the first on which it stands no more; null where it was never taken back
 */
record InBooks(LocalDate booked, LocalDate takenBack) {

    boolean stands() {
        return takenBack == null;
    }

    /** At the end of a day. */
    boolean stood(LocalDate day) {
        return !booked.isAfter(day) && (takenBack == null || takenBack.isAfter(day));
    }

    /** On which it came, and on which it went. */
    Stream<LocalDate> changes() {
        return stands() ? Stream.of(booked) : Stream.of(booked, takenBack);
    }
}

package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Something that happened on a day, told whole or not at all.
 *
 * @param name names it once and for all: a chapter of this name is told only once
 * @param work does it, on that business date; returns the id of what it made, or null
 */
record Chapter(LocalDate on, String name, Supplier<Long> work) {
}

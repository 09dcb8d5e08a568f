package vn.coopfund.schedule;

import java.time.LocalDate;

/** A principal amount agreed for a date, in đồng; zero makes a row of interest only. */
public record PrincipalDue(LocalDate dueOn, long amount) {
}

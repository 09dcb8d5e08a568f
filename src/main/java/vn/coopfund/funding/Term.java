package vn.coopfund.funding;

import java.time.LocalDate;
import javax.money.MonetaryAmount;

/** A term of the Alliance's congress, both days included, and what the fund shall reach in it. */
public record Term(String name, LocalDate from, LocalDate to, int projectsTarget, MonetaryAmount capitalTarget) {
}

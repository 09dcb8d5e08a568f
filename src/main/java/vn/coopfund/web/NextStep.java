package vn.coopfund.web;

import java.time.LocalDate;

/**
 * Who acts next on a case.
 *
 * @param who  a person's or a role's name
 * @param what what is to be done, as words
 * @param by   by when, or null
 */
public record NextStep(String who, String what, LocalDate by) {
}

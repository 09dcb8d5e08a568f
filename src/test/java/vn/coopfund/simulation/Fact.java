package vn.coopfund.simulation;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A kind of thing that happens in a fund.
 *
 * @param weight how often it is tried, beside the others
 * @param next   what somebody would do of this kind just now; empty where there is nothing to do it with
 */
record Fact(String name, int weight, Supplier<Optional<Deed>> next) {
}

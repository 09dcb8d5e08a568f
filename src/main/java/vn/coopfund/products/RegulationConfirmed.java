package vn.coopfund.products;

/** A version of the regulation was confirmed: from its day on it takes the place of every version confirmed before it. */
public record RegulationConfirmed(LendingRegulation regulation) {
}

package vn.coopfund.treasury;

/**
 * What came of a matching.
 *
 * @param waiting how many parts wait for a second person
 */
public record Matched(long lineId, int parts, int waiting) {
}

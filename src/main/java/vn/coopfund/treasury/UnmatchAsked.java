package vn.coopfund.treasury;

/**
 * A match is to be undone, and waits for a second person.
 *
 * @param unmatching id of what waits here, or null
 * @param proposal   id of what waits in servicing: the receipt to be taken back; or null
 */
public record UnmatchAsked(Long unmatching, Long proposal) {

    /** Where it is decided. */
    public String path() {
        return unmatching == null ? "/proposals/" + proposal : "/bank/unmatchings/" + unmatching;
    }
}

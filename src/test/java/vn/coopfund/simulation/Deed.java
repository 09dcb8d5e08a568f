package vn.coopfund.simulation;

import java.util.function.Supplier;
import vn.coopfund.access.Actor;

/**
 * One act of the program that somebody is about to do: one transaction.
 *
 * @param words     with whom and what, for who reads the steps of a seed that fails
 * @param colleague another person in the same roles
 * @param again     what comes of doing it a second time
 */
record Deed(String words, Actor who, Actor colleague, Again again, Supplier<?> act) {

    /** What comes of doing the same once more. */
    enum Again {
        /** It is refused. */
        REFUSED,
        /** It answers the same and changes nothing. */
        SAME,
        /** It is done once more: such calls bear a key of their own where they come in. */
        MORE
    }
}

package vn.coopfund.database;

/**
 * Whether this is a demonstration: invented data and sign-ins with a known password.
 *
 * @param on by {@code COOPFUND_DEMO}; where nothing is said, true on the embedded database and false on an outside one
 */
public record Demonstration(boolean on) {
}

package vn.coopfund.access;

/**
 * Somebody can no longer do what was theirs to do: the sign-in was disabled, or roles were taken away. Published in the
 * transaction that does it.
 *
 * @param disabled whether the person cannot sign in any more
 */
public record RolesLost(long personId, boolean disabled) {
}

package vn.coopfund.access;

/**
 * Somebody may no longer do what was theirs to do: the sign-in was disabled, or the roles are others now. Published in the
 * transaction that does it; what is left is in the person's roles.
 *
 * @param disabled whether the person cannot sign in any more
 */
public record RolesLost(long personId, boolean disabled) {
}

package vn.coopfund.access;

/** A command, or what a form brought, that says in a few words for the audit line what mattered in it. */
public interface HasDetail {

    /** Never a password, never a personal number; may be null. */
    String detail();
}

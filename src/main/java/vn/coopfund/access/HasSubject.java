package vn.coopfund.access;

/** A command or an answer that names what it is about, so that the audit line can say so. */
public interface HasSubject {
    Subject subject();
}

package vn.coopfund.access;

import org.springframework.security.access.AccessDeniedException;

/** One person would stand on both sides of a transaction. */
public class DutyConflict extends AccessDeniedException {

    private static final long serialVersionUID = 1L;
    private final Duty wanted;
    private final Duty held;

    public DutyConflict(Duty wanted, Duty held) {
        super(wanted + " conflicts with " + held);
        this.wanted = wanted;
        this.held = held;
    }

    public Duty wanted() {
        return wanted;
    }

    public Duty held() {
        return held;
    }
}

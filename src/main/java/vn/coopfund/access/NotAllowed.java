package vn.coopfund.access;

import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/** A role's refusal: says which roles can. */
public class NotAllowed extends AccessDeniedException {

    private static final long serialVersionUID = 1L;
    private final List<Role> whoCan;

    public NotAllowed(List<Role> whoCan) {
        super("allowed only for " + whoCan);
        this.whoCan = List.copyOf(whoCan);
    }

    public List<Role> whoCan() {
        return whoCan;
    }
}

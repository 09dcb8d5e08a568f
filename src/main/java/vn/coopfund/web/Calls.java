package vn.coopfund.web;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells programs from people: what a program sends is written as JSON writes it, above all dates. */
public final class Calls {

    private Calls() {
    }

    /** Whether a program asks just now, through the REST face. */
    public static boolean isCall() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getRequestURI().startsWith(attributes.getRequest().getContextPath() + "/api/");
    }
}

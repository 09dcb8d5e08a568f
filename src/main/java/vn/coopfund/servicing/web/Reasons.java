package vn.coopfund.servicing.web;

import java.util.function.Supplier;
import vn.coopfund.web.Refusal;

/** Programs send as {@code reason} what a page asks for as {@code why}: a refusal names the field that was sent. */
final class Reasons {

    private Reasons() {
    }

    static <T> T named(Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            throw new Refusal(refusal.kind(), refusal.reasons().stream().map(one -> "why".equals(one.field())
                    ? new Refusal.Reason("reason", one.code(), one.args()) : one).toList());
        }
    }
}

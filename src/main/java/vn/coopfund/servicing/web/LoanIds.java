package vn.coopfund.servicing.web;

import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** Ids are opaque to callers: a text that is none belongs to nobody's record. */
final class LoanIds {

    private LoanIds() {
    }

    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }

    static Subject loan(String id) {
        return Subject.loan(number(id));
    }
}

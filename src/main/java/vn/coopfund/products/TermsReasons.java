package vn.coopfund.products;

import java.util.List;
import java.util.Map;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Violation;
import vn.coopfund.schedule.WorkingDays;
import vn.coopfund.web.Refusal;

/** What is wrong with repayment terms, as reasons of a refusal. */
public final class TermsReasons {

    private TermsReasons() {
    }

    /**
     * One reason an error, at the form's own fields.
     *
     * @param names the form's name of a field of the terms where it has another; of {@code tranches[1].amount} the
     *              field is {@code tranches}
     */
    public static List<Refusal.Reason> of(RepaymentTerms terms, WorkingDays calendar, Map<String, String> names) {
        return terms.violations(calendar).stream().map(violation -> {
            String field = violation.field().replaceFirst("[.\\[].*", "");
            return new Refusal.Reason(names.getOrDefault(field, field), violation.code(), violation.args().toArray());
        }).toList();
    }

    static Refusal.Reason of(Violation violation) {
        return new Refusal.Reason(violation.field(), violation.code(), violation.args().toArray());
    }
}

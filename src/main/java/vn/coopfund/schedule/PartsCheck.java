package vn.coopfund.schedule;

import static vn.coopfund.schedule.RepaymentMethod.CUSTOM;
import static vn.coopfund.schedule.RepaymentTerms.MOST_PRINCIPAL;
import static vn.coopfund.schedule.RepaymentTerms.MOST_ROWS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/** What can be wrong with agreed rows and tranches: each one alone, their order, and their sum. */
final class PartsCheck extends Violations {

    private final RepaymentTerms terms;

    PartsCheck(RepaymentTerms terms) {
        this.terms = terms;
    }

    List<Violation> violations() {
        if (terms.method() == CUSTOM) {
            checkAgreedRows(terms.principals());
        } else {
            check(terms.principals().isEmpty() || terms.method() == null, "principals", "schedule.principals.method");
        }
        checkTranches(terms.tranches());
        return found();
    }

    private void checkAgreedRows(List<PrincipalDue> rows) {
        if (!check(!rows.isEmpty(), "principals", "schedule.required") || !checkCount("principals", rows)) {
            return;
        }
        LocalDate before = terms.disbursedOn();
        for (int i = 0; i < rows.size(); i++) {
            PrincipalDue row = rows.get(i);
            checkDate("principals", i, "dueOn", row.dueOn(), before);
            boolean mayBeZero = i < rows.size() - 1;
            check(row.amount() > 0 || mayBeZero && row.amount() == 0, "principals", i, "amount",
                    mayBeZero ? "schedule.amount.negative" : "schedule.amount.positive");
            checkLimit("principals", i, row.amount());
            before = row.dueOn() == null ? before : row.dueOn();
        }
        checkSum("principals", rows.stream().mapToLong(PrincipalDue::amount));
    }

    private void checkTranches(List<Tranche> tranches) {
        if (tranches.isEmpty() || !checkCount("tranches", tranches)) {
            return;
        }
        LocalDate before = null;
        for (int i = 0; i < tranches.size(); i++) {
            Tranche tranche = tranches.get(i);
            checkDate("tranches", i, "on", tranche.on(), before);
            check(i > 0 || tranche.on() == null || terms.disbursedOn() == null
                    || tranche.on().equals(terms.disbursedOn()), "tranches[0].on", "schedule.tranches.first");
            check(tranche.amount() > 0, "tranches", i, "amount", "schedule.amount.positive");
            checkLimit("tranches", i, tranche.amount());
            before = tranche.on() == null ? before : tranche.on();
        }
        checkSum("tranches", tranches.stream().mapToLong(Tranche::amount));
    }

    private boolean checkCount(String field, List<?> parts) {
        return check(parts.size() <= MOST_ROWS, field, "schedule.rows.tooMany", MOST_ROWS);
    }

    private void checkDate(String list, int index, String name, LocalDate date, LocalDate before) {
        if (isAdmitted(date)) {
            check(before == null || date.isAfter(before), list, index, name, "schedule.date.order");
        } else {
            checkDate(list + "[" + index + "]." + name, date);
        }
    }

    private void checkLimit(String list, int index, long amount) {
        check(amount <= MOST_PRINCIPAL, list, index, "amount", "schedule.amount.tooLarge", MOST_PRINCIPAL);
    }

    /** Of parts and a principal that are sound in themselves. */
    private void checkSum(String field, LongStream amounts) {
        boolean sound = terms.principal() > 0 && terms.principal() <= MOST_PRINCIPAL
                && found().stream().noneMatch(violation -> violation.field().startsWith(field));
        if (sound) {
            long sum = amounts.sum();
            check(sum == terms.principal(), field, "schedule.sum", terms.principal(), sum);
        }
    }
}

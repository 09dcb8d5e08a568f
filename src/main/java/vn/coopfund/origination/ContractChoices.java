package vn.coopfund.origination;

import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.workflow.TaskInput;

/**
 * What a contract chooses; amount, term and rate come from the decision, all other conventions from the regulation.
 *
 * @param firstDueOn     null for one rhythm after the disbursement
 * @param monthsBetween  months from one instalment to the next; without meaning with {@code CUSTOM}
 * @param principalGrace instalments of interest alone
 * @param interestEvery  months from one interest date to the next; null where interest comes with the principal
 * @param principals     the rows of {@code CUSTOM}, else empty
 * @param tranches       empty where the principal goes out at once
 */
record ContractChoices(LocalDate plannedOn, LocalDate firstDueOn, RepaymentMethod method, int monthsBetween,
        int principalGrace, Integer interestEvery, List<PrincipalDue> principals, List<Tranche> tranches) {

    static ContractChoices of(TaskInput input, List<PrincipalDue> principals, List<Tranche> tranches) {
        return new ContractChoices(input.date("plannedOn"), input.date("firstDueOn"),
                RepaymentMethod.valueOf(input.text("method")), small(input.integer("monthsBetween")),
                small(input.integer("principalGrace")), small(input.integer("interestEvery")), principals, tranches);
    }

    /** As the regulation has it, in the rhythm that the borrower wishes; monthly where neither fills the term. */
    static ContractChoices usual(LocalDate plannedOn, Integer wished, int termMonths, LendingRegulation regulation) {
        int rhythm = wished == null ? regulation.monthsBetween() : wished;
        int between = termMonths % rhythm == 0 ? rhythm : 1;
        Integer interestEvery = regulation.interestEvery();
        boolean divides = interestEvery != null && between % interestEvery == 0;
        return new ContractChoices(plannedOn, null, regulation.defaultMethod(), between,
                Math.min(regulation.principalGrace(), termMonths / between - 1), divides ? interestEvery : null, List.of(), List.of());
    }

    /** Beyond any number of months or instalments it stays wrong whatever it is. */
    private static Integer small(Long number) {
        return number == null ? null : (int) Math.max(-1, Math.min(number, 10_000));
    }

    boolean isCustom() {
        return method == RepaymentMethod.CUSTOM;
    }

    /** The rhythm must fill the term of the decision. */
    boolean fits(int termMonths) {
        return isCustom() || monthsBetween >= 1 && monthsBetween <= termMonths && termMonths % monthsBetween == 0
                && 12 % monthsBetween == 0;
    }

    RepaymentTerms terms(Decisions.Decision decision, LendingRegulation regulation) {
        return terms(decision.amount(), decision.termMonths(), decision.quotedRate(), regulation);
    }

    RepaymentTerms terms(MonetaryAmount amount, int termMonths, QuotedRate rate, LendingRegulation regulation) {
        return new RepaymentTerms(Dong.longOf(amount), plannedOn, rate, method,
                isCustom() ? principals.size() : termMonths / monthsBetween,
                isCustom() ? null : Rhythm.months(monthsBetween), firstDue(), regulation.dayCount(), principals,
                principalGrace, interestEvery == null ? null : Rhythm.months(interestEvery),
                isRegular() ? Dong.longOf(regulation.instalmentMultiple()) : 1, regulation.workingDays(),
                regulation.interestFollows(), tranches, regulation.interestRounding());
    }

    /** The planned day of the last principal. */
    LocalDate lastDue(Decisions.Decision decision) {
        return isCustom() ? principals.get(principals.size() - 1).dueOn()
                : firstDue().plusMonths(decision.termMonths() - monthsBetween);
    }

    private LocalDate firstDue() {
        if (isCustom()) {
            return principals.isEmpty() ? null : principals.get(0).dueOn();
        }
        return firstDueOn == null ? plannedOn.plusMonths(monthsBetween) : firstDueOn;
    }

    private boolean isRegular() {
        return method == RepaymentMethod.EQUAL_PRINCIPAL || method == RepaymentMethod.EQUAL_INSTALMENT;
    }
}

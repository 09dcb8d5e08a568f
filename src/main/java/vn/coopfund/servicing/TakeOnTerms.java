package vn.coopfund.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentTerms;

/**
 * A live loan as old books have it, in đồng; rates in percent a year.
 *
 * @param principal       outstanding, the arrears' principal included
 * @param rows            principal not yet due
 * @param arrears         what is due and unpaid, with its old due dates
 * @param interestAccrued in-term interest not yet due
 * @param dayCount        how the old contract counts days; null: as the regulation of the day has it
 * @param overdueScope    on what its overdue rate runs; null likewise
 * @param account         against which the opening balances stand
 * @param capitalSource   id, with an account of capital; null otherwise
 */
public record TakeOnTerms(long borrowerId, String contractNumber, LocalDate signedOn, String projectName,
        LocalDate firstDisbursedOn, BigDecimal annualRate, BigDecimal overdueFactor, BigDecimal lateInterestRate,
        DayCount dayCount, OverdueScope overdueScope, boolean secured, String security, long principal, List<PrincipalDue> rows, List<LoanFact.Arrear> arrears,
        long interestAccrued, int restructureCount, int debtGroup, String account, Long capitalSource) {

    public TakeOnTerms {
        rows = rows == null ? List.of() : List.copyOf(rows);
        arrears = arrears == null ? List.of() : List.copyOf(arrears);
        account = account == null || account.isBlank() ? null : account.strip();
    }

    TakeOnTerms orAsRegulated(LendingRegulation regulation, String usualAccount) {
        return new TakeOnTerms(borrowerId, contractNumber, signedOn, projectName, firstDisbursedOn, annualRate,
                overdueFactor == null ? regulation.overdueFactor() : overdueFactor,
                lateInterestRate == null ? regulation.lateInterestRate() : lateInterestRate,
                dayCount == null ? regulation.dayCount() : dayCount,
                overdueScope == null ? regulation.overdueScope() : overdueScope, secured, security, principal, rows, arrears, interestAccrued, restructureCount, debtGroup, account == null ? usualAccount : account, capitalSource);
    }

    long arrearsPrincipal() {
        return arrears.stream().mapToLong(LoanFact.Arrear::principal).reduce(0, Math::addExact);
    }

    long interestBrought() {
        return arrears.stream().mapToLong(LoanFact.Arrear::interest).reduce(interestAccrued, Math::addExact);
    }

    /** The rows with the arrears' principal in the last one, which then asks only for what is not due before. */
    LoanTerms loanTerms(LocalDate on) {
        List<PrincipalDue> all = new ArrayList<>(rows);
        PrincipalDue last = all.remove(all.size() - 1);
        all.add(new PrincipalDue(last.dueOn(), last.amount() + arrearsPrincipal()));
        return new LoanTerms(RepaymentTerms.lend(principal, on)
                .at(new QuotedRate(annualRate, RateUnit.YEAR, null), dayCount).repay(all).terms(),
                overdueFactor, lateInterestRate, overdueScope);
    }
}

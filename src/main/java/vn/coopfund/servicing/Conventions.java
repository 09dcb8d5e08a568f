package vn.coopfund.servicing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;

/**
 * What the contract says about interest and repayment, frozen at signing.
 *
 * @param annualRate         percent a year
 * @param overdueFactor      the overdue rate in percent of the rate, at most 150
 * @param lateInterestRate   on unpaid in-term interest, percent a year, at most 10
 * @param plannedOn          the disbursement day by the contract; due dates count from it wherever the money leaves
 * @param allocationInTerm   the order in which money meets what is due
 * @param allocationOverdue  the same for a loan past due
 */
@Embeddable
public record Conventions(
        MonetaryAmount principal,
        BigDecimal annualRate,
        BigDecimal overdueFactor,
        BigDecimal lateInterestRate,
        @Enumerated(EnumType.STRING) DayCount dayCount,
        @Enumerated(EnumType.STRING) RepaymentMethod method,
        int instalments,
        int monthsBetween,
        LocalDate plannedOn,
        LocalDate firstDueOn,
        @Enumerated(EnumType.STRING) OverdueScope overdueScope,
        String allocationInTerm,
        String allocationOverdue) {

    static final String IN_TERM = "INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST";
    static final String OVERDUE = "PRINCIPAL,INTEREST,OVERDUE_INTEREST,LATE_INTEREST";

    static Conventions of(ContractSigned contract) {
        return new Conventions(contract.principal(), contract.annualRate(), contract.overdueFactor(),
                contract.lateInterestRate(), DayCount.ACT_365, RepaymentMethod.EQUAL_PRINCIPAL,
                contract.instalments(), contract.monthsBetween(), contract.plannedOn(), contract.firstDueOn(),
                OverdueScope.INSTALMENT, IN_TERM, OVERDUE);
    }

    /** The same for the arithmetic of schedules. */
    LoanTerms terms() {
        RepaymentTerms repayment = RepaymentTerms.lend(Dong.longOf(principal), plannedOn)
                .at(new QuotedRate(annualRate, RateUnit.YEAR, null), dayCount)
                .repay(method, instalments, Rhythm.months(monthsBetween)).firstDueOn(firstDueOn).terms();
        return new LoanTerms(repayment, overdueFactor, lateInterestRate, overdueScope);
    }
}

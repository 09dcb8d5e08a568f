package vn.coopfund.origination;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * A loan contract was signed; the loan is made from it in the same transaction, under the id allotted here.
 *
 * @param loanId             the id that the loan will have
 * @param contractNumber     e.g. {@code 0012/2026/HĐTD-QHTX}
 * @param annualRate         in-term rate, percent a year
 * @param overdueFactor      overdue rate in percent of the in-term rate, at most 150
 * @param lateInterestRate   on unpaid in-term interest, percent a year, at most 10
 * @param instalments        number of principal instalments
 * @param monthsBetween      months from one instalment to the next
 * @param plannedOn          the disbursement day by the contract; the due dates count from it
 * @param firstDueOn         the first due date
 * @param secured            whether security is held for it
 * @param security           the security in words, or null
 */
public record ContractSigned(long fundId, long loanId, long applicationId, long borrowerId, String contractNumber,
        LocalDate signedOn, String projectName, MonetaryAmount principal, BigDecimal annualRate,
        BigDecimal overdueFactor, BigDecimal lateInterestRate, int instalments, int monthsBetween, LocalDate plannedOn,
        LocalDate firstDueOn, boolean secured, String security) {
}

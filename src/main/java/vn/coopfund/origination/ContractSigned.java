package vn.coopfund.origination;

import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanTerms;

/**
 * A loan contract was signed; the loan is made from it in the same transaction, under the id allotted here.
 *
 * @param loanId         the id that the loan will have
 * @param contractNumber e.g. {@code 0012/2026/HĐTD-QHTX}
 * @param terms          every convention of the contract; due dates count from its day of disbursement
 * @param secured        whether security is held for it
 * @param security       the security in words, or null
 */
public record ContractSigned(long fundId, long loanId, long applicationId, long borrowerId, String contractNumber,
        LocalDate signedOn, String projectName, LoanTerms terms, boolean secured, String security) {

    public MonetaryAmount principal() {
        return Dong.of(terms.repayment().principal());
    }
}

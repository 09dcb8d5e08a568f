package vn.coopfund.servicing;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Subject;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;

/** A loan: its whole life on one page, each step guarded. */
@Entity
@Table(schema = "servicing", name = "loan")
class Loan {

    @Id
    private Long id;
    @Version
    private Integer version;
    private long fundId;
    private String number;
    private long applicationId;
    private String contractNumber;
    private long borrowerId;
    private String projectName;
    private String searchText;
    private LocalDate signedOn;
    @Enumerated(EnumType.STRING)
    private LoanState state = LoanState.CONTRACT_SIGNED;
    @Embedded
    private Conventions conventions;
    private boolean secured;
    private String security;
    private LocalDate disbursedOn;
    private LocalDate settledOn;
    private LocalDate closedOn;
    private LocalDate cancelledOn;

    protected Loan() {
    }

    static Loan of(ContractSigned contract, String number) {
        Loan loan = new Loan();
        loan.id = contract.loanId();
        loan.fundId = contract.fundId();
        loan.number = number;
        loan.applicationId = contract.applicationId();
        loan.contractNumber = contract.contractNumber();
        loan.borrowerId = contract.borrowerId();
        loan.projectName = contract.projectName();
        loan.searchText = SearchText.of(number, contract.contractNumber(), contract.projectName());
        loan.signedOn = contract.signedOn();
        loan.conventions = Conventions.of(contract);
        loan.secured = contract.secured();
        loan.security = contract.security();
        return loan;
    }

    /** Nothing is paid out, now or later. */
    void cancel(LocalDate on) {
        become(LoanState.CANCELLED, LoanState.CONTRACT_SIGNED);
        cancelledOn = on;
    }

    /** The money left the fund: interest runs from the day after. */
    void disburse(LocalDate on) {
        become(LoanState.ACTIVE, LoanState.CONTRACT_SIGNED);
        disbursedOn = on;
    }

    /** Nothing is owed any more. */
    void settle(LocalDate on) {
        become(LoanState.PAID_OFF, LoanState.ACTIVE);
        settledOn = on;
    }

    /** Security is released, the file closed. */
    void close(LocalDate on) {
        become(LoanState.CLOSED, LoanState.PAID_OFF);
        closedOn = on;
    }

    private void become(LoanState next, LoanState from) {
        require(from);
        state = next;
    }

    /** Refuses unless the loan stands there. */
    void require(LoanState expected) {
        if (state != expected) {
            throw Refusal.conflict("servicing.refused.state", number, "#" + state.key());
        }
    }

    Subject subject() {
        return Subject.loan(id);
    }

    /** What every line of its entries names. */
    Dimension[] dimensions() {
        return new Dimension[] {Dimension.loan(id), Dimension.borrower(borrowerId)};
    }

    LoanView view() {
        return new LoanView(id, fundId, number, applicationId, contractNumber, borrowerId, projectName, signedOn, state,
                conventions, secured, security, disbursedOn, settledOn, closedOn, cancelledOn);
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    long applicationId() {
        return applicationId;
    }

    long borrowerId() {
        return borrowerId;
    }

    LoanState state() {
        return state;
    }

    MonetaryAmount principal() {
        return conventions.principal();
    }

    Conventions conventions() {
        return conventions;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    LocalDate disbursedOn() {
        return disbursedOn;
    }

    boolean secured() {
        return secured;
    }
}

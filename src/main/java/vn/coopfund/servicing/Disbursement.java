package vn.coopfund.servicing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.web.Refusal;

/** The payment of a loan to its borrower: prepared, checked, approved and paid by four people. */
@Entity
@Table(schema = "servicing", name = "disbursement")
class Disbursement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "disbursement")
    @SequenceGenerator(name = "disbursement", sequenceName = "servicing.disbursement_seq", allocationSize = 50)
    private Long id;
    @Version
    private Integer version;
    private long loanId;
    private MonetaryAmount amount;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private String account;
    private LocalDate plannedOn;
    @Enumerated(EnumType.STRING)
    private DisbursementState state;
    private long preparedBy;
    private Long checkedBy;
    private Long approvedBy;
    private Long paidBy;
    private LocalDate paidOn;
    private String reference;
    private Long voucherId;
    private String noteNumber;
    private Long notePaperId;

    protected Disbursement() {
    }

    Disbursement(Loan loan) {
        loanId = loan.id();
        amount = loan.principal();
    }

    /** A new one, or one that was given back: the signatures begin again. */
    void prepare(Channel by, String toAccount, LocalDate on, long person) {
        if (state != null && state != DisbursementState.PREPARED) {
            throw wrong();
        }
        state = DisbursementState.PREPARED;
        channel = by;
        account = toAccount;
        plannedOn = on;
        preparedBy = person;
    }

    void check(long person) {
        require(DisbursementState.PREPARED);
        state = DisbursementState.CHECKED;
        checkedBy = person;
    }

    void approve(long person) {
        require(DisbursementState.CHECKED);
        state = DisbursementState.APPROVED;
        approvedBy = person;
    }

    void giveBack() {
        if (state == DisbursementState.PAID) {
            throw wrong();
        }
        state = DisbursementState.PREPARED;
        checkedBy = null;
        approvedBy = null;
    }

    void pay(LocalDate on, String bankReference, long person) {
        require(DisbursementState.APPROVED);
        state = DisbursementState.PAID;
        paidOn = on;
        reference = bankReference;
        paidBy = person;
    }

    void keepPapers(long voucher, String drawdownNote, long paper) {
        voucherId = voucher;
        noteNumber = drawdownNote;
        notePaperId = paper;
    }

    void require(DisbursementState expected) {
        if (state != expected) {
            throw wrong();
        }
    }

    private Refusal wrong() {
        return Refusal.conflict("servicing.refused.disbursement-state",
                "#" + (state == null ? DisbursementState.PREPARED : state).key());
    }

    DisbursementView view() {
        return new DisbursementView(id, loanId, amount, channel, account, plannedOn, state, preparedBy, checkedBy,
                approvedBy, paidBy, paidOn, reference, voucherId, noteNumber, notePaperId);
    }

    Channel channel() {
        return channel;
    }
}

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
import java.time.Instant;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import vn.coopfund.ledger.Posted;
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
    private int tranche;
    private int turn;
    private MonetaryAmount amount;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private String account;
    private Long bankAccountId;
    private LocalDate plannedOn;
    private LocalDate firstDueOn;
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
    private Long entryId;
    private Instant paidAt;
    private LocalDate returnedOn;
    private LocalDate returnBookedOn;
    private Long returnEntryId;
    private Long returnId;
    private String returnReason;
    private Instant returnedAt;

    protected Disbursement() {
    }

    Disbursement(Loan loan, int number) {
        loanId = loan.id();
        tranche = number;
    }

    /** A new one, or one that was given back: the signatures begin again. */
    void prepare(MonetaryAmount tranchesAmount, Channel by, String toAccount, Long fromAccount, LocalDate on,
            LocalDate firstDue, long person) {
        if (state != null && state != DisbursementState.PREPARED) {
            throw wrong();
        }
        state = DisbursementState.PREPARED;
        amount = tranchesAmount;
        channel = by;
        account = toAccount;
        bankAccountId = fromAccount;
        plannedOn = on;
        firstDueOn = firstDue;
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
        requireOnItsWay();
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

    /** The order of this fact in the loan's life, and the entry that says so. */
    void book(int inTurn, long entry, Instant at) {
        turn = inTurn;
        entryId = entry;
        paidAt = at;
    }

    /** The money came back whole, or should not have left: the tranche does not stand any more. */
    void comeBack(LocalDate on, Posted back, Proposal proposal, Instant at) {
        require(DisbursementState.PAID);
        state = DisbursementState.RETURNED;
        returnedOn = on;
        returnBookedOn = back.bookedOn();
        returnEntryId = back.entryId();
        returnId = proposal.id();
        returnReason = proposal.why();
        returnedAt = at;
    }

    /** Given up before it was paid. */
    void cancel() {
        requireOnItsWay();
        state = DisbursementState.CANCELLED;
    }

    boolean isOnItsWay() {
        return state.isOnItsWay();
    }

    private void requireOnItsWay() {
        if (!isOnItsWay()) {
            throw wrong();
        }
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
        return new DisbursementView(id, loanId, tranche, amount, channel, account, bankAccountId, plannedOn, firstDueOn, state, preparedBy, checkedBy,
                approvedBy, paidBy, paidOn, reference, voucherId, noteNumber, notePaperId, entryId, returnedOn, returnReason);
    }

    /** The day that those who checked and approved it saw. */
    LocalDate plannedOn() {
        return plannedOn;
    }

    /** The first due date that it proposes to agree anew, or null. */
    LocalDate firstDueOn() {
        return firstDueOn;
    }

    MonetaryAmount amount() {
        return amount;
    }

    Channel channel() {
        return channel;
    }

    /** The account of the fund from which it is paid; null is the usual one. */
    Long bankAccount() {
        return bankAccountId;
    }
}

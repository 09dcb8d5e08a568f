package vn.coopfund.servicing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import javax.money.MonetaryAmount;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.ListIndexBase;
import vn.coopfund.access.Subject;
import vn.coopfund.ledger.Dimension;
import vn.coopfund.ledger.TermClass;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;

/** A loan: its whole life on one page, each step guarded. */
@Entity
@Table(schema = "servicing", name = "loan")
class Loan {

    private static final int YEARS_IN_MEMORANDUM = 5;

    @Id
    private Long id;
    @Version
    private Integer version;
    private long fundId;
    private String number;
    private Long applicationId;
    private String contractNumber;
    private long borrowerId;
    private String projectName;
    private String searchText;
    private LocalDate signedOn;
    @Enumerated(EnumType.STRING)
    private LoanState state = LoanState.CONTRACT_SIGNED;
    @Embedded
    private Conventions conventions;
    @Embedded
    private DatesAnew datesAnew;
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 100)
    @CollectionTable(schema = "servicing", name = "loan_principal", joinColumns = @JoinColumn(name = "loan_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<AgreedPrincipal> principals = new ArrayList<>();
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 100)
    @CollectionTable(schema = "servicing", name = "loan_tranche", joinColumns = @JoinColumn(name = "loan_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<PlannedTranche> tranches = new ArrayList<>();
    private boolean secured;
    private String security;
    private LocalDate disbursedOn;
    private long drawn;
    private long released;
    private int restructureCount;
    private LocalDate settledOn;
    private LocalDate closedOn;
    private LocalDate cancelledOn;
    /** As long as that it was called back holds. */
    private LocalDate acceleratedOn;
    private LocalDate chargedOffOn;
    private LocalDate writtenOffOn;
    /** Once it was asked for: it changes under the loan's lock alone. */
    @Transient
    private Integer officialGroup;

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
        loan.conventions = Conventions.of(contract.terms());
        contract.terms().repayment().principals().forEach(due -> loan.principals.add(AgreedPrincipal.of(due)));
        contract.terms().repayment().tranches().forEach(part -> loan.tranches.add(PlannedTranche.of(part)));
        loan.secured = contract.secured();
        loan.security = contract.security();
        return loan;
    }

    /** A live loan from old books: what was owed on the day is its principal here, drawn from the start. */
    static Loan takenOn(long id, long fundId, String number, TakeOnTerms terms, LocalDate on) {
        Loan loan = new Loan();
        loan.id = id;
        loan.fundId = fundId;
        loan.number = number;
        loan.contractNumber = terms.contractNumber();
        loan.borrowerId = terms.borrowerId();
        loan.projectName = terms.projectName();
        loan.searchText = SearchText.of(number, terms.contractNumber(), terms.projectName());
        loan.signedOn = terms.signedOn();
        loan.conventions = Conventions.of(terms.loanTerms(on));
        terms.loanTerms(on).repayment().principals().forEach(due -> loan.principals.add(AgreedPrincipal.of(due)));
        loan.secured = terms.secured();
        loan.security = terms.security();
        loan.drawn = terms.principal();
        loan.disbursedOn = on;
        loan.restructureCount = terms.restructureCount();
        loan.state = LoanState.ACTIVE;
        return loan;
    }

    /** Nothing is paid out, now or later. */
    void cancel(LocalDate on) {
        become(LoanState.CANCELLED, LoanState.CONTRACT_SIGNED);
        cancelledOn = on;
    }

    /** Before any money left; due dates of a loan that runs move by restructuring alone. */
    void agreeAnew(DatesAnew dates) {
        require(LoanState.CONTRACT_SIGNED);
        datesAnew = dates;
    }

    /** Money left the fund: interest on it runs from the day after. */
    void disburse(LocalDate on, MonetaryAmount amount) {
        requireDrawable();
        drawn += Dong.longOf(amount);
        disbursedOn = disbursedOn == null || on.isBefore(disbursedOn) ? on : disbursedOn;
        state = asDrawn();
    }

    /** Money that had left came back whole; {@code firstOn} is the first day on which other money left, or null. */
    void takeBack(MonetaryAmount amount, LocalDate firstOn) {
        requireInBooks();
        if (state == LoanState.ACCELERATED) {
            throw wrongState();
        }
        drawn -= Dong.longOf(amount);
        disbursedOn = firstOn;
        state = asDrawn();
    }

    /** What is not drawn will not be. */
    void releaseUndrawn(LocalDate on) {
        requireDrawable();
        if (drawn == 0) {
            cancel(on);
        } else {
            released = Dong.longOf(principal()) - drawn;
            state = asDrawn();
        }
    }

    private LoanState asDrawn() {
        return drawn == 0 ? LoanState.CONTRACT_SIGNED : isWhollyDrawn() ? LoanState.ACTIVE : LoanState.PARTLY_DISBURSED;
    }

    /** Its principal is due anew; that it was called back holds no more. */
    void restructured() {
        requireInBooks();
        restructureCount++;
        calledBack(null);
    }

    /** The last restructuring stands no more; the recall from before it, if there was one, holds again. */
    void restructureTakenBack(LocalDate acceleratedOn) {
        requireRunning();
        restructureCount--;
        calledBack(acceleratedOn);
    }

    /** All principal is due on one day; nothing more can be drawn. */
    void accelerate(LocalDate on) {
        require(LoanState.ACTIVE);
        calledBack(on);
    }

    /** The recall stands no more. */
    void accelerationTakenBack() {
        require(LoanState.ACCELERATED);
        calledBack(null);
    }

    private void calledBack(LocalDate on) {
        acceleratedOn = on;
        if (on != null) {
            state = LoanState.ACCELERATED;
        } else if (state == LoanState.ACCELERATED) {
            state = LoanState.ACTIVE;
        }
    }

    /** Nothing is owed any more. */
    void settle(LocalDate on) {
        requireRunning();
        state = LoanState.PAID_OFF;
        settledOn = on;
    }

    /** Out of the balance sheet; what is owed is pursued in memorandum. */
    void chargeOff(LocalDate on) {
        requireWhole();
        state = LoanState.CHARGED_OFF;
        chargedOffOn = on;
    }

    /** It left the balance sheet by mistake, and stands where it stood. */
    void chargeOffTakenBack(LoanState before) {
        become(before, LoanState.CHARGED_OFF);
        chargedOffOn = null;
    }

    /** Nothing is pursued any more, five years later at the earliest (Decree 45/2021/NĐ-CP art. 28). */
    void writeOff(LocalDate on) {
        require(LoanState.CHARGED_OFF);
        if (on.isBefore(finalWriteOffFrom())) {
            throw Refusal.conflict("servicing.refused.five-years", number, finalWriteOffFrom());
        }
        become(LoanState.WRITTEN_OFF_FINAL, LoanState.CHARGED_OFF);
        writtenOffOn = on;
    }

    private LocalDate finalWriteOffFrom() {
        return chargedOffOn.plusYears(YEARS_IN_MEMORANDUM);
    }

    /** What settled it was taken back. */
    void reopen() {
        if (!state.isSettled()) {
            throw wrongState();
        }
        state = chargedOffOn != null ? LoanState.CHARGED_OFF
                : acceleratedOn != null ? LoanState.ACCELERATED : LoanState.ACTIVE;
        settledOn = null;
        closedOn = null;
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
            throw wrongState();
        }
    }

    /** Refuses unless the borrower owes and money is taken. */
    void requireRunning() {
        if (!state.isRunning()) {
            throw wrongState();
        }
    }

    /** Refuses unless it is running in the balance sheet. */
    void requireInBooks() {
        if (!state.isInBooks()) {
            throw wrongState();
        }
    }

    /** Refuses unless it is running in the balance sheet and nothing more can be drawn. */
    void requireWhole() {
        if (state != LoanState.ACTIVE && state != LoanState.ACCELERATED) {
            throw wrongState();
        }
    }

    private void requireDrawable() {
        if (state != LoanState.CONTRACT_SIGNED && state != LoanState.PARTLY_DISBURSED) {
            throw wrongState();
        }
    }

    private Refusal wrongState() {
        return Refusal.conflict("servicing.refused.state", number, "#" + state.key());
    }

    /** What can still be drawn. */
    MonetaryAmount undrawn() {
        return principal().subtract(Dong.of(drawn + released));
    }

    /** What the contract plans to pay out next; all that is left where it plans nothing more. */
    MonetaryAmount nextTranche() {
        long planned = 0;
        for (PlannedTranche tranche : plannedTranches()) {
            planned += Dong.longOf(tranche.amount());
            if (planned > drawn) {
                return Dong.of(Math.min(planned - drawn, Dong.longOf(undrawn())));
            }
        }
        return undrawn();
    }

    boolean isWhollyDrawn() {
        return undrawn().isZero();
    }

    Subject subject() {
        return Subject.loan(id);
    }

    /** What lines of its entries name, whatever the day. */
    Dimension[] dimensions() {
        return new Dimension[] {Dimension.loan(id), Dimension.borrower(borrowerId),
            Dimension.termClass(TermClass.of(conventions.plannedOn(), lastDueOn()))};
    }

    /** The last due date of the contract. */
    private LocalDate lastDueOn() {
        return principals.isEmpty() ? conventions.lastDueOn()
                : principals.stream().map(AgreedPrincipal::dueOn).max(LocalDate::compareTo).orElseThrow();
    }

    /** The last due date that was agreed by contract, whatever was restructured since. */
    LocalDate agreedEnd() {
        return terms().repayment().principals().stream().map(PrincipalDue::dueOn).max(LocalDate::compareTo)
                .orElseGet(() -> conventions().lastDueOn());
    }

    LoanView view() {
        return new LoanView(id, fundId, number, applicationId, contractNumber, borrowerId, projectName, signedOn, state,
                conventions(), plannedTranches(), secured, security, disbursedOn, settledOn, closedOn, cancelledOn,
                Dong.of(drawn), Dong.of(released), restructureCount);
    }

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    Long applicationId() {
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

    /** What was signed, with the dates that were agreed anew since. */
    Conventions conventions() {
        return datesAnew == null ? conventions : datesAnew.in(conventions);
    }

    /** All that was agreed, for the arithmetic of schedules. */
    LoanTerms terms() {
        return terms(datesAnew);
    }

    /** The same with these dates agreed anew; null for those of the contract. */
    LoanTerms terms(DatesAnew dates) {
        List<PrincipalDue> rows = principals.stream().map(AgreedPrincipal::due).toList();
        List<Tranche> parts = tranches.stream().map(PlannedTranche::tranche).toList();
        return dates == null ? conventions.terms(rows, parts) : dates.in(conventions)
                .terms(dates.moved(rows, conventions), dates.movedTranches(parts, conventions));
    }

    /** How the contract plans to pay out, in order; one tranche where it says nothing else. */
    List<PlannedTranche> plannedTranches() {
        List<Tranche> planned = terms().repayment().tranches();
        return planned.isEmpty() ? List.of(new PlannedTranche(conventions().plannedOn(), principal()))
                : planned.stream().map(PlannedTranche::of).toList();
    }

    LocalDate signedOn() {
        return signedOn;
    }

    LocalDate disbursedOn() {
        return disbursedOn;
    }

    /** The debt group that was kept here, else the one that is asked for, which is kept. */
    int officialGroup(IntSupplier asked) {
        if (officialGroup == null) {
            officialGroup = asked.getAsInt();
        }
        return officialGroup;
    }

    void keepOfficialGroup(int group) {
        officialGroup = group;
    }

    int restructureCount() {
        return restructureCount;
    }

    /** When it was called back, or null where it was not or that holds no more. */
    LocalDate acceleratedOn() {
        return acceleratedOn;
    }

    /** When it left the balance sheet, or null. */
    LocalDate chargedOffOn() {
        return chargedOffOn;
    }

    LocalDate writtenOffOn() {
        return writtenOffOn;
    }

    boolean secured() {
        return secured;
    }
}

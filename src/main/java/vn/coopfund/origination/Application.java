package vn.coopfund.origination;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.money.MonetaryAmount;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;

/** A loan application: its whole life on one page, each step guarded. */
@Entity
@Table(schema = "origination", name = "application")
class Application {

    private static final Set<ApplicationState> BEFORE_DECISION = EnumSet.of(ApplicationState.SUBMITTED,
            ApplicationState.INCOMPLETE, ApplicationState.IN_APPRAISAL, ApplicationState.APPRAISED,
            ApplicationState.RETURNED, ApplicationState.PENDING_APPROVAL);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application")
    @SequenceGenerator(name = "application", sequenceName = "origination.application_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private long fundId;
    private long borrowerId;
    @Enumerated(EnumType.STRING)
    private ApplicationState state = ApplicationState.DRAFT;
    private String number;
    private boolean walkIn;
    private String projectName;
    private String purpose;
    private String sector;
    private MonetaryAmount totalCost;
    private MonetaryAmount ownCapital;
    private MonetaryAmount amount;
    private Integer termMonths;
    private Integer monthsBetween;
    @Enumerated(EnumType.STRING)
    private SecurityKind securityKind = SecurityKind.UNSECURED;
    private String securityText;
    private MonetaryAmount securityValue;
    private MonetaryAmount yearlyIncome;
    private MonetaryAmount yearlyCost;
    private String cashFlowText;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "origination", name = "cash_quarter", joinColumns = @JoinColumn(name = "application_id"))
    @OrderBy("quarter")
    private List<CashQuarter> quarters = new ArrayList<>();
    private int step = 1;
    private String missingPapers;
    private LocalDate papersDueOn;
    private String decisionReason;
    private Long loanId;
    private long createdBy;
    private LocalDate createdOn;
    private LocalDate submittedOn;
    private String searchText = "";

    protected Application() {
    }

    static Application draft(long fundId, long borrowerId, long by, LocalDate on, boolean walkIn) {
        Application draft = new Application();
        draft.fundId = fundId;
        draft.borrowerId = borrowerId;
        draft.createdBy = by;
        draft.createdOn = on;
        draft.walkIn = walkIn;
        return draft;
    }

    // --- the borrower's side

    /** Writes while the file is in the borrower's hands; {@code reached} is the step to come back to. */
    void write(ApplicationContent now, int reached) {
        require(isInBorrowersHands(), "origination.not-editable");
        projectName = now.projectName();
        purpose = now.purpose();
        sector = now.sector();
        totalCost = now.totalCost();
        ownCapital = now.ownCapital();
        amount = now.amount();
        termMonths = now.termMonths();
        monthsBetween = now.monthsBetween();
        securityKind = now.securityKind();
        securityText = now.securityText();
        securityValue = now.securityValue();
        yearlyIncome = now.yearlyIncome();
        yearlyCost = now.yearlyCost();
        cashFlowText = now.cashFlowText();
        if (!List.copyOf(quarters).equals(now.quarters())) {
            quarters.clear();
            quarters.addAll(now.quarters());
        }
        step = Math.max(step, reached);
        searchText = SearchText.of(number, projectName);
    }

    /** What the offered items say of the security. */
    void secureBy(SecurityKind kind, String text, MonetaryAmount value) {
        securityKind = kind;
        securityText = text;
        securityValue = value;
    }

    void submit(String receiptNumber, LocalDate on) {
        require(state == ApplicationState.DRAFT, "origination.already-submitted");
        number = receiptNumber;
        submittedOn = on;
        searchText = SearchText.of(number, projectName);
        state = ApplicationState.SUBMITTED;
    }

    void supplement() {
        require(state == ApplicationState.INCOMPLETE, "origination.nothing-asked");
        missingPapers = null;
        papersDueOn = null;
        state = ApplicationState.SUBMITTED;
    }

    void withdraw(String reason) {
        require(state.isOpen() && loanId == null, "origination.not-withdrawable");
        decisionReason = reason;
        state = ApplicationState.WITHDRAWN;
    }

    // --- the fund's side

    void askForPapers(String missing, LocalDate dueOn) {
        require(state == ApplicationState.SUBMITTED, "origination.moved-on");
        missingPapers = missing;
        papersDueOn = dueOn;
        state = ApplicationState.INCOMPLETE;
    }

    void accept() {
        require(state == ApplicationState.SUBMITTED, "origination.moved-on");
        state = ApplicationState.IN_APPRAISAL;
    }

    /** Back to the borrower after a forecast that some rule does not pass. */
    void handBack(String what, LocalDate dueOn) {
        require(state == ApplicationState.IN_APPRAISAL, "origination.moved-on");
        missingPapers = what;
        papersDueOn = dueOn;
        state = ApplicationState.INCOMPLETE;
    }

    void appraised() {
        require(state == ApplicationState.IN_APPRAISAL || state == ApplicationState.RETURNED, "origination.moved-on");
        state = ApplicationState.APPRAISED;
    }

    void returnToAppraisal() {
        require(state == ApplicationState.APPRAISED || state == ApplicationState.PENDING_APPROVAL, "origination.moved-on");
        state = ApplicationState.RETURNED;
    }

    void submitForApproval() {
        require(state == ApplicationState.APPRAISED, "origination.moved-on");
        state = ApplicationState.PENDING_APPROVAL;
    }

    void approve() {
        require(state == ApplicationState.PENDING_APPROVAL, "origination.moved-on");
        state = ApplicationState.APPROVED;
    }

    void reject(String reason) {
        require(BEFORE_DECISION.contains(state), "origination.moved-on");
        decisionReason = reason;
        state = ApplicationState.REJECTED;
    }

    void becameLoan(long id) {
        require(isOffered(), "origination.moved-on");
        loanId = id;
    }

    /** The time in which the decision could be made a contract is over. */
    void expire() {
        require(isOffered(), "origination.moved-on");
        state = ApplicationState.EXPIRED;
    }

    /** The time in which the papers asked for could come is over. */
    void lapse(String reason) {
        require(state == ApplicationState.INCOMPLETE, "origination.moved-on");
        missingPapers = null;
        decisionReason = reason;
        state = ApplicationState.EXPIRED;
    }

    /** Approved, and not yet signed. */
    boolean isOffered() {
        return state == ApplicationState.APPROVED && loanId == null;
    }

    private void require(boolean right, String code) {
        if (!right) {
            throw Refusal.conflict(code, "#" + state.key());
        }
    }

    boolean isInBorrowersHands() {
        return state == ApplicationState.DRAFT || state == ApplicationState.INCOMPLETE;
    }

    // --- what it says

    long id() {
        return id;
    }

    Subject subject() {
        return Subject.application(id);
    }

    ApplicationContent content() {
        return new ApplicationContent(projectName, purpose, sector, totalCost, ownCapital, amount, termMonths,
                monthsBetween, securityKind, securityText, securityValue, yearlyIncome, yearlyCost, cashFlowText, quarters);
    }

    ApplicationView view() {
        return new ApplicationView(id, fundId, borrowerId, state, number, walkIn, content(), step, missingPapers, papersDueOn,
                decisionReason, loanId, createdBy, createdOn, submittedOn);
    }

    long borrowerId() {
        return borrowerId;
    }

    ApplicationState state() {
        return state;
    }

    MonetaryAmount amount() {
        return amount == null ? Dong.ZERO : amount;
    }
}

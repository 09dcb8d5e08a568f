package vn.coopfund.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.funding.Exposures;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** Loans for tests, made by a signed contract and walked on by the people whose turn it is. */
public abstract class LoanModuleTest extends ModuleTest {

    /** The loan of the golden vectors: 500,000,000 at 6.6 % a year, 8 quarterly equal principals. */
    static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
    static final LocalDate DISBURSED = LocalDate.of(2026, 1, 15);
    static final LocalDate FIRST_DUE = LocalDate.of(2026, 4, 15);

    private static final AtomicLong IDS = new AtomicLong(800_000_000);

    @Autowired
    protected JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ApplicationEventPublisher publisher;
    @Autowired
    private Proposals waitingProposals;
    @Autowired
    DraftRestructure draftRestructure;
    @Autowired
    People people;
    @Autowired
    protected BusinessDay businessDay;
    @Autowired
    protected RegisterBorrower registerBorrower;
    @Autowired
    Exposures exposures;
    @Autowired
    Journal journal;
    @Autowired
    Balances balances;
    @Autowired
    Inbox inbox;
    @Autowired
    CompleteTask completeTask;
    @Autowired
    TakeRepayment takeRepayment;
    @Autowired
    ConfirmProposal confirmProposal;
    @Autowired
    ReverseRepayment reverseRepayment;
    @Autowired
    vn.coopfund.servicing.Loans loans;
    @Autowired
    List<DayCloseStep> steps;

    protected Staff staff;
    protected long borrower;
    private LocalDate before;

    @BeforeEach
    void startInJanuary() {
        before = businessDay.today();
        staff = new Staff(people);
        staff.named("hoidong1", Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR);
        staff.named("hoidong2", Role.COUNCIL_MEMBER);
        staff.named("hoidong3", Role.COUNCIL_MEMBER);
        businessDay.moveTo(SIGNED);
        borrower = registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative("HTX vải thiều")).id();
        addMoney(100_000_000_000L);
    }

    @AfterEach
    void goBackToWhereItWas() {
        businessDay.moveTo(before);
    }

    /** Brings the money at the bank to this amount. */
    void fundHas(long amount) {
        addMoney(amount - balances.of("112", businessDay.today()));
    }

    private void addMoney(long amount) {
        NewEntry entry = NewEntry.of("test-money:" + IDS.incrementAndGet(), SIGNED, "servicing.entry.disbursement", "–");
        NewEntry balanced = amount < 0 ? entry.debit("33888", -amount).credit("112", -amount)
                : entry.debit("112", amount).credit("33888", amount);
        transaction.executeWithoutResult(status -> journal.post(balanced));
    }

    /** A contract is signed; answers the loan's id. */
    protected long signed(boolean secured) {
        return signed(secured, golden());
    }

    /** The same on other terms. */
    protected long signed(boolean secured, LoanTerms terms) {
        ContractSigned contract = contract(IDS.incrementAndGet(), secured, terms);
        transaction.executeWithoutResult(status -> {
            exposures.reserve(borrower, contract.applicationId(), contract.principal());
            publisher.publishEvent(contract);
        });
        return contract.loanId();
    }

    /** What secures the loan is appraised at so much. */
    void valued(long loan, long amount) {
        jdbc.sql("insert into collateral.valuation (item_id, valued_on, amount, method) "
                + "select item_id, ?, ?, 'APPRAISAL' from collateral.cover where loan_id = ?").params(SIGNED, amount, loan).update();
    }

    static LoanTerms golden() {
        return onArrears(RepaymentTerms.lend(500_000_000, DISBURSED).at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3)).firstDueOn(FIRST_DUE).terms());
    }

    /** 150 % of the rate on overdue principal, 10 % a year on late interest. */
    static LoanTerms onArrears(RepaymentTerms repayment) {
        return new LoanTerms(repayment, new BigDecimal("150"), new BigDecimal("10"), OverdueScope.INSTALMENT);
    }

    ContractSigned contract(long id, boolean secured, LoanTerms terms) {
        return new ContractSigned(Actors.FIRST_FUND, id, id, borrower, id + "/2026/HĐTD-QHTX", SIGNED,
                "Nhà sơ chế vải thiều", terms, secured, secured ? "Quyền sử dụng đất" : null);
    }

    /** Paid out on 15 January 2026 by the four people it takes. */
    protected long disbursed(boolean secured) {
        long loan = signed(secured);
        businessDay.moveTo(DISBURSED);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-15"));
        return loan;
    }

    void approved(long loan) {
        approved(loan, Map.of());
    }

    void approved(long loan, Map<String, Object> prepared) {
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", prepared);
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
    }

    void complete(long loan, Role role, String key, Map<String, Object> fields) {
        complete(loan, staff.with(role), key, fields);
    }

    void complete(long loan, Actor who, String key, Map<String, Object> fields) {
        as(who, () -> completeTask.complete(task(loan, key).id(), fields));
    }

    OpenTask task(long loan, String key) {
        return inbox.on(Subject.loan(loan)).stream().filter(task -> task.key().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " among " + openTasks(loan)));
    }

    /** What is open of its payment and repayment; how its use is inspected has tests of its own. */
    List<String> openTasks(long loan) {
        return inbox.on(Subject.loan(loan)).stream().map(OpenTask::key).filter(key -> !key.equals("Task_InspectUse")).toList();
    }

    RepaymentResult pay(long loan, long amount, LocalDate on) {
        return pay(loan, amount, on, null);
    }

    RepaymentResult pay(long loan, long amount, LocalDate on, EarlyRepayment early) {
        return as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan),
                new Receipt(Dong.of(amount), on, Channel.BANK, "FT" + IDS.incrementAndGet(), early)));
    }

    /** The second person lets it be done; for the chair the council decides, every member for it who has a vote. */
    Decided confirm(Proposed waits, Role role) {
        if (role == Role.COUNCIL_CHAIR && as(staff.with(role), () -> waitingProposals.byId(waits.id())).council()) {
            councilDecides(waits.loanId(), "FOR");
            return null;
        }
        return as(staff.with(role), () -> confirmProposal.confirm(waits.id()));
    }

    /** The council is called in writing; its members vote alike until that settles it, and the chair signs the minutes. */
    void councilDecides(long loan, String vote) {
        councilVotes(loan, vote);
        complete(loan, Role.COUNCIL_CHAIR, "Task_SignMinutes", Map.of());
    }

    /** The same up to the minutes. */
    void councilVotes(long loan, String vote) {
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        for (OpenTask ballot : inbox.on(Subject.loan(loan))) {
            if (ballot.key().equals("Task_CastVote") && inbox.find(ballot.id()).isPresent()) {
                as(staff.byId(ballot.forPerson()), () -> completeTask.complete(ballot.id(),
                        Map.of("outcome", vote, "comment", "Chưa đủ căn cứ")));
            }
        }
    }

    /** Planned row by row, reviewed, decided by whoever may, and the annex signed. */
    void restructured(long loan, RestructureTerms terms) {
        decided(loan, terms);
        complete(loan, Role.DIRECTOR, "Task_SignAnnex", Map.of());
    }

    /** The same up to the signatures. */
    void decided(long loan, RestructureTerms terms) {
        forwarded(loan, terms);
        if (openTasks(loan).contains("Task_DecideRestructure")) {
            complete(loan, Role.DIRECTOR, "Task_DecideRestructure", Map.of("outcome", "APPROVED"));
        } else {
            councilDecides(loan, "FOR");
        }
    }

    /** The same up to whoever decides. */
    void forwarded(long loan, RestructureTerms terms) {
        submitted(loan, terms);
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
    }

    /** The same up to the review. */
    void submitted(long loan, RestructureTerms terms) {
        drafted(loan, terms);
        complete(loan, Role.LOAN_OFFICER, "Task_AppraiseRestructure", Map.of("outcome", "FORWARD"));
    }

    RestructureRequest drafted(long loan, RestructureTerms terms) {
        return as(staff.with(Role.LOAN_OFFICER), () -> draftRestructure.keep(Subject.loan(loan), terms, "Vải thiều mất mùa"));
    }

    Proposed reverse(long loan, long repayment) {
        return as(staff.with(Role.ACCOUNTANT), () -> reverseRepayment.propose(Subject.loan(loan), repayment, "Ghi nhầm khoản vay"));
    }

    /** Does what the close of a day does, without taking the day from other tests. */
    void close(LocalDate day) {
        businessDay.moveTo(day);
        transaction.executeWithoutResult(status -> steps.stream()
                .sorted(Comparator.comparingInt(DayCloseStep::order)).forEach(step -> step.run(day)));
        businessDay.moveTo(day.plusDays(1));
    }

    protected <T> T as(Actor actor, Supplier<T> work) {
        return Actors.as(actor, work);
    }

    LoanFile file(long loan) {
        return loans.file(loan);
    }

    long balanceOf(String account, long loan) {
        return balances.ofLoan(account, loan, LocalDate.of(2199, 1, 1));
    }
}

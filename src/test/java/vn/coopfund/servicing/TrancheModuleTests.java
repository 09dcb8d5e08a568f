package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.PostingTemplate;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

/** Several disbursements of one loan, what is not drawn, and money that came back. */
class TrancheModuleTests extends LoanModuleTest {

    static final LocalDate SECOND = LocalDate.of(2026, 2, 15);

    @Autowired
    PostingTemplates templates;
    @Autowired
    Journal journal;
    @Autowired
    Processes processes;
    @Autowired
    Attachments attachments;
    @Autowired
    ReleaseUndrawn releaseUndrawn;
    @Autowired
    ReverseDisbursement reverseDisbursement;

    @Test
    void eachTrancheHasItsFourHandsItsVoucherAndItsNote() {
        long loan = firstTranche(300_000_000);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.PARTLY_DISBURSED);
        assertThat(openTasks(loan)).containsExactly("Task_PrepareDisbursement");
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(500_000_000));
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
        businessDay.moveTo(SECOND);
        tranche(loan, 200_000_000);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        assertThat(processes.runs("loan-disbursement", Subject.loan(loan))).isFalse();
        assertThat(attachments.of(Subject.loan(loan))).hasSize(2);
        assertThat(loans.disbursements(loan)).extracting(DisbursementView::voucherId).doesNotContainNull().doesNotHaveDuplicates();
        // 300 m from 15/01 and 200 m from 15/02, due 15/04: one sum, rounded once
        assertThat(file(loan).position().rows().get(0).interest()).isEqualTo(7_015_890);
        assertThat(jdbc.sql("select count(*) from servicing.bad_debt_check where loan_id = ?").param(loan)
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void neverBeyondWhatIsSigned() {
        long loan = firstTranche(300_000_000);
        assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("amount", 200_000_001)))
                .isInstanceOf(Refusal.class).hasMessageContaining("beyond-undrawn");
        assertThatThrownBy(() -> complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("amount", 0)))
                .hasMessageContaining("amount-positive");
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        assertThat(loans.disbursement(loan).amount()).isEqualTo(Dong.of(200_000_000));
        assertThatThrownBy(() -> jdbc.sql("update servicing.loan set drawn = drawn + 200000001 where id = ?").param(loan)
                .update()).hasMessageContaining("check constraint");
    }

    @Test
    void moneyIsTakenBetweenTwoTranches() {
        long loan = firstTranche(300_000_000);
        businessDay.moveTo(FIRST_DUE);
        // 300,000,000 · 6.6 % · 90 / 365 = 4,882,192; a row asks for 62,500,000
        assertThat(pay(loan, 67_382_192, FIRST_DUE).allocated().principal()).isEqualTo(62_500_000);
        tranche(loan, 200_000_000);
        assertThat(file(loan).position().principalOutstanding()).isEqualTo(437_500_000);
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(437_500_000));
    }

    @Test
    void aTranchePaidBackDatedMovesWhatMetTheLoanSince() {
        long loan = firstTranche(300_000_000);
        businessDay.moveTo(FIRST_DUE);
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("plannedOn", "2026-02-15"));
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        pay(loan, 67_382_192, FIRST_DUE);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-02-15"));
        // 7,015,890 of interest first, the rest of the same money to principal
        assertThat(file(loan).position().principalOutstanding()).isEqualTo(500_000_000 - (67_382_192 - 7_015_890));
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000 - (67_382_192 - 7_015_890));
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(balanceOf("515", loan)).isEqualTo(7_015_890);
    }

    @Test
    void theUndrawnRestIsReleasedByTheDirector() {
        long loan = firstTranche(300_000_000);
        Proposed waits = release(loan);
        assertThatThrownBy(() -> confirm(waits, Role.CHIEF_ACCOUNTANT)).hasMessageContaining("refused.decider");
        confirm(waits, Role.DIRECTOR);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(300_000_000));
        assertThat(openTasks(loan)).isEmpty();
        assertThat(processes.runs("loan-disbursement", Subject.loan(loan))).isFalse();
        assertThatThrownBy(() -> release(loan)).hasMessageContaining("nothing-undrawn");
        assertThat(file(loan).position().rows().stream().mapToLong(row -> row.principal()).sum()).isEqualTo(300_000_000);
    }

    @Test
    void nothingIsReleasedWhileATrancheIsOnItsWay() {
        long loan = firstTranche(300_000_000);
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of());
        Proposed waits = release(loan);
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("tranche-on-its-way");
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "RETURNED", "comment", "Không chi nữa"));
        confirm(waits, Role.DIRECTOR);
        assertThat(loans.disbursement(loan).state()).isEqualTo(DisbursementState.CANCELLED);
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> releaseUndrawn.propose(Subject.loan(loan), "x")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void moneyThatCameBackLeavesNoInterestAndNoCount() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(2));
        long receipt = pay(loan, 30_000_000, FIRST_DUE).id();
        assertThatThrownBy(() -> takeBack(loan, businessDay.today())).hasMessageContaining("receipts-stand");
        confirm(reverse(loan, receipt), Role.CHIEF_ACCOUNTANT);
        long counted = counted(loan);
        confirm(takeBack(loan, businessDay.today()), Role.CHIEF_ACCOUNTANT);
        assertPostedAsItsTemplateSays(loan);
        assertThat(counted).isEqualTo(1);
        assertThat(counted(loan)).isZero();
        for (String account : List.of("1283", "1388", "515", "33881", "112")) {
            assertThat(balanceOf(account, loan)).as(account).isZero();
        }
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CONTRACT_SIGNED);
        assertThat(file(loan).loan().disbursedOn()).isNull();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(500_000_000));
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isFalse();
        assertThat(openTasks(loan)).containsExactly("Task_ConfirmNoBadDebt");
        assertThat(attachments.of(Subject.loan(loan))).isEmpty();
    }

    /** Posted as a reversal, so that it stands where the money had left: the same as the template for it. */
    private void assertPostedAsItsTemplateSays(long loan) {
        long entry = jdbc.sql("select f.entry_id from ledger.posted_fact f join ledger.posting p on p.entry_id = f.entry_id "
                + "where f.source_fact like 'reversal:disbursement:%' and p.loan_id = ? limit 1").param(loan).query(Long.class).single();
        PostingTemplate template = templates.on("loan.returned-disbursement", businessDay.today());
        assertThat(journal.linesOf(entry)).hasSize(2).allSatisfy(line -> {
            PostingTemplate.Part part = template.part(line.debit() > 0 ? "money" : "principal");
            assertThat(part.account() == null ? part.choices().contains(line.account()) : part.account().equals(line.account())).isTrue();
            assertThat(line.debit() > 0).isEqualTo(part.side() == Account.Side.DEBIT);
        });
    }

    @Test
    void itCanBeDisbursedAgainAfterItCameBack() {
        long loan = disbursed(false);
        confirm(takeBack(loan, DISBURSED), Role.CHIEF_ACCOUNTANT);
        businessDay.moveTo(SECOND);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(file(loan).loan().disbursedOn()).isEqualTo(SECOND);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        assertThat(loans.disbursements(loan)).extracting(DisbursementView::state)
                .containsExactly(DisbursementState.RETURNED, DisbursementState.PAID);
    }

    @Test
    void aLoanWhoseMoneyCameBackCanBeGivenUp() {
        long loan = disbursed(false);
        confirm(takeBack(loan, DISBURSED), Role.CHIEF_ACCOUNTANT);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        confirm(release(loan), Role.DIRECTOR);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CANCELLED);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.ZERO);
    }

    @Test
    void oneOfTwoTranchesCanComeBack() {
        long loan = firstTranche(300_000_000);
        businessDay.moveTo(SECOND);
        tranche(loan, 200_000_000);
        long first = loans.disbursements(loan).get(0).id();
        Proposed waits = takeBack(loan, first, SECOND);
        confirm(waits, Role.CHIEF_ACCOUNTANT);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.PARTLY_DISBURSED);
        assertThat(file(loan).loan().disbursedOn()).isEqualTo(SECOND);
        assertThat(file(loan).position().principalOutstanding()).isEqualTo(200_000_000);
        assertThat(openTasks(loan)).containsExactly("Task_PrepareDisbursement");
        assertThat(counted(loan)).isEqualTo(1);
        assertThatThrownBy(() -> takeBack(loan, first, SECOND)).hasMessageContaining("disbursement-state");
    }

    @Test
    void refusesImpossibleReturns() {
        long loan = disbursed(false);
        assertThatThrownBy(() -> takeBack(loan, DISBURSED.plusDays(1))).hasMessageContaining("refused.future");
        assertThatThrownBy(() -> takeBack(loan, DISBURSED.minusDays(1))).hasMessageContaining("before-payout");
        assertThatThrownBy(() -> takeBack(loan, null)).hasMessageContaining("required");
        assertThatThrownBy(() -> as(staff.with(Role.CASHIER), () -> reverseDisbursement.propose(Subject.loan(loan),
                loans.disbursement(loan).id(), DISBURSED, "x"))).isInstanceOf(NotAllowed.class);
        takeBack(loan, DISBURSED);
        assertThatThrownBy(() -> takeBack(loan, DISBURSED)).hasMessageContaining("proposal-waits");
    }

    private long firstTranche(long amount) {
        long loan = signed(false);
        businessDay.moveTo(DISBURSED);
        complete(loan, Role.LOAN_OFFICER, "Task_ConfirmNoBadDebt", Map.of("outcome", "NO_BAD_DEBT"));
        tranche(loan, amount);
        return loan;
    }

    private void tranche(long loan, long amount) {
        complete(loan, Role.ACCOUNTANT, "Task_PrepareDisbursement", Map.of("amount", amount));
        complete(loan, Role.CHIEF_ACCOUNTANT, "Task_CheckDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.DIRECTOR, "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
    }

    private Proposed release(long loan) {
        return as(staff.with(Role.LOAN_OFFICER), () -> releaseUndrawn.propose(Subject.loan(loan), "Khách hàng không cần vay tiếp"));
    }

    private Proposed takeBack(long loan, LocalDate on) {
        return takeBack(loan, loans.disbursement(loan).id(), on);
    }

    private Proposed takeBack(long loan, long disbursement, LocalDate on) {
        return as(staff.with(Role.ACCOUNTANT), () ->
                reverseDisbursement.propose(Subject.loan(loan), disbursement, on, "Ngân hàng trả lại lệnh chi"));
    }

    /** As the register of funded projects counts. */
    private long counted(long loan) {
        return jdbc.sql("select count(distinct loan_id) from servicing.disbursement where loan_id = ? and state = 'PAID'")
                .param(loan).query(Long.class).single();
    }
}

package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

class ReverseRepaymentModuleTests extends LoanModuleTest {

    @Autowired
    Proposals proposals;
    @Autowired
    Processes processes;
    @Autowired
    Vouchers vouchers;
    @Autowired
    Rehearsal rehearsal;
    @Autowired
    LoanStatements statements;

    @Test
    void waitsForAnotherThanWhoProposedIt() {
        Actor both = staff.named("ketoan-kiem-truong", Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        long loan = disbursed(false);
        long paid = payFirst(loan);
        Proposed waits = as(both, () -> reverseRepayment.propose(Subject.loan(loan), paid, "Ghi nhầm"));
        assertThat(waits.state()).isEqualTo(Proposal.State.PENDING);
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
        assertThatThrownBy(() -> as(both, () -> confirmProposal.confirm(waits.id()))).hasMessageContaining("own-proposal");
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        assertThatThrownBy(() -> confirm(waits, Role.ACCOUNTANT)).isInstanceOf(NotAllowed.class);
        confirm(waits, Role.CHIEF_ACCOUNTANT);
        assertThatThrownBy(() -> confirm(waits, Role.CHIEF_ACCOUNTANT)).hasMessageContaining("proposal-decided");
        assertThatThrownBy(() -> jdbc.sql("update servicing.proposal set decided_by = proposed_by where id = ?")
                .param(waits.id()).update()).hasMessageContaining("proposal_second_person");
    }

    @Test
    void leavesTheLoanAsIfTheReceiptHadNeverBeen() {
        long loan = disbursed(false);
        long paid = payFirst(loan);
        confirm(reverse(loan, paid), Role.CHIEF_ACCOUNTANT);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        // earned in term through the due date stays earned: 8,136,986
        assertThat(balanceOf("1388", loan)).isEqualTo(8_136_986);
        assertThat(balanceOf("515", loan)).isEqualTo(8_136_986);
        assertThat(balanceOf("112", loan)).isEqualTo(-500_000_000);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(500_000_000));
        assertThat(file(loan).nextDue().dueOn()).isEqualTo(FIRST_DUE);
        assertThat(file(loan).position().due()).isEqualTo(70_636_986);
        long voucher = jdbc.sql("select voucher_id from servicing.repayment where id = ?").param(paid).query(Long.class).single();
        assertThat(as(staff.with(Role.ACCOUNTANT), () -> vouchers.cancellationOf(voucher)).orElseThrow().reason())
                .isEqualTo("Ghi nhầm khoản vay");
        assertThat(statements.of(loan)).extracting(StatementLine::kind).containsExactly(
                StatementLine.Kind.DISBURSEMENT, StatementLine.Kind.DUE, StatementLine.Kind.RECEIPT_REVERSED);
        assertThat(statements.of(loan).get(2).after().principal()).isEqualTo(500_000_000);
    }

    @Test
    void laterReceiptsMeetWhatTheyWouldHaveMetByOneNetAdjustment() {
        long straight = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(2));
        pay(straight, 45_000_000, FIRST_DUE.plusDays(2));
        businessDay.moveTo(DISBURSED);
        long mistaken = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(2));
        RepaymentResult wrong = pay(mistaken, 30_000_000, FIRST_DUE);
        pay(mistaken, 45_000_000, FIRST_DUE.plusDays(2));
        confirm(reverse(mistaken, wrong.id()), Role.CHIEF_ACCOUNTANT);
        for (String account : List.of("1283", "1388", "515", "33881", "112")) {
            assertThat(balanceOf(account, mistaken)).as(account).isEqualTo(balanceOf(account, straight));
        }
        assertThat(file(mistaken).position().due()).isEqualTo(file(straight).position().due());
        assertThat(jdbc.sql("select count(*) from servicing.reallocation where loan_id = ?").param(mistaken)
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aReversalIsNotReversedAndNothingIsReversedTwice() {
        long loan = disbursed(false);
        long paid = payFirst(loan);
        Proposed first = reverse(loan, paid);
        assertThatThrownBy(() -> reverse(loan, paid)).hasMessageContaining("proposal-waits");
        confirm(first, Role.CHIEF_ACCOUNTANT);
        assertThatThrownBy(() -> reverse(loan, paid)).isInstanceOf(Refusal.class).hasMessageContaining("reversed-already");
        assertThatThrownBy(() -> jdbc.sql("update servicing.repayment set reversed_on = null where id = ?").param(paid)
                .update()).hasMessageContaining("taken back once");
        assertThatThrownBy(() -> jdbc.sql("update servicing.repayment set amount = amount + 1 where id = ?").param(paid)
                .update()).hasMessageContaining("taken back once");
    }

    @Test
    void theBankReferenceIsFreeAgain() {
        long loan = disbursed(false);
        Receipt receipt = new Receipt(Dong.of(1_000_000), DISBURSED, Channel.BANK, "FT-again-" + loan, null);
        RepaymentResult wrong = as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan), receipt));
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan), receipt)))
                .hasMessageContaining("reference-known");
        confirm(reverse(loan, wrong.id()), Role.CHIEF_ACCOUNTANT);
        assertThat(as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan), receipt)).state())
                .isEqualTo(RepaymentResult.State.POSTED);
    }

    @Test
    void aClosedLoanIsOwedOnAgainAndFollowedByANewProcess() {
        long loan = disbursed(false);
        long settling = payOff(loan);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isFalse();
        confirm(reverse(loan, settling), Role.CHIEF_ACCOUNTANT);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(file(loan).loan().settledOn()).isNull();
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(500_000_000));
        payOff(loan);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(balanceOf("1388", loan)).isZero();
    }

    @Test
    void aLoanThatWaitsForTheReleaseOfItsSecurityIsWatchedAgain() {
        long loan = disbursed(true);
        long settling = payOff(loan);
        assertThat(openTasks(loan)).containsExactly("Task_ReleaseCollateral");
        confirm(reverse(loan, settling), Role.CHIEF_ACCOUNTANT);
        assertThat(openTasks(loan)).isEmpty();
        close(FIRST_DUE);
        assertThat(openTasks(loan)).containsExactly("Task_RemindOverdue");
        payOff(loan);
        assertThat(openTasks(loan)).containsExactly("Task_ReleaseCollateral");
    }

    @Test
    void whatSettledTheLoanIsTakenBackFirst() {
        long loan = disbursed(false);
        long paid = payFirst(loan);
        long settling = payOff(loan);
        assertThatThrownBy(() -> reverse(loan, paid)).isInstanceOf(Refusal.class).hasMessageContaining("settled-after");
        confirm(reverse(loan, settling), Role.CHIEF_ACCOUNTANT);
        confirm(reverse(loan, paid), Role.CHIEF_ACCOUNTANT);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
    }

    @Test
    void arrearsThatComeBackAreSaidAgain() {
        long loan = disbursed(false);
        long paid = payFirst(loan);
        close(FIRST_DUE.plusDays(3));
        assertThat(openTasks(loan)).isEmpty();
        confirm(reverse(loan, paid), Role.CHIEF_ACCOUNTANT);
        close(FIRST_DUE.plusDays(4));
        assertThat(openTasks(loan)).containsExactly("Task_RemindOverdue");
    }

    @Test
    void rehearsalShowsWhatThenHappensAndLeavesNothing() {
        long loan = disbursed(false);
        long paid = payFirst(loan);
        Rehearsal.Scene scene = as(staff.with(Role.ACCOUNTANT), () -> rehearsal.of(() ->
                reverseRepayment.propose(Subject.loan(loan), paid, "Ghi nhầm")));
        assertThat(scene.before().principalOutstanding()).isEqualTo(437_500_000);
        assertThat(scene.after().principalOutstanding()).isEqualTo(500_000_000);
        assertThat(scene.entries()).singleElement().satisfies(lines ->
                assertThat(lines).extracting("account").containsExactly("112", "1283", "1388"));
        assertThat(proposals.pending(loan)).isEmpty();
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
    }

    @Test
    void refusesOthersAndOtherLoans() {
        long loan = disbursed(false);
        long paid = payFirst(loan);
        businessDay.moveTo(SIGNED);
        long other = disbursed(false);
        assertThatThrownBy(() -> reverse(other, paid)).hasMessageContaining("not-found");
        assertThatThrownBy(() -> as(staff.with(Role.CHIEF_ACCOUNTANT), () ->
                reverseRepayment.propose(Subject.loan(loan), paid, "x"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () ->
                reverseRepayment.propose(Subject.loan(loan), paid, " "))).hasMessageContaining("why-needed");
    }

    @Test
    void twoWhoConfirmAtOnceDoItOnce() {
        long loan = disbursed(false);
        long waits = reverse(loan, payFirst(loan)).id();
        Actor first = staff.with(Role.CHIEF_ACCOUNTANT);
        Actor second = staff.named("ketoantruong-hai", Role.CHIEF_ACCOUNTANT);
        List<CompletableFuture<Decided>> both = List.of(first, second).stream().map(who -> CompletableFuture.supplyAsync(() ->
                as(who, () -> confirmProposal.confirm(waits)))).toList();
        long done = both.stream().filter(one -> one.handle((answer, refusal) -> {
            assertThat(refusal == null || refusal.getCause() instanceof Refusal).isTrue();
            return refusal == null;
        }).join()).count();
        assertThat(done).isEqualTo(1);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
    }

    private long payFirst(long loan) {
        businessDay.moveTo(FIRST_DUE);
        return pay(loan, 70_636_986, FIRST_DUE).id();
    }

    private long payOff(long loan) {
        LocalDate today = businessDay.today().plusDays(1);
        businessDay.moveTo(today);
        return pay(loan, file(loan).position().payoffQuote().total(), today, EarlyRepayment.PAYOFF).id();
    }
}

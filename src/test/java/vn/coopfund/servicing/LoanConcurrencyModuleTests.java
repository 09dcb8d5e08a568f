package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Two at once, and a stop in the middle. */
class LoanConcurrencyModuleTests extends LoanModuleTest {

    @Autowired
    CaseEvents events;

    @Test
    void receiptsAtOnceFollowOneAnother() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        Actor accountant = staff.with(Role.ACCOUNTANT);
        CountDownLatch start = new CountDownLatch(1);
        var first = atOnce(start, () -> take(accountant, loan, "A"));
        var second = atOnce(start, () -> take(accountant, loan, "B"));
        start.countDown();
        long principal = first.join().allocated().principal() + second.join().allocated().principal();
        assertThat(principal).isEqualTo(80_000_000 - 8_136_986 - credit(loan));
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000 - principal);
        assertThat(file(loan).position().principalOutstanding()).isEqualTo(500_000_000 - principal);
    }

    @Test
    void eightyReceiptsAtOnceNeitherBlockNorLoseANumber() {
        List<Long> four = Stream.generate(() -> {
            businessDay.moveTo(SIGNED);
            return disbursed(false);
        }).limit(4).toList();
        businessDay.moveTo(FIRST_DUE);
        Map<String, Long> numbersBefore = Map.of("RECEIPT", lastNumber("RECEIPT"), "CREDIT_ADVICE", lastNumber("CREDIT_ADVICE"));
        Actor accountant = staff.with(Role.ACCOUNTANT);
        CountDownLatch start = new CountDownLatch(1);
        List<Integer> turns = IntStream.range(0, 80).boxed().toList();
        var taken = turns.stream().map(turn -> atOnce(start, () -> takeOne(accountant, four.get(turn % 4), turn % 40))).toList();
        start.countDown();
        // each receipt is sent twice: the bank's reference lets it in once, cash has none
        long cash = turns.stream().filter(turn -> channel(turn % 40) == Channel.CASH).count();
        assertThat(taken.stream().filter(CompletableFuture::join)).hasSize((int) (cash + (80 - cash) / 2));
        four.forEach(loan -> {
            assertThat(balanceOf("1283", loan)).isEqualTo(file(loan).position().principalOutstanding());
            assertThat(balanceOf("33881", loan)).isEqualTo(credit(loan));
        });
        numbersBefore.forEach((kind, last) -> assertThat(jdbc.sql("""
                select count(*) from vouchers.voucher where fund_id = 1 and kind = ? and year = 2026 and number > ?""")
                .params(kind, last).query(Long.class).single()).as("numbers lost or given twice")
                .isPositive().isEqualTo(lastNumber(kind) - last));
    }

    private long lastNumber(String kind) {
        return jdbc.sql("select coalesce(max(number), 0) from vouchers.voucher where fund_id = 1 and kind = ? and year = 2026")
                .param(kind).query(Long.class).single();
    }

    /** False where the bank's reference is known already; anything else that stops it fails the test. */
    private boolean takeOne(Actor accountant, long loan, int number) {
        LocalDate on = number % 5 == 0 ? FIRST_DUE.minusDays(2) : FIRST_DUE;
        try {
            as(accountant, () -> takeRepayment.take(Subject.loan(loan),
                    new Receipt(Dong.of(1_000_000), on, channel(number), "S" + number + "-" + loan, null)));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.reasons()).extracting(Refusal.Reason::code).containsExactly("servicing.refused.reference-known");
            return false;
        }
    }

    private static Channel channel(int number) {
        return number % 3 == 0 ? Channel.CASH : Channel.BANK;
    }

    @Test
    void moneyIsTakenWhileSomebodyFinishesATaskOfTheLoan() {
        for (int round = 0; round < 5; round++) {
            businessDay.moveTo(SIGNED);
            long loan = disbursed(false);
            close(FIRST_DUE);
            Actor accountant = staff.with(Role.ACCOUNTANT);
            Actor officer = staff.with(Role.LOAN_OFFICER);
            String task = task(loan, "Task_RemindOverdue").id();
            long owed = file(loan).toPayToday();
            CountDownLatch start = new CountDownLatch(1);
            var reminded = atOnce(start, () -> as(officer, () -> completeTask.complete(task, Map.of("outcome", "PROMISED"))));
            var paid = atOnce(start, () -> as(accountant, () -> takeRepayment.take(Subject.loan(loan),
                    new Receipt(Dong.of(owed), businessDay.today(), Channel.BANK, "FT-" + loan, null))));
            start.countDown();
            assertThat(paid.join().state()).isEqualTo(RepaymentResult.State.POSTED);
            try {
                reminded.join();
            } catch (CompletionException late) {
                assertThat(late.getCause()).isInstanceOf(Refusal.class);
            }
            assertThat(openTasks(loan)).isEmpty();
            assertThat(file(loan).daysPastDue()).isZero();
        }
    }

    @Test
    void disbursementThatStopsOnTheWayLeavesNothing() {
        long loan = signed(false);
        approved(loan);
        int before = papers(loan);
        assertThatThrownBy(() -> as(staff.with(Role.CASHIER), () -> transaction.execute(status -> {
            completeTask.complete(task(loan, "Task_PayDisbursement").id(), Map.of());
            throw new IllegalStateException("the power is gone");
        }))).hasMessage("the power is gone");
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CONTRACT_SIGNED);
        assertThat(openTasks(loan)).containsExactly("Task_PayDisbursement");
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(papers(loan)).isEqualTo(before);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of());
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
    }

    private RepaymentResult take(Actor accountant, long loan, String reference) {
        return as(accountant, () -> takeRepayment.take(Subject.loan(loan),
                new Receipt(Dong.of(40_000_000), FIRST_DUE, Channel.BANK, reference + loan, null)));
    }

    private long credit(long loan) {
        return file(loan).position().credit();
    }

    private int papers(long loan) {
        return jdbc.sql("select count(*) from documents.attachment where subject_type = 'LOAN' and subject_id = ?")
                .param(loan).query(Integer.class).single();
    }

    private static <T> CompletableFuture<T> atOnce(CountDownLatch start, Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return work.get();
        });
    }
}

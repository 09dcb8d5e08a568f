package vn.coopfund.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.money.Dong;

class ExposuresModuleTests extends ModuleTest {

    private static final AtomicLong IDS = new AtomicLong(700_000_000);

    @Autowired
    Exposures exposures;
    @Autowired
    LendableMoney money;
    @Autowired
    TransactionTemplate transaction;

    final long borrower = IDS.incrementAndGet();
    final long application = IDS.incrementAndGet();
    final long loan = IDS.incrementAndGet();

    @Test
    void promiseBecomesALoanAndIsPaidBack() {
        reserve(300);
        assertThat(exposed()).isEqualTo(Dong.of(300));
        inTransaction(() -> exposures.attachLoan(application, loan));
        inTransaction(() -> exposures.toOutstanding(loan, Dong.of(200)));
        assertThat(exposed()).isEqualTo(Dong.of(300));
        inTransaction(() -> exposures.reduce(loan, Dong.of(50)));
        assertThat(exposed()).isEqualTo(Dong.of(250));
        inTransaction(() -> exposures.restore(loan, Dong.of(50)));
        inTransaction(() -> exposures.release(application));
        assertThat(exposed()).isEqualTo(Dong.of(200));
    }

    @Test
    void promisedMoneyIsNotFreeToLend() {
        MonetaryAmount free = money.freeToLend();
        MonetaryAmount atHand = money.atHand();
        reserve(300);
        assertThat(money.freeToLend()).isEqualTo(free.subtract(Dong.of(300)));
        assertThat(money.atHand()).isEqualTo(atHand);
    }

    @Test
    void decidingAgainLeavesTheApplicationItselfOut() {
        reserve(300);
        assertThat(exposures.ofOthers(List.of(borrower), application)).isEqualTo(Dong.ZERO);
    }

    @Test
    void reservesAnApplicationOnce() {
        reserve(300);
        reserve(250);
        assertThat(exposed()).isEqualTo(Dong.of(250));
    }

    @Test
    void refusesToDisburseMoreThanWasPromised() {
        reserve(300);
        inTransaction(() -> exposures.attachLoan(application, loan));
        assertThatThrownBy(() -> inTransaction(() -> exposures.toOutstanding(loan, Dong.of(301))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void knowsNoLoanThatWasNotPromised() {
        assertThatIllegalStateException().isThrownBy(() -> inTransaction(() -> exposures.reduce(loan, Dong.of(1))));
    }

    @Test
    void changesOnlyInsideATransaction() {
        assertThatThrownBy(() -> exposures.lock()).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void secondWhoLocksWaitsForTheFirst() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> inTransaction(() -> {
            exposures.lock();
            held.countDown();
            await(letGo);
        }));
        await(held);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> inTransaction(exposures::lock));
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        letGo.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void paymentsDoNotQueueForTheFundsRow() {
        reserve(300);
        inTransaction(() -> exposures.attachLoan(application, loan));
        inTransaction(() -> exposures.toOutstanding(loan, Dong.of(300)));
        inTransaction(() -> {
            exposures.lock();
            CompletableFuture<Void> payment = CompletableFuture.runAsync(
                    () -> inTransaction(() -> exposures.reduce(loan, Dong.of(50))));
            assertThat(payment).succeedsWithin(10, TimeUnit.SECONDS);
        });
        assertThat(exposed()).isEqualTo(Dong.of(250));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void reserve(long amount) {
        inTransaction(() -> exposures.reserve(borrower, application, Dong.of(amount)));
    }

    private MonetaryAmount exposed() {
        return exposures.of(List.of(borrower));
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}

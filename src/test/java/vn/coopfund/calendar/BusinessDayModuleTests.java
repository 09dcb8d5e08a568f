package vn.coopfund.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;

class BusinessDayModuleTests extends ModuleTest {

    @Autowired
    BusinessDay businessDay;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void heldDayIsForgottenWhenItMovesAndWhenTheTransactionEnds() {
        LocalDate day = businessDay.today();
        transaction.executeWithoutResult(status -> {
            businessDay.hold();
            businessDay.hold();
            assertThat(businessDay.today()).isEqualTo(day);
            businessDay.moveTo(day.plusDays(1));
            assertThat(businessDay.today()).isEqualTo(day.plusDays(1));
            businessDay.hold();
            status.setRollbackOnly();
        });
        assertThat(businessDay.today()).isEqualTo(day);
    }

    @Test
    void nobodyMovesADayThatIsHeld() throws Exception {
        LocalDate day = businessDay.today();
        CompletableFuture<Void> mover = transaction.execute(status -> {
            businessDay.hold();
            CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> businessDay.moveTo(day.plusDays(1)));
            assertThatThrownBy(() -> moving.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(businessDay.today()).isEqualTo(day);
            return moving;
        });
        mover.get(10, TimeUnit.SECONDS);
        assertThat(businessDay.today()).isEqualTo(day.plusDays(1));
        businessDay.moveTo(day);
    }
}

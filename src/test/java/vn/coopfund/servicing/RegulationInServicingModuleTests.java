package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.products.RegulationDrafts;

/** The days that servicing reads from the regulation in force. */
class RegulationInServicingModuleTests extends LoanModuleTest {

    @Autowired
    RegulationDrafts regulation;

    @AfterEach
    void putBack() {
        businessDay.moveTo(SIGNED);
        regulation.putBack();
    }

    @Test
    void letsOnePersonDateBackAsFarAsItSays() {
        long loan = disbursed(false);
        regulation.inForce(Map.of("daysAlone", "8"));
        LocalDate today = FIRST_DUE.plusDays(10);
        businessDay.moveTo(today);

        assertThat(pay(loan, 1_000_000, today.minusDays(8)).state()).isEqualTo(RepaymentResult.State.POSTED);
        assertThat(pay(loan, 1_000_000, today.minusDays(9)).state()).isEqualTo(RepaymentResult.State.PENDING);
    }

    @Test
    void tellsTheBorrowerAsManyDaysBeforeAsItSays() {
        long loan = disbursed(false);
        regulation.inForce(Map.of("noticeDays", "20"));

        close(FIRST_DUE.minusDays(20));

        assertThat(jdbc.sql("select due_on from servicing.signal where loan_id = ? and kind = 'PAYMENT_DUE'").param(loan)
                .query(LocalDate.class).list()).containsExactly(FIRST_DUE);
    }
}

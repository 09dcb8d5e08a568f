package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.origination.LoanConduct;
import vn.coopfund.origination.LoanConduct.Standing;

/** What an appraisal hears of loans before. */
class ConductOfLoansModuleTests extends LoanModuleTest {

    @Autowired
    LoanConduct conduct;

    @Test
    void onlyWhatWasPaidOutHasAConduct() {
        long promised = signed(false);
        long lent = disbursed(false);
        assertThat(conduct.of(List.of(promised, lent))).containsOnlyKeys(lent).containsEntry(lent, Standing.ON_TIME);
        assertThat(conduct.of(List.of())).isEmpty();
    }

    @Test
    void aRowUnpaidAfterItsDayIsOverdue() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        assertThat(conduct.of(List.of(loan))).containsEntry(loan, Standing.ON_TIME);
        businessDay.moveTo(FIRST_DUE.plusDays(1));
        assertThat(conduct.of(List.of(loan))).containsEntry(loan, Standing.OVERDUE);
    }

    @Test
    void theWorstSaysIt() {
        long bad = disbursed(false);
        jdbc.sql("update servicing.standing set official_group = 3 where loan_id = ?").param(bad).update();
        assertThat(conduct.of(List.of(bad))).containsEntry(bad, Standing.BAD);
    }
}

package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.coopfund.schedule.Loans.interest;

import org.junit.jupiter.api.Test;

/** The usual loan on 15/06/2026, 61 days past due: what is due is forgiven in part. */
class WaiverTests {

    private static final long SHARE = 62_500_000;
    private static final long FIRST_INTEREST = 8_136_986;

    @Test
    void takesEachPartFromWhatIsDue() {
        LoanPosition position = Loans.disbursed().waive("2026-06-15", 1_000_000, 34_075, 135_988).at("2026-06-15");
        assertThat(position.interestDue()).isEqualTo(FIRST_INTEREST - 1_000_000);
        assertThat(position.overdueInterest()).isEqualTo(1_034_075 - 34_075);
        assertThat(position.lateInterest()).isZero();
        assertThat(position.principalDue()).isEqualTo(SHARE);
        assertThat(position.waived()).isEqualTo(new Allocation(0, 1_000_000, 34_075, 135_988, 0));
    }

    @Test
    void stillCountsAsEarned() {
        LoanPosition position = Loans.disbursed().waive("2026-06-15", FIRST_INTEREST, 0, 0).at("2026-06-15");
        assertThat(position.interestEarned()).isEqualTo(FIRST_INTEREST + 4_825_685)
                .isEqualTo(position.waived().interest() + position.interestDue() + position.interestAccrued());
    }

    @Test
    void stopsLateInterestOnWhatWasForgiven() {
        LoanPosition position = Loans.disbursed().waive("2026-06-15", 8_000_000, 0, 0).at("2026-06-25");
        assertThat(position.lateInterest())
                .isEqualTo(interest(FIRST_INTEREST * 61 + (FIRST_INTEREST - 8_000_000) * 10, 1, "10"));
    }

    @Test
    void takesTheOldestRowFirst() {
        LoanPosition position = Loans.disbursed().waive("2026-08-01", FIRST_INTEREST + 1, 0, 0).at("2026-08-01");
        assertThat(position.rows().get(0).interestUnpaid()).isZero();
        assertThat(position.rows().get(1).interestUnpaid()).isEqualTo(position.rows().get(1).interest() - 1);
    }

    @Test
    void takesNoMoreThanIsDue() {
        LoanPosition position = Loans.disbursed().waive("2026-06-15", 9_000_000, 2_000_000, 200_000).at("2026-06-15");
        assertThat(position.waived()).isEqualTo(new Allocation(0, FIRST_INTEREST, 1_034_075, 135_988, 0));
        assertThat(position.due()).isEqualTo(SHARE);
        assertThat(position.interestAccrued()).isEqualTo(4_825_685);
    }

    @Test
    void addsUp() {
        assertThat(Loans.disbursed().waive("2026-06-15", 1, 2, 3).waive("2026-06-16", 10, 20, 30).at("2026-06-16")
                .waived()).isEqualTo(new Allocation(0, 11, 22, 33, 0));
    }

    @Test
    void settlesALoanThatOwesNothingElse() {
        Loans loan = Loans.disbursed().pay("2026-06-15", 510_000_000, EarlyRepayment.NEXT);
        assertThat(loan.at("2026-06-15").isSettled()).isFalse();
        // the accrued interest is not due before 15/07/2026
        LoanPosition position = loan.waive("2026-07-15", 10_000_000, 0, 0).at("2026-07-15");
        assertThat(position.settledOn()).isEqualTo("2026-07-15");
    }

    @Test
    void refusesANegativePart() {
        Loans loan = Loans.disbursed();
        assertThatThrownBy(() -> loan.waive("2026-06-15", -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loan.waive("2026-06-15", 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loan.waive("2026-06-15", 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}

package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Credit goes back to the borrower. */
class RefundTests {

    @Test
    void takesFromTheCredit() {
        Loans loan = Loans.disbursed().pay("2026-02-01", 20_000_000).refund("2026-02-10", 5_000_000);
        assertThat(loan.at("2026-02-09").credit()).isEqualTo(20_000_000);
        assertThat(loan.at("2026-02-10").credit()).isEqualTo(20_000_000 - 5_000_000);
        assertThat(loan.at("2026-02-10").principalOutstanding()).isEqualTo(500_000_000);
    }

    @Test
    void leavesTheRestForTheNextDueDate() {
        Allocation applied = Loans.disbursed().pay("2026-02-01", 20_000_000).refund("2026-02-10", 5_000_000)
                .atClose("2026-04-15").creditApplied().get(0).allocation();
        assertThat(applied).isEqualTo(new Allocation(15_000_000 - 8_136_986, 8_136_986, 0, 0, -15_000_000));
    }

    @Test
    void givesBackAllOfIt() {
        assertThat(Loans.disbursed().pay("2026-02-01", 7).refund("2026-02-01", 7).at("2026-02-01").credit()).isZero();
    }

    @Test
    void refusesMoreThanTheCreditOfThatMoment() {
        Loans loan = Loans.disbursed().refund("2026-02-01", 7).pay("2026-02-01", 8);
        assertThatThrownBy(() -> loan.at("2026-02-01")).isInstanceOf(ImpossibleFact.class)
                .hasMessageContaining("credit of 0");
    }

    @Test
    void refusesANegativeAmount() {
        assertThatThrownBy(() -> Loans.disbursed().refund("2026-02-01", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}

package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.coopfund.schedule.Part.INTEREST;
import static vn.coopfund.schedule.Part.LATE_INTEREST;
import static vn.coopfund.schedule.Part.OVERDUE_INTEREST;
import static vn.coopfund.schedule.Part.PRINCIPAL;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Money meets what is due in the agreed order, part by part and the oldest row first within each. */
class AllocationOrderTests {

    private static final List<Part> CHARGES_FIRST = List.of(LATE_INTEREST, OVERDUE_INTEREST, INTEREST, PRINCIPAL);

    private static Loans loan(List<Part> inTerm, List<Part> overdue) {
        return Loans.signed(inTerm, overdue).disburse("2026-01-15", 500_000_000);
    }

    @Test
    void meetsTheChargesFirstWhereThatIsAgreed() {
        assertThat(loan(Part.IN_TERM_ORDER, CHARGES_FIRST).pay("2026-06-15", 10_000_000).allocationOf("2026-06-15"))
                .isEqualTo(new Allocation(10_000_000 - 135_988 - 1_034_075 - 8_136_986, 8_136_986, 1_034_075, 135_988, 0));
        assertThat(loan(Part.IN_TERM_ORDER, CHARGES_FIRST).pay("2026-06-15", 200_000).allocationOf("2026-06-15"))
                .isEqualTo(new Allocation(0, 0, 200_000 - 135_988, 135_988, 0));
    }

    @Test
    void keepsTheOrdersOfBothStatesApart() {
        Loans principalFirst = loan(Part.OVERDUE_ORDER, Part.IN_TERM_ORDER);
        assertThat(principalFirst.pay("2026-04-15", 1_000).allocationOf("2026-04-15"))
                .isEqualTo(new Allocation(1_000, 0, 0, 0, 0));
        assertThat(principalFirst.pay("2026-06-15", 1_000).allocationOf("2026-06-15"))
                .isEqualTo(new Allocation(0, 1_000, 0, 0, 0));
    }

    @Test
    void meetsOnePartOfAllRowsBeforeTheNextPart() {
        LoanPosition position = loan(Part.IN_TERM_ORDER, Part.IN_TERM_ORDER)
                .pay("2026-08-01", 8_136_986 + 7_198_973 + 1).at("2026-08-01");
        assertThat(position.interestDue()).isZero();
        assertThat(position.rows().get(0).principalUnpaid()).isEqualTo(62_500_000 - 1);
        assertThat(position.rows().get(1).principalUnpaid()).isEqualTo(62_500_000);
    }

    @Test
    void readsAnOrderFromText() {
        assertThat(Part.order("LATE_INTEREST, OVERDUE_INTEREST,INTEREST,PRINCIPAL")).isEqualTo(CHARGES_FIRST);
    }

    @Test
    void refusesAnOrderThatDoesNotNameEachPartOnce() {
        assertThatThrownBy(() -> Part.order("INTEREST,PRINCIPAL,OVERDUE_INTEREST"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Part.order("INTEREST,PRINCIPAL,INTEREST,LATE_INTEREST"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Part.order("INTEREST,PRINCIPAL,FEES,LATE_INTEREST"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loan(List.of(PRINCIPAL), Part.OVERDUE_ORDER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loan(Part.OVERDUE_ORDER, List.of(PRINCIPAL, PRINCIPAL, INTEREST, LATE_INTEREST)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

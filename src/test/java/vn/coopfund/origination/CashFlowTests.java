package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.coopfund.money.Dong;

class CashFlowTests {

    private static final BigDecimal RATE = new BigDecimal("6.6");

    /** 240 million over 24 months; the crop is sold in the third quarter. */
    private static ApplicationContent lychee(Integer monthsBetween) {
        return Cases.content(240_000_000, SecurityKind.UNSECURED)
                .money(Dong.of(500_000_000), Dong.of(200_000_000), Dong.of(240_000_000), 24, monthsBetween)
                .cashFlow(null, null, null, List.of(quarter(1, 50, 10), quarter(2, 20, 30), quarter(3, 300, 40), quarter(4, 60, 20)));
    }

    private static CashQuarter quarter(int number, long in, long out) {
        return new CashQuarter(number, Dong.of(in * 1_000_000), Dong.of(out * 1_000_000));
    }

    @Test
    void quarterThatLeavesLessThanItsRepaymentIsShort() {
        CashFlow flow = CashFlow.of(lychee(3), 3, RATE);
        // 240,000,000 / 8 + 240,000,000 · 6.6 % / 4 = 33,960,000
        assertThat(flow.spans()).extracting(CashFlow.Span::repayment).containsOnly(Dong.of(33_960_000));
        assertThat(flow.spans()).extracting(CashFlow.Span::isShort).containsExactly(false, true, false, false);
        assertThat(flow.tight()).isTrue();
        assertThat(flow.left()).isEqualTo(Dong.of(330_000_000));
    }

    @Test
    void halfYearsAreLookedAtWhereItRepaysByHalfYears() {
        CashFlow flow = CashFlow.of(lychee(6), 3, RATE);
        assertThat(flow.spans()).extracting(CashFlow.Span::from, CashFlow.Span::to)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 2), org.assertj.core.groups.Tuple.tuple(3, 4));
        assertThat(flow.spans().get(0).left()).isEqualTo(Dong.of(30_000_000));
        assertThat(flow.spans()).extracting(CashFlow.Span::isShort).containsExactly(true, false);
    }

    @Test
    void yearlyCropCarriesAYearlyRepayment() {
        assertThat(CashFlow.of(lychee(12), 3, RATE).tight()).isFalse();
        assertThat(CashFlow.of(lychee(4), 3, RATE).spans()).hasSize(1);
        assertThat(CashFlow.of(lychee(2), 3, RATE).spans()).hasSize(2);
        assertThat(CashFlow.of(lychee(null), 1, RATE).spans()).hasSize(4);
    }

    @Test
    void withoutQuartersThereIsNothingToSay() {
        assertThat(CashFlow.of(Cases.content(240_000_000, SecurityKind.UNSECURED), 3, RATE)).isNull();
    }
}

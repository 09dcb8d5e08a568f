package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.coopfund.money.Dong;

/** Ratios of a year, in percent: the worked example of {@link FinanceRatios}, and what has none. */
class FinanceRatiosTests {

    private static AppraisalReport.FinanceYear year(Long current, Long fixed, Long shortDebt, Long longDebt, Long equity,
            Long revenue, Long expenses) {
        return new AppraisalReport.FinanceYear(2025, dong(current), dong(fixed), dong(shortDebt), dong(longDebt), dong(equity),
                dong(revenue), dong(expenses));
    }

    private static javax.money.MonetaryAmount dong(Long millions) {
        return millions == null ? null : Dong.of(millions * 1_000_000);
    }

    @Test
    void setsTheLinesAgainstEachOther() {
        FinanceRatios ratios = FinanceRatios.of(year(600L, 900L, 300L, 400L, 800L, 1200L, 1050L));
        assertThat(ratios.debtToEquity()).as("700 / 800").isEqualTo(new BigDecimal("87.5"));
        assertThat(ratios.currentRatio()).as("600 / 300").isEqualTo(new BigDecimal("200.0"));
        assertThat(ratios.equityShare()).as("800 / 1500 = 53.33…").isEqualTo(new BigDecimal("53.3"));
        assertThat(ratios.margin()).as("150 / 1200").isEqualTo(new BigDecimal("12.5"));
        assertThat(ratios.returnOnEquity()).as("150 / 800 = 18.75, half up").isEqualTo(new BigDecimal("18.8"));
    }

    @Test
    void aLossIsBelowZero() {
        assertThat(FinanceRatios.of(year(1L, 1L, 1L, 0L, 1L, 1000L, 1055L)).margin()).as("-55 / 1000").isEqualTo(new BigDecimal("-5.5"));
    }

    @Test
    void whatIsMissingOrNotAboveZeroHasNoRatio() {
        FinanceRatios ratios = FinanceRatios.of(year(600L, null, 0L, 400L, -5L, 0L, 10L));
        assertThat(ratios.debtToEquity()).as("equity below zero").isNull();
        assertThat(ratios.currentRatio()).as("no short-term debts").isNull();
        assertThat(ratios.equityShare()).as("no long-term assets written").isNull();
        assertThat(ratios.margin()).as("no revenue").isNull();
    }

    @Test
    void theScoreReadsWholePercentThatNothingReachesByRounding() {
        assertThat(FinanceRatios.wholePercent(Dong.of(1499), Dong.of(1000))).as("149.9 %").isEqualTo(149L);
        assertThat(FinanceRatios.wholePercent(Dong.of(-1), Dong.of(1000))).as("-0.1 %").isEqualTo(-1L);
        assertThat(FinanceRatios.wholePercentUp(Dong.of(1001), Dong.of(1000))).as("100.1 %").isEqualTo(101L);
    }

    @Test
    void aBalanceSheetBalancesOrSaysNothing() {
        assertThat(year(600L, 900L, 300L, 400L, 800L, null, null).balances()).isTrue();
        assertThat(year(600L, 900L, 300L, 400L, 801L, null, null).balances()).isFalse();
        assertThat(year(600L, null, 300L, 400L, 801L, null, null).balances()).isTrue();
    }
}

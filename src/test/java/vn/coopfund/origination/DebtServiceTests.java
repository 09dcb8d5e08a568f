package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;

/** The cash flow of a usual year against a schedule, quarter by quarter, with the arithmetic in sight. */
class DebtServiceTests {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    /** 120 without interest, over so many instalments. */
    private static RepaymentSchedule schedule(int instalments, int months) {
        return RepaymentSchedule.of(RepaymentTerms.lend(120, DAY).at(QuotedRate.aYear("0"), DayCount.ACT_365)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, instalments, Rhythm.months(months)).terms(), day -> true);
    }

    private static List<CashQuarter> leaves(long... left) {
        return java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> new CashQuarter(i + 1, Dong.of(Math.max(0, left[i])), Dong.of(Math.max(0, -left[i])))).toList();
    }

    /** Due 60 on 15/07/2026 and 15/01/2027: the third quarter, and the first of the next year. */
    @Test
    void quartersWithoutAnInstalmentSaveForTheNext() {
        DebtService service = DebtService.of(leaves(30, 10, 20, 90), schedule(2, 6), DAY);
        assertThat(service.quarters()).extracting(DebtService.Quarter::quarter).containsExactly(2, 3, 4, 1);
        assertThat(service.quarters()).extracting(DebtService.Quarter::available).as("10, 10 + 20, 90, 90 + 30")
                .containsExactly(10L, 30L, 90L, 120L);
        assertThat(service.quarters()).extracting(DebtService.Quarter::cover)
                .containsExactly(null, new BigDecimal("50"), null, new BigDecimal("200"));
        assertThat(service.lowestCover()).as("30 / 60").isEqualTo(new BigDecimal("50"));
        assertThat(service.isShort()).isTrue();
        assertThat(service.principal()).isEqualTo(120);
    }

    /** Due 30 in April, July, October and January: what a good quarter leaves over does not cover a poor one. */
    @Test
    void whatIsLeftAfterRepayingIsNotCountedAgain() {
        DebtService service = DebtService.of(leaves(30, 300, 29, 30), schedule(4, 3), DAY);
        assertThat(service.quarters()).extracting(DebtService.Quarter::cover).as("300/30, 29/30 = 96.6… rounded down, 30/30, 30/30")
                .containsExactly(new BigDecimal("1000"), new BigDecimal("96"), new BigDecimal("100"), new BigDecimal("100"));
        assertThat(service.quarters().stream().filter(DebtService.Quarter::isShort)).hasSize(1);
    }

    /** A quarter that costs more than it brings takes from the next; three instalments of a month fall in one quarter. */
    @Test
    void aPoorQuarterIsCarriedToo() {
        DebtService yearly = DebtService.of(leaves(0, -40, 20, 80), schedule(1, 12), DAY);
        assertThat(yearly.quarters().get(3).available()).as("-40 + 20 + 80 + 0").isEqualTo(60);
        assertThat(yearly.lowestCover()).isEqualTo(new BigDecimal("50"));
        DebtService monthly = DebtService.of(leaves(30, 30, 30, 30), schedule(12, 1), DAY);
        assertThat(monthly.quarters().get(0).due()).as("two months of the first quarter").isEqualTo(20);
        assertThat(monthly.quarters().get(1).due()).as("three of the second").isEqualTo(30);
    }

    @Test
    void withoutACashFlowThereIsNoCover() {
        DebtService none = DebtService.of(List.of(), schedule(4, 3), DAY);
        assertThat(none.quarters()).isEmpty();
        assertThat(none.lowestCover()).isNull();
        assertThat(none.isShort()).isFalse();
    }
}

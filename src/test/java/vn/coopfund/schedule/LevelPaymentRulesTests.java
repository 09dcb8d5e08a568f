package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What 64 bits can tell of a level payment is what integers of any length say. */
class LevelPaymentRulesTests {

    @Property
    void boundsThatAgreeAreTheExactPayment(@ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long balance,
            @ForAll @IntRange(max = 1_000_000) int rate, @ForAll DayCount dayCount,
            @ForAll @Size(max = 120) List<@LongRange(max = 400) Long> units, @ForAll @IntRange(min = 1, max = 5_000) int multiple) {
        LevelPayment payment = payment(balance, BigDecimal.valueOf(rate, 4).toPlainString(), dayCount, units, multiple);
        payment.bounded().ifPresent(bounded -> assertThat(bounded).isEqualTo(payment.exact()));
    }

    @Example
    void boundsTellAnOrdinaryLoan() {
        LevelPayment payment = payment(500_000_000, "6.6", DayCount.ACT_365, Collections.nCopies(59, 30L), 1);
        assertThat(payment.bounded()).hasValue(payment.exact());
    }

    /** 3 đồng in two rows without interest: 1.5, which is 2. */
    @Example
    void leavesAHalfToTheExactWay() {
        LevelPayment payment = payment(3, "0", DayCount.ACT_365, List.of(30L), 1);
        assertThat(payment.bounded()).isEqualTo(OptionalLong.empty());
        assertThat(payment.exact()).isEqualTo(2);
    }

    /** A denominator of more than 40 bits. */
    @Example
    void leavesALongRateToTheExactWay() {
        assertThat(payment(500_000_000, "6.6123456789", DayCount.ACT_ACT_ISDA, List.of(10_000L), 1).bounded()).isEmpty();
    }

    private static LevelPayment payment(long balance, String percent, DayCount dayCount, List<Long> units, long multiple) {
        InterestBasis basis = new InterestBasis(QuotedRate.aYear(percent).yearly(), dayCount);
        return new LevelPayment(BigInteger.valueOf(balance).multiply(basis.whole()), units, basis, multiple);
    }
}

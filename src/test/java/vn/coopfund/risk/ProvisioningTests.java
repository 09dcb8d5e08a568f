package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.coopfund.collateral.Security;

class ProvisioningTests {

    static final Map<Integer, ProvisionRates.Rate> RATES = Map.of(1, rate(1, "0", "0.5"), 2, rate(2, "2", "0.5"),
            3, rate(3, "25", "0.5"), 4, rate(4, "50", "0.5"), 5, rate(5, "100", "0"));

    static ProvisionRates.Rate rate(int group, String specific, String general) {
        return new ProvisionRates.Rate(group, new BigDecimal(specific), new BigDecimal(general));
    }

    static Provisioning.Debt debt(long loan, int group, long principal) {
        return new Provisioning.Debt(loan, group, principal, false);
    }

    static Provisioning.Cover land(long value, Long... loans) {
        return Provisioning.Cover.of(value, new BigDecimal("50"), List.of(loans));
    }

    @ParameterizedTest(name = "group {0}: specific {1}, general {2}")
    @CsvSource({"1,0,2187500", "2,8750000,2187500", "3,109375000,2187500", "4,218750000,2187500", "5,437500000,0"})
    void unsecuredDebtOf437500000(int group, long specific, long general) {
        List<Provisioning.Debt> debts = List.of(debt(1, group, 437_500_000));
        assertThat(Provisioning.specific(debts, List.of(), RATES).get(0).specific()).isEqualTo(specific);
        assertThat(Provisioning.general(debts, RATES)).isEqualTo(general);
    }

    @Test
    void collateralIsDeductedAfterItsHaircut() {
        Provisioning.Need need = Provisioning.specific(List.of(debt(1, 3, 437_500_000)), List.of(land(600_000_000, 1L)), RATES)
                .get(0);
        assertThat(need.deducted()).isEqualTo(600_000_000 / 2);
        assertThat(need.specific()).isEqualTo((437_500_000 - 300_000_000) / 4);
    }

    @Test
    void collateralWorthMoreThanTheDebtNeedsNothing() {
        Provisioning.Need need = Provisioning.specific(List.of(debt(1, 5, 100_000_000)), List.of(land(600_000_000, 1L)), RATES)
                .get(0);
        assertThat(need.deducted()).isEqualTo(100_000_000);
        assertThat(need.specific()).isZero();
    }

    @Test
    void sharedCollateralIsDeductedOnceByPrincipal() {
        List<Provisioning.Need> needs = Provisioning.specific(List.of(debt(1, 5, 300_000_000), debt(2, 3, 100_000_000)),
                List.of(land(200_000_000, 1L, 2L)), RATES);
        // half of 200 m is 100 m: 75 m and 25 m
        assertThat(needs).extracting(Provisioning.Need::deducted).containsExactly(75_000_000L, 25_000_000L);
        assertThat(needs).extracting(Provisioning.Need::specific).containsExactly(225_000_000L, 18_750_000L);
    }

    @Test
    void theFirstRankTakesBeforeTheSecondAndNobodyBeyondItsShare() {
        List<Provisioning.Debt> debts = List.of(debt(1, 5, 60_000_000), debt(2, 5, 100_000_000), debt(3, 5, 100_000_000));
        List<Provisioning.Need> needs = Provisioning.specific(debts, List.of(new Provisioning.Cover(200_000_000,
                new BigDecimal("50"), List.of(new Security.Claim(2, 2, 30_000_000L), new Security.Claim(1, 1, null),
                new Security.Claim(3, 2, null)))), RATES);
        // 100 m count: 60 m to the first, the other 40 m by 30 : 100
        assertThat(needs).extracting(Provisioning.Need::deducted).containsExactly(60_000_000L, 9_230_769L, 30_769_231L);
    }

    @Test
    void entrustedDebtWithoutRiskNeedsNothing() {
        List<Provisioning.Debt> debts = List.of(new Provisioning.Debt(1, 5, 300_000_000, true), debt(2, 1, 100_000_001));
        assertThat(Provisioning.specific(debts, List.of(), RATES).get(0).specific()).isZero();
        // 500,000.005 half-up
        assertThat(Provisioning.general(debts, RATES)).isEqualTo(500_000);
    }

    @Property
    void neverDeductsMoreThanThereIs(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long first,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 2_000_000_000_000L) long value, @ForAll @IntRange(min = 1, max = 5) int group) {
        List<Provisioning.Need> needs = Provisioning.specific(List.of(debt(1, group, first), debt(2, 5, second)),
                List.of(land(value, 1L, 2L)), RATES);
        assertThat(needs.stream().mapToLong(Provisioning.Need::deducted).sum()).isLessThanOrEqualTo((value + 1) / 2);
        needs.forEach(need -> assertThat(need.specific()).isBetween(0L, need.debt().principal() - need.deducted()));
    }
}

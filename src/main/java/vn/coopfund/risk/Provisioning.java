package vn.coopfund.risk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.coopfund.collateral.Security;
import vn.coopfund.money.Rounding;
import vn.coopfund.money.Split;

/**
 * How much provision debts need, in đồng. Specific: max(0, whole outstanding principal − discounted collateral) × the rate
 * of the group, half-up; general: the sum of principal × general rate, rounded once. Debts whose risk others bear need
 * none. An item that secures several loans is deducted once: loans of a lower rank take first, those of one rank share in
 * proportion to what they may take, their principal or as much as the item answers for.
 *
 * <p>Worked example: 437,500,000 in group 3 secured by 600,000,000 of land that counts half: 437,500,000 − 300,000,000 =
 * 137,500,000, at 25 % 34,375,000; general 0.5 % of 437,500,000 = 2,187,500.
 */
final class Provisioning {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Provisioning() {
    }

    /** A debt on the balance sheet. */
    record Debt(long loan, int debtGroup, long principal, boolean entrusted) {
    }

    /** An item of collateral: its value, how much of it counts (percent), and what the loans it secures have of it. */
    record Cover(long value, BigDecimal counted, List<Security.Claim> claims) {

        /** Of loans that share it alike. */
        static Cover of(long value, BigDecimal counted, List<Long> loans) {
            return new Cover(value, counted, loans.stream().map(loan -> new Security.Claim(loan, 1, null)).toList());
        }

        long discounted() {
            return percent(value, counted);
        }
    }

    /** What a debt needs. {@code rate} in percent. */
    record Need(Debt debt, long deducted, BigDecimal rate, long specific) {
    }

    static List<Need> specific(List<Debt> debts, List<Cover> covers, Map<Integer, ProvisionRates.Rate> rates) {
        Map<Long, Long> deducted = shared(debts, covers);
        return debts.stream().map(debt -> {
            BigDecimal rate = debt.entrusted() ? BigDecimal.ZERO : rates.get(debt.debtGroup()).specific();
            long deduct = Math.min(debt.principal(), deducted.getOrDefault(debt.loan(), 0L));
            return new Need(debt, deduct, rate, percent(debt.principal() - deduct, rate));
        }).toList();
    }

    static long general(List<Debt> debts, Map<Integer, ProvisionRates.Rate> rates) {
        return Rounding.HALF_UP.round(debts.stream().filter(debt -> !debt.entrusted())
                .map(debt -> BigDecimal.valueOf(debt.principal()).multiply(rates.get(debt.debtGroup()).general()))
                .reduce(BigDecimal.ZERO, BigDecimal::add).divide(HUNDRED));
    }

    private static Map<Long, Long> shared(List<Debt> debts, List<Cover> covers) {
        Map<Long, Long> principal = debts.stream().collect(Collectors.toMap(Debt::loan, Debt::principal));
        Map<Long, Long> deducted = new HashMap<>();
        for (Cover cover : covers) {
            long left = cover.discounted();
            for (List<Security.Claim> alike : byRank(cover, principal)) {
                long[] claimed = alike.stream().mapToLong(claim -> claim.most() == null ? principal.get(claim.loan())
                        : Math.min(claim.most(), principal.get(claim.loan()))).toArray();
                long taken = Math.min(left, Arrays.stream(claimed).sum());
                long[] parts = Split.byWeights(taken, claimed);
                for (int i = 0; i < parts.length; i++) {
                    deducted.merge(alike.get(i).loan(), parts[i], Long::sum);
                }
                left -= taken;
            }
        }
        return deducted;
    }

    /** Claims of loans that owe something, lower ranks first. */
    private static Collection<List<Security.Claim>> byRank(Cover cover, Map<Long, Long> principal) {
        return cover.claims().stream().filter(claim -> principal.getOrDefault(claim.loan(), 0L) > 0)
                .collect(Collectors.groupingBy(Security.Claim::rank, TreeMap::new, Collectors.toList())).values();
    }

    private static long percent(long amount, BigDecimal percent) {
        return Rounding.HALF_UP.round(BigDecimal.valueOf(amount).multiply(percent).divide(HUNDRED));
    }
}

package vn.coopfund.risk;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.coopfund.money.Rounding;
import vn.coopfund.money.Split;

/**
 * How much provision debts need, in đồng. Specific: max(0, whole outstanding principal − discounted collateral) × the rate
 * of the group, half-up; general: the sum of principal × general rate, rounded once. Debts whose risk others bear need
 * none. An item that secures several loans is deducted once, shared in proportion to their principal.
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

    /** An item of collateral: its value, how much of it counts (percent), and the loans it secures. */
    record Cover(long value, BigDecimal counted, List<Long> loans) {

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
            List<Long> owing = cover.loans().stream().filter(loan -> principal.getOrDefault(loan, 0L) > 0).toList();
            if (!owing.isEmpty()) {
                long[] parts = Split.byWeights(cover.discounted(), owing.stream().mapToLong(principal::get).toArray());
                for (int i = 0; i < parts.length; i++) {
                    deducted.merge(owing.get(i), parts[i], Long::sum);
                }
            }
        }
        return deducted;
    }

    private static long percent(long amount, BigDecimal percent) {
        return Rounding.HALF_UP.round(BigDecimal.valueOf(amount).multiply(percent).divide(HUNDRED));
    }
}

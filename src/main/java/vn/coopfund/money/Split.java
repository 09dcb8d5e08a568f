package vn.coopfund.money;

import java.util.Arrays;

/**
 * Splitting an amount without losing a đồng: the last part takes the remainder.
 *
 * <p>Worked example: 100 in 3 is 33, 33, 34; 100 by 1 : 1 : 4 is 17, 17, 66.
 */
public final class Split {

    private Split() {
    }

    /** Equal parts, each half-up to the đồng; none passes what is left, the last takes the rest. */
    public static long[] equally(long amount, int parts) {
        long[] weights = new long[requireParts(parts)];
        Arrays.fill(weights, 1);
        return byWeights(amount, weights);
    }

    /** Parts in proportion to weights (none negative, not all zero), each half-up; the last takes the rest. */
    public static long[] byWeights(long amount, long... weights) {
        requireParts(weights.length);
        if (amount < 0 || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("neither the amount nor a weight may be negative");
        }
        long total = Arrays.stream(weights).reduce(0, Math::addExact);
        long[] parts = new long[weights.length];
        long left = amount;
        for (int i = 0; i < parts.length - 1; i++) {
            parts[i] = Math.min(left, Rounding.HALF_UP.portion(amount, weights[i], total));
            left -= parts[i];
        }
        parts[parts.length - 1] = left;
        return parts;
    }

    private static int requireParts(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("at least one part");
        }
        return parts;
    }
}

package vn.coopfund.schedule;

import java.math.BigInteger;
import vn.coopfund.money.Rounding;

/** Interest of one kind on one row: its exact total, which is rounded once, and what of it was paid or waived. */
final class Accrual {

    final InterestBasis basis;
    final Rounding rounding;
    private BigInteger exact = BigInteger.ZERO;
    private long total;
    private long met;

    Accrual(InterestBasis basis, Rounding rounding) {
        this.basis = basis;
        this.rounding = rounding;
    }

    void run(long balance, long units) {
        set(exactAfter(balance, units));
    }

    /** Whole đồng that ran elsewhere. */
    void bring(long amount) {
        set(exact.add(basis.whole().multiply(BigInteger.valueOf(amount))));
    }

    /** What ran and what was met on another row goes on here. */
    void continueFrom(Accrual other) {
        set(exact.add(other.exact));
        met += other.met;
    }

    private void set(BigInteger newExact) {
        exact = newExact;
        total = basis.round(exact, rounding);
    }

    /** Meets what is unmet up to a limit; returns what it took. */
    long meet(long limit) {
        long part = Math.min(limit, unmet());
        met += part;
        return part;
    }

    /** Half-up of the exact total, or as the contract rounds. */
    long total() {
        return total;
    }

    long met() {
        return met;
    }

    long unmet() {
        return total - met;
    }

    BigInteger exact() {
        return exact;
    }

    /** The exact total if a balance runs on for so many units. */
    BigInteger exactAfter(long balance, long units) {
        return balance == 0 ? exact : exact.add(basis.exact(balance, units));
    }
}

package vn.coopfund.schedule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import vn.coopfund.money.Rounding;

/** The balance of a loan while its tranches are paid out and its rows paid back, walked forward once. */
final class Drawings {

    private final List<Tranche> payouts;
    private final DayLine line;
    private final InterestBasis basis;
    private final Rounding rounding;
    private int next;
    private long balance;

    Drawings(RepaymentTerms terms, DayLine line, InterestBasis basis) {
        payouts = terms.payouts();
        this.line = line;
        this.basis = basis;
        rounding = terms.interestRounding();
        draw(terms.disbursedOn());
    }

    /** The interest of a period: the exact sum over its sub-balances, rounded once; the tranches in it are drawn. */
    long runThrough(LocalDate from, LocalDate to) {
        if (!drawsBy(to)) {
            return basis.interest(balance, line.units(from, to), rounding);
        }
        BigInteger exact = BigInteger.ZERO;
        LocalDate start = from;
        while (drawsBy(to)) {
            LocalDate on = payouts.get(next).on();
            exact = exact.add(basis.exact(balance, line.units(start, on)));
            draw(on);
            start = on;
        }
        return basis.round(exact.add(basis.exact(balance, line.units(start, to))), rounding);
    }

    long balance() {
        return balance;
    }

    void repay(long principal) {
        balance -= principal;
    }

    private boolean drawsBy(LocalDate to) {
        return next < payouts.size() && !payouts.get(next).on().isAfter(to);
    }

    private void draw(LocalDate on) {
        while (drawsBy(on)) {
            balance += payouts.get(next++).amount();
        }
    }
}

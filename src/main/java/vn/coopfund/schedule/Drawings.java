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
    private long position;
    private long balance;

    Drawings(RepaymentTerms terms, DayLine line, InterestBasis basis) {
        payouts = terms.payouts();
        this.line = line;
        this.basis = basis;
        rounding = terms.interestRounding();
        position = line.at(terms.disbursedOn());
        draw(terms.disbursedOn());
    }

    /** The interest of the next period: the exact sum over its sub-balances, rounded once; its tranches are drawn. */
    long runThrough(LocalDate to) {
        if (!drawsBy(to)) {
            return basis.interest(balance, unitsTo(to), rounding);
        }
        BigInteger exact = BigInteger.ZERO;
        while (drawsBy(to)) {
            LocalDate on = payouts.get(next).on();
            exact = exact.add(basis.exact(balance, unitsTo(on)));
            draw(on);
        }
        return basis.round(exact.add(basis.exact(balance, unitsTo(to))), rounding);
    }

    private long unitsTo(LocalDate to) {
        long from = position;
        position = line.at(to);
        return position - from;
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

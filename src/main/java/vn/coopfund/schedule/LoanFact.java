package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that happened to a loan and stands. What is reversed is left out of the facts, and the loan is
 * replayed without it.
 */
public sealed interface LoanFact {

    /** By value date, then as recorded. */
    Comparator<LoanFact> IN_ORDER = Comparator.comparing(LoanFact::on).thenComparingLong(LoanFact::recorded);

    /** The value date: when it happened. */
    LocalDate on();

    /** The order in which facts of a day were learned; unique within the loan. */
    long recorded();

    /** đồng. */
    long amount();

    /** The money left the fund: interest starts the day after. */
    record Disbursement(LocalDate on, long recorded, long amount) implements LoanFact {

        public Disbursement {
            requireAmount(amount);
        }
    }

    /**
     * Money came in.
     *
     * @param id the caller's name for it, by which its {@link Allocation} is found
     * @param early null unless the borrower asks
     */
    record Payment(String id, LocalDate on, long recorded, long amount, EarlyRepayment early) implements LoanFact {

        public Payment {
            requireAmount(amount);
        }
    }

    private static void requireAmount(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a fact has no negative amount; what is reversed is left out");
        }
    }
}

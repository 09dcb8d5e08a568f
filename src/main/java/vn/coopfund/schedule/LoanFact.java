package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

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

    /** The money left the fund, all of it or a tranche: interest starts the day after. */
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

    /** The borrower's credit was paid back; more than the credit of that moment is an {@link ImpossibleFact}. */
    record Refund(LocalDate on, long recorded, long amount) implements LoanFact {

        public Refund {
            requireAmount(amount);
        }
    }

    /**
     * What is due on that day was forgiven, the oldest row first, never principal. Of a part it takes what is due
     * and no more: a payment learned late may have met some of it before ({@link LoanPosition#waived} has what
     * was taken).
     */
    record Waiver(LocalDate on, long recorded, long interest, long overdueInterest, long lateInterest)
            implements LoanFact {

        public Waiver {
            requireAmount(interest);
            requireAmount(overdueInterest);
            requireAmount(lateInterest);
        }
    }

    /**
     * All outstanding principal is due anew from this day on (điều chỉnh kỳ hạn, gia hạn), overdue principal too,
     * which returns to the contract rate. The running period's interest so far goes on into the first new row.
     * Charges already run stay due. Interest is never added to principal.
     *
     * <p>Due dates move off days without work as the contract's do.
     *
     * @param principals the new rows in order, after this day; they sum to the outstanding principal, or the
     *     replay has an {@link ImpossibleFact}
     * @param arrearsDueOn when unpaid in-term interest of earlier rows is due, after this day; null: it stays due
     *     where it was, and days past due go on counting
     */
    record Restructure(LocalDate on, long recorded, List<PrincipalDue> principals, LocalDate arrearsDueOn)
            implements LoanFact {

        public Restructure {
            principals = List.copyOf(principals);
            require(!principals.isEmpty(), "a restructured loan has rows");
            LocalDate before = on;
            for (PrincipalDue row : principals) {
                require(row.dueOn().isAfter(before), "new due dates are in order, after the day of the decision");
                requireAmount(row.amount());
                before = row.dueOn();
            }
            require(arrearsDueOn == null || arrearsDueOn.isAfter(on), "arrears fall due after the decision");
        }
    }

    /**
     * All principal that is not yet due becomes due on one day (thu hồi nợ trước hạn). Rows already due keep their
     * dates and their charges, the running period's interest so far goes on into the one new row, and nothing is due
     * later than it: interest that was put off is due with it. What is unpaid after that day is overdue as ever.
     *
     * @param payBy the day, after the decision; it moves off days without work as the contract's do
     */
    record Acceleration(LocalDate on, long recorded, LocalDate payBy) implements LoanFact {

        public Acceleration {
            require(payBy.isAfter(on), "the borrower has a day to pay by after the decision");
        }
    }

    /**
     * A live loan was taken over from old books, before anything else happened here. Its terms have
     * {@code disbursedOn} on this day and {@link RepaymentMethod#CUSTOM} rows for what is not yet due; rows ask
     * for no more than that.
     *
     * @param principal outstanding, the arrears' principal included
     * @param arrears what is already due and unpaid, with its old due dates
     * @param interestAccrued in-term interest not yet due; it falls due with the first row of the terms
     */
    record TakenOn(LocalDate on, long recorded, long principal, List<Arrear> arrears, long interestAccrued)
            implements LoanFact {

        public TakenOn {
            arrears = arrears.stream().sorted(Comparator.comparing(Arrear::dueOn)).toList();
            requireAmount(principal);
            requireAmount(interestAccrued);
            LocalDate day = on;
            require(arrears.stream().noneMatch(arrear -> arrear.dueOn().isAfter(day)), "arrears are due by then");
            require(arrears.stream().mapToLong(Arrear::principal).sum() <= principal,
                    "arrears have no more principal than the loan");
        }
    }

    /** A row of the old books that is due and unpaid: what is left of each part, in đồng. */
    record Arrear(LocalDate dueOn, long principal, long interest, long overdueInterest, long lateInterest) {

        public Arrear {
            requireAmount(principal);
            requireAmount(interest);
            requireAmount(overdueInterest);
            requireAmount(lateInterest);
        }
    }

    private static void requireAmount(long amount) {
        require(amount >= 0, "a fact has no negative amount; what is reversed is left out");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}

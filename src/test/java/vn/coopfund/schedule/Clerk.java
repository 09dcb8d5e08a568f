package vn.coopfund.schedule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.coopfund.money.Rounding;

/**
 * A second pair of eyes: the usual loan (6.6 %, 9.9 % overdue, 10 % late, ACT/365, overdue by row) day by
 * day, the dull way: each day a row's balance is added to its sum of đồng·days.
 */
final class Clerk {

    private final RepaymentSchedule contract;
    private final int rows;
    private final long[] principal;
    private final long[] interestPaid;
    private final long[] overduePaid;
    private final long[] latePaid;
    private final long[] earned;
    private final long[] overdue;
    private final BigInteger[] late;
    private long outstanding;
    private long credit;
    private LocalDate today;

    Clerk(RepaymentSchedule contract) {
        this.contract = contract;
        rows = contract.rows().size();
        principal = contract.rows().stream().mapToLong(RepaymentSchedule.Row::principal).toArray();
        interestPaid = new long[rows];
        overduePaid = new long[rows];
        latePaid = new long[rows];
        earned = new long[rows];
        overdue = new long[rows];
        late = new BigInteger[rows];
        Arrays.fill(late, BigInteger.ZERO);
    }

    void work(List<LoanFact> facts, LocalDate from, LocalDate to) {
        outstanding = Arrays.stream(principal).sum();
        for (today = from; !today.isAfter(to); today = today.plusDays(1)) {
            if (today.isAfter(from)) {
                bearADaysInterest();
            }
            facts.stream().sorted(LoanFact.IN_ORDER).filter(f -> f.on().equals(today))
                    .filter(LoanFact.Payment.class::isInstance).map(LoanFact.Payment.class::cast)
                    .forEach(f -> credit = meet(f.amount(), credit));
            if (contract.rows().stream().anyMatch(row -> row.dueOn().equals(today))) {
                credit = meet(credit, 0);
            }
        }
        today = to;
    }

    private LocalDate due(int row) {
        return contract.rows().get(row).dueOn();
    }

    private void bearADaysInterest() {
        long running = 0;
        int current = -1;
        for (int i = rows - 1; i >= 0; i--) {
            if (!due(i).isBefore(today)) {
                running += principal[i];
                current = i;
            } else {
                overdue[i] += principal[i];
                late[i] = late[i].add(BigInteger.valueOf(interestOwed(i)));
            }
        }
        if (current >= 0) {
            earned[current] += running;
        }
    }

    private long interestOwed(int row) {
        return Rounding.HALF_UP.portion(earned[row], 66, 365_000) - interestPaid[row];
    }

    private long overdueOwed(int row) {
        return Rounding.HALF_UP.portion(overdue[row], 99, 365_000) - overduePaid[row];
    }

    private long lateOwed(int row) {
        return Rounding.HALF_UP.divide(late[row], BigInteger.valueOf(3_650)) - latePaid[row];
    }

    private long meet(long money, long kept) {
        boolean arrears = false;
        for (int i = 0; i < rows; i++) {
            arrears |= due(i).isBefore(today) && (principal[i] > 0 || interestOwed(i) > 0);
        }
        long left = money;
        for (char kind : (arrears ? "PIOL" : "IPOL").toCharArray()) {
            for (int i = 0; i < rows && !due(i).isAfter(today); i++) {
                left -= pay(kind, i, left);
            }
        }
        return kept + left;
    }

    private long pay(char kind, int row, long left) {
        switch (kind) {
            case 'P' -> {
                long part = Math.min(left, principal[row]);
                principal[row] -= part;
                outstanding -= part;
                return part;
            }
            case 'I' -> {
                long part = Math.min(left, interestOwed(row));
                interestPaid[row] += part;
                return part;
            }
            case 'O' -> {
                long part = Math.min(left, overdueOwed(row));
                overduePaid[row] += part;
                return part;
            }
            default -> {
                long part = Math.min(left, lateOwed(row));
                latePaid[row] += part;
                return part;
            }
        }
    }

    /** Outstanding, principal due, interest due, accrued, overdue interest, late interest, credit. */
    List<Long> balances() {
        long[] sums = new long[5];
        for (int i = 0; i < rows; i++) {
            boolean isDue = !due(i).isAfter(today);
            sums[0] += isDue ? principal[i] : 0;
            sums[1] += isDue ? interestOwed(i) : 0;
            sums[2] += isDue ? 0 : interestOwed(i);
            sums[3] += overdueOwed(i);
            sums[4] += lateOwed(i);
        }
        return List.of(outstanding, sums[0], sums[1], sums[2], sums[3], sums[4], credit);
    }
}

package vn.coopfund.bench;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.WorkingDays;

/** One schedule of 60 monthly rows, by the room and by hand. */
@State(Scope.Benchmark)
public class SixtyRows {

    private static final int ROWS = 60;
    private static final long PRINCIPAL = 500_000_000;
    private static final LocalDate START = LocalDate.of(2026, 1, 15);

    /** 6.6 % on ACT/365 is 33 over 182,500 a day: data, so that the compiler cannot turn the division into a product. */
    private long perDay = 33;
    private long whole = 182_500;

    @Param
    public RepaymentMethod method;
    private RepaymentTerms terms;
    private long[] agreed;

    @Setup
    public void sign() {
        List<PrincipalDue> rows = new ArrayList<>();
        agreed = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            agreed[i] = i < ROWS - 1 ? 8_000_000 : PRINCIPAL - 8_000_000L * (ROWS - 1);
            rows.add(new PrincipalDue(START.plusMonths(i + 1), agreed[i]));
        }
        var lent = RepaymentTerms.lend(PRINCIPAL, START).at(QuotedRate.aYear("6.6"), DayCount.ACT_365);
        terms = (method == RepaymentMethod.CUSTOM ? lent.repay(rows)
                : lent.repay(method, ROWS, Rhythm.months(1))).terms();
        checkThatBothAgree();
    }

    private void checkThatBothAgree() {
        long[][] bare = bare();
        for (RepaymentSchedule.Row row : schedule().rows()) {
            int i = row.number() - 1;
            if (row.principal() != bare[0][i] || row.interest() != bare[1][i] || row.balance() != bare[2][i]) {
                throw new IllegalStateException(method + " differs in row " + row);
            }
        }
    }

    @Benchmark
    public RepaymentSchedule schedule() {
        return RepaymentSchedule.of(terms, WorkingDays.WEEKENDS_OFF);
    }

    @Benchmark
    public long[][] bare() {
        long[] days = new long[ROWS];
        long before = START.toEpochDay();
        for (int i = 0; i < ROWS; i++) {
            long due = START.plusMonths(i + 1).toEpochDay();
            days[i] = due - before;
            before = due;
        }
        long payment = method == RepaymentMethod.EQUAL_INSTALMENT ? level(days) : 0;
        long share = (PRINCIPAL + ROWS / 2) / ROWS;
        long[][] rows = new long[3][ROWS];
        long balance = PRINCIPAL;
        for (int i = 0; i < ROWS; i++) {
            long interest = (balance * days[i] * perDay + whole / 2) / whole;
            long principal = i == ROWS - 1 ? balance : Math.min(balance, switch (method) {
                case EQUAL_PRINCIPAL -> share;
                case EQUAL_INSTALMENT -> Math.max(0, payment - interest);
                case BULLET -> 0;
                case CUSTOM -> agreed[i];
            });
            balance -= principal;
            rows[0][i] = principal;
            rows[1][i] = interest;
            rows[2][i] = balance;
        }
        return rows;
    }

    private long level(long[] days) {
        BigInteger bigWhole = BigInteger.valueOf(whole);
        BigInteger grown = BigInteger.valueOf(PRINCIPAL);
        BigInteger paid = BigInteger.ZERO;
        BigInteger scale = BigInteger.ONE;
        for (long d : days) {
            BigInteger growth = BigInteger.valueOf(whole + d * perDay);
            grown = grown.multiply(growth);
            paid = paid.multiply(growth).add(scale.multiply(bigWhole));
            scale = scale.multiply(bigWhole);
        }
        return grown.add(paid.shiftRight(1)).divide(paid).longValueExact();
    }
}

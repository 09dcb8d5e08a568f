package vn.coopfund.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.schedule.WorkingDays;

/** 120 monthly rows from 2016 and so many payments, evenly spread; then one more becomes known with an early date. */
@State(Scope.Benchmark)
public class LongLife {

    private static final LocalDate START = LocalDate.of(2016, 1, 15);
    private static final LocalDate END = START.plusYears(10);
    private static final long PRINCIPAL = 500_000_000;

    /** How the loan is paid. */
    public enum Kind {
        ON_TIME("paid as due", RepaymentMethod.EQUAL_PRINCIPAL, 100, null),
        IN_ARREARS("every row overdue, little paid", RepaymentMethod.EQUAL_PRINCIPAL, 5, null),
        EARLY("each payment early, the next rows first", RepaymentMethod.EQUAL_PRINCIPAL, 60, EarlyRepayment.NEXT),
        SMALLER("each payment early, level payment solved anew", RepaymentMethod.EQUAL_INSTALMENT, 60,
                EarlyRepayment.SMALLER);

        final String words;
        private final RepaymentMethod method;
        private final int percent;
        private final EarlyRepayment early;

        Kind(String words, RepaymentMethod method, int percent, EarlyRepayment early) {
            this.words = words;
            this.method = method;
            this.percent = percent;
            this.early = early;
        }
    }

    @Param({"500", "2000"})
    public int events;

    @Param
    public Kind kind;
    private RunningLoan loan;
    private LoanFact late;

    @Setup
    public void live() {
        List<LoanFact> facts = new ArrayList<>();
        facts.add(new LoanFact.Disbursement(START, 0, PRINCIPAL));
        long days = END.toEpochDay() - START.toEpochDay();
        long amount = PRINCIPAL * 4 / 3 / events * kind.percent / 100;
        for (int i = 1; i < events; i++) {
            facts.add(new LoanFact.Payment("p" + i, START.plusDays(days * i / events), i, amount, kind.early));
        }
        RepaymentTerms terms = RepaymentTerms.lend(PRINCIPAL, START).at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(kind.method, 120, Rhythm.months(1)).terms();
        loan = RunningLoan.of(new LoanTerms(terms, new BigDecimal(150), new BigDecimal(10), OverdueScope.INSTALMENT),
                WorkingDays.WEEKENDS_OFF, facts);
        late = new LoanFact.Payment("late", START.plusMonths(2), events, 1_000_000, kind.early);
    }

    @Benchmark
    public LoanPosition backDate() {
        return loan.with(late).atClose(END);
    }
}

package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A loan's contract and the facts that happened to it, from which its position on any day is replayed. Facts may
 * come in any order; they are replayed by value date, then as recorded. The work is linear in the facts.
 *
 * <p>Worked example: 500,000,000 at 6.6 % on ACT/365, disbursed 15/01/2026, 8 quarterly equal principals, nothing
 * paid until 15/06/2026, which is 61 days after the first due date:
 * <ul>
 * <li>due: principal 62,500,000 and interest 8,136,986;
 * <li>overdue interest 62,500,000 · 9.9 % · 61 / 365 = 1,034,075;
 * <li>late interest 8,136,986 · 10 % · 61 / 365 = 135,988;
 * <li>in-term interest on the rest, not yet due: 437,500,000 · 6.6 % · 61 / 365 = 4,825,685;
 * <li>due in all 71,807,049; what settles the loan that day 514,132,734.
 * </ul>
 *
 * <p>Contract due dates stay whenever the money leaves; a row due on or before the first disbursement asks for
 * nothing, and the last row takes what is left.
 */
public final class RunningLoan {

    private final Signed signed;
    private final List<LoanFact> facts;

    private RunningLoan(Signed signed, List<LoanFact> facts) {
        this.signed = signed;
        this.facts = facts.stream().sorted(LoanFact.IN_ORDER).toList();
    }

    /**
     * A loan with its facts.
     *
     * @throws IllegalArgumentException if the terms have {@link RepaymentTerms#violations violations}
     */
    public static RunningLoan of(LoanTerms terms, WorkingDays calendar, List<LoanFact> facts) {
        return new RunningLoan(Signed.of(terms, calendar), facts);
    }

    /** The same loan if this happened too: what an act shows before it is done. */
    public RunningLoan with(LoanFact fact) {
        return new RunningLoan(signed, Stream.concat(facts.stream(), Stream.of(fact)).toList());
    }

    /** The same loan as if this had not happened: what a reversal leaves. */
    public RunningLoan without(LoanFact fact) {
        return new RunningLoan(signed, facts.stream().filter(other -> !other.equals(fact)).toList());
    }

    /** The schedule of the contract, as if disbursed and paid as planned. */
    public RepaymentSchedule contract() {
        return signed.contract();
    }

    /**
     * The position during a day: its facts are in, credit is not yet applied to what falls due that day.
     *
     * @throws ImpossibleFact if a fact by then cannot have happened
     */
    public LoanPosition at(LocalDate day) {
        return replay(day, false);
    }

    /**
     * The position at the close of a day: credit is applied to what fell due that day.
     *
     * @throws ImpossibleFact if a fact by then cannot have happened
     */
    public LoanPosition atClose(LocalDate day) {
        return replay(day, true);
    }

    /**
     * All that happened through a day, one after the other, with how the loan stood after each; the last moment is how
     * the loan stands {@link #at} that day.
     *
     * @throws ImpossibleFact if a fact by then cannot have happened
     */
    public List<LoanMoment> moments(LocalDate day) {
        List<LoanMoment> moments = new ArrayList<>();
        new LoanReplay(new LoanState(signed), moments).through(facts, day, false);
        return moments;
    }

    /** What settles the loan on a day, credit counted. */
    public PayoffQuote payoffQuote(LocalDate day) {
        return at(day).payoffQuote();
    }

    private LoanPosition replay(LocalDate day, boolean closed) {
        LoanReplay replay = new LoanReplay(new LoanState(signed));
        replay.through(facts, day, closed);
        return replay.position(day);
    }
}

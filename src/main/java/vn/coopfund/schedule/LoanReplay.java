package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Walks a loan forward once, from date to date on which something happens. On each: interest runs through the day on
 * the balances at its start, money leaves, rows close, the day's other facts follow as recorded, and at the close of
 * a due date the borrower's credit meets what fell due.
 */
final class LoanReplay {

    private final LoanState state;
    private final TreeMap<LocalDate, List<LoanFact>> ahead = new TreeMap<>();
    private final Map<String, Allocation> payments = new LinkedHashMap<>();
    private final List<CreditApplied> creditApplied = new ArrayList<>();
    private final List<LoanMoment> moments;
    private LocalDate settledOn;

    LoanReplay(LoanState state) {
        this(state, null);
    }

    /** Writes down every moment too. */
    LoanReplay(LoanState state, List<LoanMoment> moments) {
        this.state = state;
        this.moments = moments;
    }

    /** Through a day; its close is included only if asked for. */
    void through(List<LoanFact> factsInOrder, LocalDate day, boolean closed) {
        stopAtRows(LocalDate.MIN);
        factsInOrder.forEach(fact -> factsOf(fact.on()).add(fact));
        while (!ahead.isEmpty() && !ahead.firstKey().isAfter(day)) {
            LocalDate date = ahead.firstKey();
            live(date, ahead.remove(date), closed || date.isBefore(day));
        }
        runThrough(day);
    }

    LoanPosition position(LocalDate day) {
        return new PositionView(state, day).position(payments, creditApplied, settledOn);
    }

    private void stopAtRows(LocalDate after) {
        state.rows.stream().flatMap(row -> Stream.of(row.closesOn(), row.due.dueOn()))
                .filter(date -> date.isAfter(after)).forEach(this::factsOf);
    }

    private List<LoanFact> factsOf(LocalDate date) {
        return ahead.computeIfAbsent(date, on -> new ArrayList<>());
    }

    private void live(LocalDate date, List<LoanFact> facts, boolean toItsClose) {
        runThrough(date);
        facts.forEach(this::lend);
        state.closeRows(date);
        noteLentAndDue(date, facts);
        facts.forEach(this::happen);
        if (toItsClose) {
            applyCredit(date);
        }
        state.passPaidRows(date);
        noteSettlement(date);
    }

    private void runThrough(LocalDate day) {
        LoanMoment.Ran ran = moments == null ? null : state.bearing();
        state.runThrough(day);
        if (ran != null && ran.from().isBefore(day)) {
            note(day, LoanMoment.Kind.RAN, null, null, ran, Allocation.NONE);
        }
    }

    private void lend(LoanFact fact) {
        if (fact instanceof LoanFact.Disbursement disbursement) {
            state.disburse(fact.on(), disbursement.amount());
        } else if (fact instanceof LoanFact.TakenOn takenOn) {
            new TakingOn(state).take(takenOn);
        }
    }

    private void happen(LoanFact fact) {
        Allocation parts = Allocation.NONE;
        if (fact instanceof LoanFact.Payment payment) {
            parts = allocate(payment);
            payments.put(payment.id(), parts);
        } else if (fact instanceof LoanFact.Refund refund) {
            refund(refund);
        } else if (fact instanceof LoanFact.Waiver waiver) {
            state.waived = state.waived.plus(Waterfall.waive(state, waiver));
        } else if (fact instanceof LoanFact.Restructure restructure) {
            new Restructuring(state, restructure).decide();
            stopAtRows(fact.on());
        } else if (fact instanceof LoanFact.Acceleration acceleration) {
            new Accelerating(state, acceleration).decide();
            stopAtRows(fact.on());
        } else {
            return;
        }
        note(fact.on(), LoanMoment.Kind.HAPPENED, fact, null, null, parts);
    }

    private Allocation allocate(LoanFact.Payment payment) {
        if (payment.early() == EarlyRepayment.PAYOFF && payment.amount() >= quote(payment.on()).total()) {
            return settle(payment);
        }
        Allocation due = Waterfall.pour(state, payment.on(), payment.amount());
        long early = payment.early() == null || due.credit() == 0 ? 0
                : new EarlyPlan(state, payment.on()).use(payment.early(), due.credit());
        state.credit += due.credit() - early;
        return due.creditToPrincipal(early);
    }

    private PayoffQuote quote(LocalDate day) {
        return new PositionView(state, day).quote();
    }

    /** Credit and payment together meet everything, due or not; what is left is credit again. */
    private Allocation settle(LoanFact.Payment payment) {
        PayoffQuote quote = quote(payment.on());
        long brought = payment.amount() + state.credit;
        Allocation due = Waterfall.pour(state, payment.on(), brought);
        new EarlyPlan(state, payment.on()).use(EarlyRepayment.NEXT, quote.principal() - due.principal());
        state.rows.forEach(row -> row.interest.meet(row.interest.unmet()));
        Allocation parts = new Allocation(quote.principal(), quote.interest(), quote.overdueInterest(),
                quote.lateInterest(), 0);
        long kept = brought - parts.total();
        Allocation allocation = parts.withCredit(kept - state.credit);
        state.credit = kept;
        return allocation;
    }

    private void refund(LoanFact.Refund refund) {
        if (refund.amount() > state.credit) {
            throw new ImpossibleFact(refund, "no more than the credit of " + state.credit + " is paid back");
        }
        state.credit -= refund.amount();
    }

    private void applyCredit(LocalDate day) {
        if (state.credit == 0 || !state.isDueDate(day)) {
            return;
        }
        Allocation applied = Waterfall.pour(state, day, state.credit).withCredit(-state.credit);
        state.credit += applied.credit();
        if (applied.credit() != 0) {
            creditApplied.add(new CreditApplied(day, applied));
            note(day, LoanMoment.Kind.CREDIT_USED, null, null, null, applied);
        }
    }

    private void noteSettlement(LocalDate day) {
        if (!state.owesNothing()) {
            settledOn = null;
        } else if (settledOn == null) {
            settledOn = day;
        }
    }

    private void noteLentAndDue(LocalDate day, List<LoanFact> facts) {
        if (moments != null) {
            facts.stream().filter(fact -> fact instanceof LoanFact.Disbursement || fact instanceof LoanFact.TakenOn)
                    .forEach(fact -> note(day, LoanMoment.Kind.LENT, fact, null, null, Allocation.NONE));
            state.rows.stream().filter(row -> row.due.dueOn().equals(day))
                    .forEach(row -> note(day, LoanMoment.Kind.DUE, null, new LoanMoment.Row(row.number,
                            row.principal, row.interest.total(), row.due.accruesTo()), null, Allocation.NONE));
        }
    }

    private void note(LocalDate day, LoanMoment.Kind kind, LoanFact fact, LoanMoment.Row row, LoanMoment.Ran ran,
            Allocation parts) {
        if (moments != null) {
            moments.add(new LoanMoment(day, kind, fact, row, ran, parts, new PositionView(state, day).owed(),
                    state.line::yearFraction));
        }
    }
}

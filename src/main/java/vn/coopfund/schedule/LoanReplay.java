package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks a loan forward once, from date to date on which something happens. On each: interest runs through the day on
 * the balances at its start, money leaves, rows close, money comes in, and at the close of a due date the borrower's
 * credit meets what fell due.
 */
final class LoanReplay {

    private final LoanState state;
    private final Map<String, Allocation> payments = new LinkedHashMap<>();
    private final List<CreditApplied> creditApplied = new ArrayList<>();
    private LocalDate settledOn;

    LoanReplay(LoanState state) {
        this.state = state;
    }

    /** Through a day; its close is included only if asked for. */
    void through(List<LoanFact> factsInOrder, LocalDate day, boolean closed) {
        days(factsInOrder, day).forEach((date, facts) -> {
            state.runThrough(date);
            facts.forEach(this::disburse);
            state.closeRows(date);
            facts.forEach(this::pay);
            if (closed || date.isBefore(day)) {
                applyCredit(date);
            }
            state.passPaidRows(date);
            noteSettlement(date);
        });
        state.runThrough(day);
    }

    LoanPosition position(LocalDate day) {
        return new PositionView(state, day).position(payments, creditApplied, settledOn);
    }

    private TreeMap<LocalDate, List<LoanFact>> days(List<LoanFact> factsInOrder, LocalDate day) {
        TreeMap<LocalDate, List<LoanFact>> days = new TreeMap<>();
        for (RunningRow row : state.rows) {
            days.put(row.closesOn(), new ArrayList<>());
            days.put(row.due.dueOn(), new ArrayList<>());
        }
        factsInOrder.forEach(fact -> days.computeIfAbsent(fact.on(), on -> new ArrayList<>()).add(fact));
        days.tailMap(day, false).clear();
        return days;
    }

    private void disburse(LoanFact fact) {
        if (fact instanceof LoanFact.Disbursement) {
            state.disburse(fact.on(), fact.amount());
        }
    }

    private void pay(LoanFact fact) {
        if (fact instanceof LoanFact.Payment payment) {
            payments.put(payment.id(), allocate(payment));
        }
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
        return new PositionView(state, day).position(Map.of(), List.of(), null).payoffQuote();
    }

    /** Credit and payment together meet everything, due or not; what is left is credit again. */
    private Allocation settle(LoanFact.Payment payment) {
        PayoffQuote quote = quote(payment.on());
        long brought = payment.amount() + state.credit;
        Allocation due = Waterfall.pour(state, payment.on(), brought);
        new EarlyPlan(state, payment.on()).use(EarlyRepayment.NEXT, quote.principal() - due.principal());
        for (RunningRow row : state.rows) {
            row.interestPaid += state.interestUnpaid(row);
        }
        Allocation parts = new Allocation(quote.principal(), quote.interest(), quote.overdueInterest(),
                quote.lateInterest(), 0);
        long kept = brought - parts.total();
        Allocation allocation = parts.withCredit(kept - state.credit);
        state.credit = kept;
        return allocation;
    }

    private void applyCredit(LocalDate day) {
        boolean dueDate = state.closedRows().stream().anyMatch(row -> row.due.dueOn().equals(day));
        if (!dueDate || state.credit == 0) {
            return;
        }
        Allocation applied = Waterfall.pour(state, day, state.credit).withCredit(-state.credit);
        state.credit += applied.credit();
        if (applied.credit() != 0) {
            creditApplied.add(new CreditApplied(day, applied));
        }
    }

    private void noteSettlement(LocalDate day) {
        if (!state.owesNothing()) {
            settledOn = null;
        } else if (settledOn == null) {
            settledOn = day;
        }
    }
}

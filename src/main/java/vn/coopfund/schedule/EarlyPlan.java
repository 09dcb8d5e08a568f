package vn.coopfund.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.coopfund.money.Rounding;
import vn.coopfund.money.Split;

/**
 * What money beyond the due does to the rows to come, when the borrower asks for it. Interest that already ran stays
 * due on its date, on the actual balances.
 */
final class EarlyPlan {

    private final LoanState state;
    private final RepaymentTerms terms;
    private final LocalDate day;

    EarlyPlan(LoanState state, LocalDate day) {
        this.state = state;
        this.day = day;
        terms = state.signed.repayment();
    }

    /** Uses as much of an amount as there is principal not yet due; returns what it used. */
    long use(EarlyRepayment how, long amount) {
        return switch (how) {
            case NEXT -> takeNext(amount);
            case FEWER -> takeOutside(amount, this::keepTheAmount);
            case SMALLER -> takeOutside(amount, this::keepTheDates);
            case PAYOFF -> 0;
        };
    }

    private long takeNext(long amount) {
        long left = amount;
        for (RunningRow row : state.closedRows()) {
            if (!row.isDueBy(day)) {
                left -= pay(row, Math.min(left, row.principalUnpaid()));
            }
        }
        List<Long> asked = askedByOpenRows();
        for (int i = 0; i < asked.size(); i++) {
            left -= pay(state.openRows().get(i), Math.min(left, asked.get(i)));
        }
        return amount - left;
    }

    private long pay(RunningRow row, long part) {
        state.payPrincipal(row, part);
        return part;
    }

    private long takeOutside(long amount, Consumer<List<Long>> replan) {
        long used = Math.min(amount, state.openBalance());
        if (used == 0) {
            return 0;
        }
        List<Long> asked = askedByOpenRows();
        state.repayOutsideRows(day, used);
        replan.accept(asked);
        return used;
    }

    /** FEWER: rows ask as before until the balance ends; a level payment stays and takes more principal each time. */
    private void keepTheAmount(List<Long> asked) {
        if (state.method == RepaymentMethod.EQUAL_INSTALMENT) {
            planLevel(state.signed.levelPayment());
        }
    }

    /** SMALLER: equal shares and level payments are solved anew, agreed rows shrink in proportion. */
    private void keepTheDates(List<Long> asked) {
        switch (state.method) {
            case EQUAL_PRINCIPAL -> planShares();
            case EQUAL_INSTALMENT -> planLevel(levelAnew());
            case CUSTOM -> shrink(asked);
            case BULLET -> { }
        }
    }

    private void shrink(List<Long> asked) {
        long[] parts = Split.byWeights(state.openBalance(), asked.stream().mapToLong(Long::longValue).toArray());
        for (int i = 0; i < parts.length; i++) {
            ask(state.openRows().get(i), parts[i]);
        }
    }

    private void planShares() {
        long multiple = terms.instalmentMultiple();
        long share = Rounding.HALF_UP.divide(state.openBalance(), paying().size() * multiple) * multiple;
        paying().forEach(row -> ask(row, share));
    }

    private long levelAnew() {
        List<RunningRow> paying = paying();
        RunningRow first = paying.get(0);
        boolean running = first == state.openRows().get(0);
        long from = running ? state.inTermFrom() : startOf(first);
        List<Long> later = paying.stream().skip(1)
                .map(row -> state.line.at(row.due.accruesTo()) - startOf(row)).toList();
        return LevelPayment.solve(state.openBalance(), state.interestWhenClosed(first, state.openBalance(), from),
                later, state.signed.rates().inTerm, terms.instalmentMultiple());
    }

    private long startOf(RunningRow row) {
        return state.line.at(state.rows.get(row.number - 2).due.accruesTo());
    }

    private void planLevel(long payment) {
        long balance = state.openBalance();
        long from = state.inTermFrom();
        for (RunningRow row : state.openRows()) {
            long interest = state.signed.rates().inTerm.round(
                    state.interestWhenClosed(row, balance, from), terms.interestRounding());
            boolean pays = row.due.principal() >= terms.principalGrace();
            long principal = pays ? Math.min(balance, Math.max(0, payment - interest)) : 0;
            ask(row, principal);
            balance -= principal;
            from = Math.max(from, state.line.at(row.due.accruesTo()));
        }
    }

    private List<RunningRow> paying() {
        return state.openRows().stream()
                .filter(row -> row.due.principal() >= terms.principalGrace()).toList();
    }

    private static void ask(RunningRow row, long principal) {
        row.principal = row.principalPaid + principal;
    }

    private List<Long> askedByOpenRows() {
        List<Long> asked = new ArrayList<>();
        long balance = state.openBalance();
        for (RunningRow row : state.openRows()) {
            asked.add(state.asked(row, balance));
            balance -= asked.get(asked.size() - 1);
        }
        return asked;
    }
}

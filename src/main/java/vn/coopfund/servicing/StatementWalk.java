package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.CreditApplied;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.schedule.RunningLoan;

/** Walks a loan's facts and due dates once, in order, and writes a line for each. */
final class StatementWalk {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Allocation NOTHING = new Allocation(0, 0, 0, 0, 0);

    private final Function<List<LoanFact>, RunningLoan> replay;
    private final List<LoanFact> facts;
    private final Map<Long, TakenReceipt> receipts;
    private final List<DisbursementView> tranches;
    private final LocalDate today;
    private final List<LoanFact> past = new ArrayList<>();
    private final List<StatementLine> lines = new ArrayList<>();
    private StatementLine.Balances now = StatementLine.Balances.NONE;

    StatementWalk(Function<List<LoanFact>, RunningLoan> replay, List<LoanFact> facts, Map<Long, TakenReceipt> receipts,
            List<DisbursementView> tranches, LocalDate today) {
        this.replay = replay;
        this.facts = facts.stream().sorted(LoanFact.IN_ORDER).toList();
        this.receipts = receipts;
        this.tranches = tranches;
        this.today = today;
    }

    List<StatementLine> walk() {
        LoanPosition end = replay.apply(facts).at(today);
        // what fell due before a loan was taken on is in the balances that it came with
        List<RowPosition> due = end.rows().stream().filter(row -> row.payment() > 0 && !row.dueOn().isAfter(today)
                && !row.dueOn().isBefore(facts.get(0).on())).toList();
        TreeSet<LocalDate> days = new TreeSet<>();
        due.forEach(row -> days.add(row.dueOn()));
        facts.stream().filter(fact -> !fact.on().isAfter(today)).forEach(fact -> days.add(fact.on()));
        days.forEach(day -> walk(day, due.stream().filter(row -> row.dueOn().equals(day)).toList()));
        if (end.interestAccrued() > 0) {
            lines.add(withBalances(line(today, StatementLine.Kind.ACCRUED, null, null, Dong.of(end.interestAccrued())), now));
        }
        return lines;
    }

    private void walk(LocalDate day, List<RowPosition> due) {
        List<LoanFact> here = facts.stream().filter(fact -> fact.on().equals(day)).toList();
        here.stream().filter(StatementWalk::isMoneyOut).forEach(this::lend);
        due.forEach(row -> fallDue(day, row));
        here.stream().filter(fact -> !isMoneyOut(fact)).forEach(this::happen);
        if (day.isBefore(today)) {
            replay.apply(past).atClose(day).creditApplied().stream().filter(used -> used.on().equals(day))
                    .forEach(used -> useCredit(day, used));
        }
    }

    private static boolean isMoneyOut(LoanFact fact) {
        return fact instanceof LoanFact.Disbursement || fact instanceof LoanFact.TakenOn;
    }

    private void lend(LoanFact fact) {
        past.add(fact);
        if (fact instanceof LoanFact.Disbursement out) {
            DisbursementView paid = tranches.stream().filter(one -> one.stands() && one.paidOn().equals(out.on())
                    && Dong.longOf(one.amount()) == out.amount()).findFirst().orElse(null);
            now = now.plusPrincipal(out.amount());
            add(out.on(), StatementLine.Kind.TRANCHE, paid == null ? null : paid.noteNumber(), out.amount(), 0,
                    StatementLine.Charged.NOTHING, NOTHING, paid == null ? null : paid.voucherId(),
                    paid == null ? 1 : paid.tranche());
        } else {
            StatementLine.Balances before = now;
            now = StatementLine.Balances.of(replay.apply(past).at(fact.on()));
            add(fact.on(), StatementLine.Kind.TAKEN_ON, null, 0, 0, now.chargedSince(before, NOTHING), NOTHING, null);
        }
    }

    private void fallDue(LocalDate day, RowPosition row) {
        StatementLine.Balances before = now;
        now = StatementLine.Balances.of(replay.apply(past).at(day));
        add(day, StatementLine.Kind.DUE, null, 0, 0, now.chargedSince(before, NOTHING), NOTHING, null, row.number(),
                Dong.of(row.principal()), row.days());
    }

    private void happen(LoanFact fact) {
        past.add(fact);
        LoanPosition at = replay.apply(past).at(fact.on());
        StatementLine.Balances before = now;
        now = StatementLine.Balances.of(at);
        StatementLine.Charged charged = now.chargedSince(before, NOTHING);
        if (fact instanceof LoanFact.Payment paid) {
            receive(paid, at.payments().get(paid.id()), before);
        } else if (fact instanceof LoanFact.Refund back) {
            add(back.on(), StatementLine.Kind.REFUND, null, back.amount(), 0, charged,
                    new Allocation(0, 0, 0, 0, -back.amount()), null);
        } else if (fact instanceof LoanFact.Waiver waived) {
            add(waived.on(), StatementLine.Kind.WAIVER, null, 0, 0, charged, NOTHING, null);
        } else if (fact instanceof LoanFact.Restructure anew) {
            add(anew.on(), StatementLine.Kind.RESTRUCTURE, null, 0, 0, charged, NOTHING, null,
                    anew.principals().get(anew.principals().size() - 1).dueOn());
        }
    }

    private void receive(LoanFact.Payment paid, Allocation parts, StatementLine.Balances before) {
        TakenReceipt receipt = receipts.get(Long.valueOf(paid.id()));
        add(paid.on(), StatementLine.Kind.RECEIPT, receipt == null ? null : receipt.reference(), 0, paid.amount(),
                now.chargedSince(before, parts), parts, receipt == null ? null : receipt.voucherId());
    }

    private void useCredit(LocalDate day, CreditApplied used) {
        StatementLine.Balances before = now;
        now = StatementLine.Balances.of(replay.apply(past).atClose(day));
        add(day, StatementLine.Kind.CREDIT_USED, null, 0, 0, now.chargedSince(before, used.allocation()), used.allocation(), null);
    }

    private void add(LocalDate on, StatementLine.Kind kind, String reference, long paidOut, long received,
            StatementLine.Charged charged, Allocation paid, Long voucher, Object... args) {
        lines.add(new StatementLine(on, kind, code(kind), written(args), reference, paidOut, received, charged, paid, now,
                voucher));
    }

    /** A line that changes no balance. */
    static StatementLine told(LocalDate on, StatementLine.Kind kind, String reference, Long voucher, Object... args) {
        return line(on, kind, reference, voucher, args);
    }

    private static StatementLine line(LocalDate on, StatementLine.Kind kind, String reference, Long voucher, Object... args) {
        return new StatementLine(on, kind, code(kind), written(args), reference, 0, 0, StatementLine.Charged.NOTHING, NOTHING,
                StatementLine.Balances.NONE, voucher);
    }

    static StatementLine withBalances(StatementLine line, StatementLine.Balances balances) {
        return new StatementLine(line.on(), line.kind(), line.code(), line.args(), line.reference(), line.paidOut(),
                line.received(), line.charged(), line.paid(), balances, line.voucher());
    }

    private static String code(StatementLine.Kind kind) {
        return "servicing.line." + kind.name();
    }

    private static Object[] written(Object... args) {
        return Arrays.stream(args).map(arg -> arg instanceof MonetaryAmount amount ? DongFormat.format(Dong.longOf(amount))
                : arg instanceof LocalDate day ? DAY.format(day) : String.valueOf(arg)).toArray();
    }
}

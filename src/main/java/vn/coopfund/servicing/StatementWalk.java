package vn.coopfund.servicing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanMoment;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;
import vn.coopfund.schedule.RunningLoan;

/** Walks a loan's facts and due dates once, in order, and writes a line for each. */
final class StatementWalk {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Allocation NOTHING = new Allocation(0, 0, 0, 0, 0);

    private final RunningLoan loan;
    private final Map<Long, TakenReceipt> receipts;
    private final List<DisbursementView> tranches;
    private final LocalDate today;
    private final List<StatementLine> lines = new ArrayList<>();
    private StatementLine.Balances now = StatementLine.Balances.NONE;

    StatementWalk(RunningLoan loan, Map<Long, TakenReceipt> receipts, List<DisbursementView> tranches, LocalDate today) {
        this.loan = loan;
        this.receipts = receipts;
        this.tranches = tranches;
        this.today = today;
    }

    List<StatementLine> walk() {
        LoanPosition end = loan.at(today);
        Map<Integer, RowPosition> rows = end.rows().stream().filter(row -> row.payment() > 0)
                .collect(Collectors.toMap(RowPosition::number, Function.identity()));
        loan.moments(today).forEach(moment -> {
            switch (moment.kind()) {
                case LENT -> lend(moment);
                case DUE -> fallDue(moment, rows.get(moment.row()));
                case HAPPENED -> happen(moment);
                case CREDIT_USED -> add(moment, StatementLine.Kind.CREDIT_USED, null, 0, 0, null);
            }
        });
        if (end.interestAccrued() > 0) {
            lines.add(withBalances(line(today, StatementLine.Kind.ACCRUED, null, null, Dong.of(end.interestAccrued())), now));
        }
        return lines;
    }

    private void lend(LoanMoment moment) {
        if (moment.fact() instanceof LoanFact.Disbursement out) {
            DisbursementView paid = tranches.stream().filter(one -> one.stands() && one.paidOn().equals(out.on())
                    && Dong.longOf(one.amount()) == out.amount()).findFirst().orElse(null);
            now = now.plusPrincipal(out.amount());
            write(out.on(), StatementLine.Kind.TRANCHE, paid == null ? null : paid.noteNumber(), out.amount(), 0,
                    StatementLine.Charged.NOTHING, NOTHING, paid == null ? null : paid.voucherId(),
                    paid == null ? 1 : paid.tranche());
        } else {
            add(moment, StatementLine.Kind.TAKEN_ON, null, 0, 0, null);
        }
    }

    /** A row that asks for nothing, as one due before any money left, says nothing. */
    private void fallDue(LoanMoment moment, RowPosition row) {
        if (row != null) {
            add(moment, StatementLine.Kind.DUE, null, 0, 0, null, row.number(), Dong.of(row.principal()), row.days());
        }
    }

    private void happen(LoanMoment moment) {
        if (moment.fact() instanceof LoanFact.Payment paid) {
            TakenReceipt receipt = receipts.get(Long.valueOf(paid.id()));
            add(moment, StatementLine.Kind.RECEIPT, receipt == null ? null : receipt.reference(), 0, paid.amount(),
                    receipt == null ? null : receipt.voucherId());
        } else if (moment.fact() instanceof LoanFact.Refund back) {
            add(moment, StatementLine.Kind.REFUND, null, back.amount(), 0, null);
        } else if (moment.fact() instanceof LoanFact.Waiver) {
            add(moment, StatementLine.Kind.WAIVER, null, 0, 0, null);
        } else if (moment.fact() instanceof LoanFact.Restructure anew) {
            add(moment, StatementLine.Kind.RESTRUCTURE, null, 0, 0, null,
                    anew.principals().get(anew.principals().size() - 1).dueOn());
        }
    }

    private void add(LoanMoment moment, StatementLine.Kind kind, String reference, long paidOut, long received, Long voucher,
            Object... args) {
        Allocation paid = moment.fact() instanceof LoanFact.Refund ? new Allocation(0, 0, 0, 0, -paidOut) : moment.parts();
        StatementLine.Balances before = now;
        now = StatementLine.Balances.of(moment);
        write(moment.on(), kind, reference, paidOut, received, now.chargedSince(before, paid), paid, voucher, args);
    }

    private void write(LocalDate on, StatementLine.Kind kind, String reference, long paidOut, long received,
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

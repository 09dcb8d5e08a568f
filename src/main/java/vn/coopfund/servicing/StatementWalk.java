package vn.coopfund.servicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanMoment;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.Rate;

/** Walks the moments of a loan once, in order, and writes the lines of each. */
final class StatementWalk {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Allocation NOTHING = new Allocation(0, 0, 0, 0, 0);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BigDecimal rate;
    private final BigDecimal overdueRate;
    private final BigDecimal lateRate;
    private final Map<Long, TakenReceipt> receipts;
    private final List<DisbursementView> tranches;
    private final List<StatementLine> lines = new ArrayList<>();
    private StatementLine.Balances now = StatementLine.Balances.NONE;
    private LocalDate inTermFrom = LocalDate.MIN;
    private Ran untilDue;

    StatementWalk(LoanTerms terms, Map<Long, TakenReceipt> receipts, List<DisbursementView> tranches) {
        Rate yearly = terms.repayment().rate().yearly();
        rate = new BigDecimal(yearly.numerator()).multiply(HUNDRED)
                .divide(new BigDecimal(yearly.denominator()), 6, RoundingMode.HALF_UP);
        overdueRate = rate.multiply(terms.overduePercent()).divide(HUNDRED);
        lateRate = terms.latePercent();
        this.receipts = receipts;
        this.tranches = tranches;
    }

    /** In-term interest that is told with the row that it belongs to. */
    private record Ran(long balance, String years) {
    }

    List<StatementLine> walk(List<LoanMoment> moments) {
        for (int i = 0; i < moments.size(); i++) {
            LoanMoment moment = moments.get(i);
            switch (moment.kind()) {
                case RAN -> run(moment, i + 1 < moments.size() ? moments.get(i + 1) : null);
                case LENT -> lend(moment);
                case DUE -> fallDue(moment);
                case HAPPENED -> happen(moment);
                case CREDIT_USED -> add(moment, StatementLine.Kind.CREDIT_USED, 0, null);
            }
        }
        return lines;
    }

    /** A line for each rate. What ran in term up to the end of a row is told with the row. */
    private void run(LoanMoment moment, LoanMoment next) {
        StatementLine.Charged ran = StatementLine.Balances.of(moment.owed()).chargedSince(now, NOTHING);
        LocalDate from = moment.ran().from().isAfter(inTermFrom) ? moment.ran().from() : inTermFrom;
        if (closes(next, moment.on())) {
            untilDue = new Ran(moment.ran().inTerm(), moment.years().between(from, next.row().accruesTo()));
            inTermFrom = next.row().accruesTo();
        } else {
            charge(moment.on(), StatementLine.Kind.INTEREST, new StatementLine.Charged(ran.interest(), 0, 0),
                    moment.ran().inTerm(), rate, moment.years().between(from, moment.on()));
        }
        String years = moment.years().between(moment.ran().from(), moment.on());
        charge(moment.on(), StatementLine.Kind.OVERDUE_INTEREST, new StatementLine.Charged(0, ran.overdueInterest(), 0),
                moment.ran().overdue(), overdueRate, years);
        charge(moment.on(), StatementLine.Kind.LATE_INTEREST, new StatementLine.Charged(0, 0, ran.lateInterest()),
                moment.ran().late(), lateRate, years);
    }

    private static boolean closes(LoanMoment next, LocalDate day) {
        return next != null && next.kind() == LoanMoment.Kind.DUE && next.on().equals(day)
                && !next.row().accruesTo().isBefore(day);
    }

    private void charge(LocalDate on, StatementLine.Kind kind, StatementLine.Charged charged, long balance, BigDecimal percent,
            String years) {
        if (charged.total() != 0) {
            now = now.plus(0, charged.interest(), charged.overdueInterest(), charged.lateInterest());
            write(new StatementLine(on, on, kind, code(kind), written(Dong.of(balance), percent, years), null, 0, 0, charged,
                    NOTHING, now, null));
        }
    }

    private void lend(LoanMoment moment) {
        if (moment.fact() instanceof LoanFact.Disbursement out) {
            DisbursementView paid = tranches.stream().filter(one -> one.stands() && one.paidOn().equals(out.on())
                    && Dong.longOf(one.amount()) == out.amount()).findFirst().orElse(null);
            now = now.plus(out.amount(), 0, 0, 0);
            write(new StatementLine(out.on(), out.on(), StatementLine.Kind.DISBURSEMENT,
                    code(StatementLine.Kind.DISBURSEMENT), written(paid == null ? 1 : paid.tranche()),
                    paid == null ? null : paid.noteNumber(), out.amount(), 0, StatementLine.Charged.NOTHING, NOTHING, now,
                    paid == null ? null : paid.voucherId()));
        } else {
            now = StatementLine.Balances.of(moment.owed());
            write(line(moment.on(), StatementLine.Kind.TAKEN_ON, null, null).withBalances(now));
        }
    }

    /** A row that asks for nothing, as one due before any money left, says nothing. */
    private void fallDue(LoanMoment moment) {
        LoanMoment.Row row = moment.row();
        Ran ran = untilDue;
        untilDue = null;
        if (row.principal() + row.interest() == 0) {
            return;
        }
        StatementLine.Balances before = now;
        now = StatementLine.Balances.of(moment.owed());
        StatementLine.Charged charged = now.chargedSince(before, NOTHING);
        boolean told = ran != null && charged.interest() != 0;
        Object[] args = told ? written(row.number(), Dong.of(row.principal()), Dong.of(row.interest()), Dong.of(ran.balance()),
                rate, ran.years()) : written(row.number(), Dong.of(row.principal()), Dong.of(row.interest()));
        write(new StatementLine(moment.on(), moment.on(), StatementLine.Kind.DUE,
                code(StatementLine.Kind.DUE) + (told ? ".ran" : ""), args, null, 0, 0, charged, NOTHING, now, null));
    }

    private void happen(LoanMoment moment) {
        if (moment.fact() instanceof LoanFact.Payment paid) {
            add(moment, StatementLine.Kind.RECEIPT, paid.amount(), receipts.get(Long.valueOf(paid.id())));
        } else if (moment.fact() instanceof LoanFact.Refund back) {
            add(moment, StatementLine.Kind.REFUND, -back.amount(), null);
        } else if (moment.fact() instanceof LoanFact.Waiver) {
            add(moment, StatementLine.Kind.WAIVER, 0, null);
        } else if (moment.fact() instanceof LoanFact.Restructure anew) {
            add(moment, StatementLine.Kind.RESTRUCTURE, 0, null, anew.principals().get(anew.principals().size() - 1).dueOn());
        } else if (moment.fact() instanceof LoanFact.Acceleration recall) {
            add(moment, StatementLine.Kind.ACCELERATION, 0, null, recall.payBy());
        }
    }

    private void add(LoanMoment moment, StatementLine.Kind kind, long received, TakenReceipt receipt, Object... args) {
        Allocation paid = moment.fact() instanceof LoanFact.Refund ? new Allocation(0, 0, 0, 0, received) : moment.parts();
        StatementLine.Balances before = now;
        now = StatementLine.Balances.of(moment.owed());
        write(new StatementLine(moment.on(), receipt == null ? moment.on() : receipt.bookedOn(), kind, code(kind),
                written(args), receipt == null ? null : receipt.reference(), 0, received, now.chargedSince(before, paid), paid,
                now, receipt == null ? null : receipt.voucherId()));
    }

    private void write(StatementLine line) {
        lines.add(line);
    }

    /** A line that changes no balance. */
    static StatementLine line(LocalDate on, StatementLine.Kind kind, String reference, Long voucher, Object... args) {
        return new StatementLine(on, on, kind, code(kind), written(args), reference, 0, 0, StatementLine.Charged.NOTHING,
                NOTHING, StatementLine.Balances.NONE, voucher);
    }

    private static String code(StatementLine.Kind kind) {
        return "servicing.line." + kind.name();
    }

    private static Object[] written(Object... args) {
        return Arrays.stream(args).map(arg -> arg instanceof MonetaryAmount amount ? DongFormat.format(Dong.longOf(amount))
                : arg instanceof LocalDate day ? DAY.format(day)
                : arg instanceof BigDecimal percent ? percent.stripTrailingZeros().toPlainString().replace('.', ',')
                : String.valueOf(arg)).toArray();
    }
}

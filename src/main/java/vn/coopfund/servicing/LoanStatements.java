package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;

/** The statement of a loan through the business date: every event in order of its value date, with the balances after it. */
@Component
public class LoanStatements {

    private final LoanDesk desk;
    private final Positions positions;
    private final TakenReceipts receipts;
    private final Loans loans;
    private final BusinessDay businessDay;

    LoanStatements(LoanDesk desk, Positions positions, TakenReceipts receipts, Loans loans,
            BusinessDay businessDay) {
        this.desk = desk;
        this.positions = positions;
        this.receipts = receipts;
        this.loans = loans;
        this.businessDay = businessDay;
    }

    @Transactional(readOnly = true)
    public List<StatementLine> of(long loanId) {
        Loan loan = desk.look(loanId);
        if (loan.disbursedOn() == null) {
            return takenBack(loan);
        }
        Map<Long, TakenReceipt> byId = receipts.of(loanId).stream()
                .collect(Collectors.toMap(TakenReceipt::id, Function.identity()));
        List<StatementLine> lines = new StatementWalk(loan.terms(), byId, loans.disbursements(loanId))
                .walk(positions.of(loan).moments(businessDay.today()));
        List<StatementLine> told = new ArrayList<>(takenBack(loan));
        told.addAll(writtenOff(loan));
        return inOrder(lines, told);
    }

    /** The debt leaves the books and, five years later, the memorandum; it is owed as before. */
    private static List<StatementLine> writtenOff(Loan loan) {
        List<StatementLine> told = new ArrayList<>();
        if (loan.chargedOffOn() != null) {
            told.add(StatementWalk.line(loan.chargedOffOn(), StatementLine.Kind.CHARGED_OFF, null, null));
        }
        if (loan.writtenOffOn() != null) {
            told.add(StatementWalk.line(loan.writtenOffOn(), StatementLine.Kind.WRITTEN_OFF, null, null));
        }
        return told;
    }

    /** What does not stand any more changes no balance; it is told on its day. */
    private List<StatementLine> takenBack(Loan loan) {
        List<StatementLine> told = new ArrayList<>();
        receipts.of(loan.id()).stream().filter(receipt -> !receipt.stands()).forEach(receipt -> told.add(StatementWalk.line(
                receipt.valueDate(), StatementLine.Kind.RECEIPT_REVERSED, receipt.reference(), receipt.voucherId(),
                receipt.amount(), receipt.reversedOn(), receipt.reversalReason())));
        loans.disbursements(loan.id()).stream().filter(paid -> paid.returnedOn() != null).forEach(paid -> told.add(
                StatementWalk.line(paid.paidOn(), StatementLine.Kind.DISBURSEMENT_RETURNED, paid.reference(), paid.voucherId(),
                        paid.amount(), paid.returnedOn(), paid.returnReason())));
        return told;
    }

    private static List<StatementLine> inOrder(List<StatementLine> lines, List<StatementLine> told) {
        TreeMap<LocalDate, List<StatementLine>> days = new TreeMap<>();
        lines.forEach(line -> days.computeIfAbsent(line.on(), day -> new ArrayList<>()).add(line));
        told.forEach(line -> {
            List<StatementLine> day = days.computeIfAbsent(line.on(), on -> new ArrayList<>());
            Map.Entry<LocalDate, List<StatementLine>> before = days.lowerEntry(line.on());
            StatementLine last = !day.isEmpty() ? day.get(day.size() - 1)
                    : before == null ? null : before.getValue().get(before.getValue().size() - 1);
            day.add(last == null ? line : line.withBalances(last.after()));
        });
        return days.values().stream().flatMap(List::stream).toList();
    }
}

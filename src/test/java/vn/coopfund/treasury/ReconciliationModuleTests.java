package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

class ReconciliationModuleTests extends BankModuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);

    @Autowired
    BankBalance bankBalance;
    @Autowired
    PrepareReconciliation prepareReconciliation;
    @Autowired
    SignReconciliation signReconciliation;

    @Test
    void linesAndEntriesExplainTheDifferenceToTheDong() {
        long loan = disbursed(false);
        businessDay.moveTo(DAY);
        lineWithBalance(7_000_000);
        BankBalance.At before = at();
        long line = moneyIn(5_000_000, DAY, "chua ghi so");
        BankBalance.At open = at();
        assertThat(open.figures().linesOpen() - before.figures().linesOpen()).isEqualTo(5_000_000);
        assertThat(open.figures().byBooks()).isEqualTo(before.figures().byBooks());
        assertThat(bankBalance.open(account, open.from(), DAY)).anyMatch(item -> item.line() && item.id() == line);
        toLoan(line, loan, 5_000_000);
        BankBalance.At matched = at();
        assertThat(matched.figures().linesOpen()).isEqualTo(before.figures().linesOpen());
        assertThat(matched.figures().entriesOpen()).isEqualTo(before.figures().entriesOpen());
        assertThat(matched.figures().byBooks() - before.figures().byBooks()).isEqualTo(5_000_000);
        assertThat(bankBalance.open(account, matched.from(), DAY)).noneMatch(item -> item.line() && item.id() == line);
    }

    @Test
    void twoPeopleSignAndFiguresThatMovedAreNotSigned() {
        long loan = disbursed(false);
        businessDay.moveTo(DAY.plusDays(1));
        lineWithBalance(1_000_000);
        LocalDate on = DAY.plusDays(1);
        assertThatThrownBy(() -> prepare(on, null)).isInstanceOf(Refusal.class);
        long first = prepare(on, "Số dư trước khi nhập sao kê");
        toLoan(moneyIn(2_000_000, on, "x"), loan, 2_000_000);
        assertThatThrownBy(() -> sign(first)).isInstanceOf(Refusal.class);
        long second = prepare(on, "Số dư trước khi nhập sao kê");
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> signReconciliation.sign(second))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sign(first)).isInstanceOf(Refusal.class);
        assertThat(sign(second).state()).isEqualTo(Reconciliation.State.SIGNED);
        assertThatThrownBy(() -> sign(second)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> prepare(on, "lại")).isInstanceOf(Refusal.class);
    }

    @Test
    void whoPreparedDoesNotSignToo() {
        businessDay.moveTo(DAY.plusDays(2));
        lineWithBalance(1_000_000);
        var both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        long id = as(both, () -> prepareReconciliation.prepare(account.id(), DAY.plusDays(2), "Số dư đầu"));
        assertThatThrownBy(() -> as(both, () -> signReconciliation.sign(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> jdbc.sql("update treasury.reconciliation set by_books = 1 where id = ?").param(id).update())
                .rootCause().hasMessageContaining("only prepared and signed");
    }

    @Test
    void entryAndItsReversalAreNoItems() {
        businessDay.moveTo(DAY);
        lineWithBalance(500_000);
        long line = moneyIn(400_000, DAY, "y");
        staff.as(Role.ACCOUNTANT, () -> parkUnknownMoney.park(List.of(line)));
        BankBalance.At parked = at();
        assertThat(bankBalance.open(account, parked.from(), DAY)).noneMatch(item -> item.line() && item.id() == line);
        long loan = disbursed(false);
        businessDay.moveTo(DAY);
        long entries = at().figures().entriesOpen();
        staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.LOAN, loan, Dong.of(400_000)))));
        assertThat(at().figures().entriesOpen()).isEqualTo(entries);
    }

    /** A line that says what the bank has. */
    private void lineWithBalance(long balance) {
        LocalDate on = businessDay.today();
        imported("%d/%d/%d,%s,so du,,1.000,%d".formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear(), reference(), balance));
    }

    private BankBalance.At at() {
        BankBalance.At at = bankBalance.of(account, DAY).orElseThrow();
        Reconciliation.Figures sums = at.figures();
        assertThat(sums.difference()).isEqualTo(sums.openingDifference() + sums.entriesOpen() - sums.linesOpen() + sums.unexplained());
        assertThat(bankBalance.open(account, at.from(), DAY).stream().mapToLong(item -> item.line() ? -item.open() : item.open()).sum())
                .isEqualTo(sums.entriesOpen() - sums.linesOpen());
        return at;
    }

    private long prepare(LocalDate on, String note) {
        return staff.as(Role.ACCOUNTANT, () -> prepareReconciliation.prepare(account.id(), on, note));
    }

    private Reconciliation sign(long id) {
        return staff.as(Role.CHIEF_ACCOUNTANT, () -> signReconciliation.sign(id));
    }
}

package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.ValueCollateral;
import vn.coopfund.ledger.Balances;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.RiskModuleTest;
import vn.coopfund.servicing.ShareCollateral;

class ProvisionModuleTests extends RiskModuleTest {

    @Autowired
    ProposeProvisions proposeProvisions;
    @Autowired
    ConfirmProvisions confirmProvisions;
    @Autowired
    RejectProvisions rejectProvisions;
    @Autowired
    NoteEntrustedLoan noteEntrustedLoan;
    @Autowired
    Provisions provisions;
    @Autowired
    ProvisionBook book;
    @Autowired
    ValueCollateral valueCollateral;
    @Autowired
    ShareCollateral shareCollateral;
    @Autowired
    Items items;
    @Autowired
    Balances ledger;

    @Test
    void groupThreeIsProvidedForAQuarterAndPostedByTheSecondPerson() {
        long loan = lent(false);
        classify(on(5, 31));
        long before = ledger.of("2293", FOREVER);
        propose(on(5, 31));
        // 500,000,000 · 25 %
        assertThat(line(loan).target()).isEqualTo(125_000_000);
        assertThat(ledger.of("2293", FOREVER)).isEqualTo(before);
        confirm(on(5, 31));
        assertThat(book.specificOf(loan)).isEqualTo(125_000_000);
        assertThat(ledger.of("2293", FOREVER)).isEqualTo(rolled());
    }

    @Test
    void collateralOfTheAppraisalIsDeductedAndSharedOnce() {
        long loan = lent(true);
        long other = lent(on(1, 20), 100_000_000, false, 4, 6);
        Item item = items.ofLoan(loan).get(0);
        as(staff.with(Role.APPRAISER), () -> {
            valueCollateral.value(item.id(), Dong.of(600_000_000), on(1, 20), "MARKET", "Biên bản 07");
            return null;
        });
        as(staff.with(Role.LOAN_OFFICER), () -> {
            shareCollateral.share(Subject.loan(other), item.id(), null, null);
            return null;
        });
        classify(on(5, 31));
        propose(on(5, 31));
        // half of 600 m is 300 m: 5/6 and 1/6 of it
        assertThat(line(loan).deducted()).isEqualTo(250_000_000);
        assertThat(line(loan).target()).isEqualTo((500_000_000 - 250_000_000) / 4);
        assertThat(line(other).deducted()).isEqualTo(50_000_000);
        assertThat(line(other).target()).isEqualTo((100_000_000 - 50_000_000) / 4);
    }

    @Test
    void onlyTheDifferenceIsPostedAndTheMonthsRollForward() {
        long loan = lent(false);
        month(on(4, 30));
        // 15 days: group 2, 2 %
        assertThat(book.specificOf(loan)).isEqualTo(10_000_000);
        month(on(5, 31));
        assertThat(book.specificOf(loan)).isEqualTo(125_000_000);
        paidDue(loan, on(6, 15));
        month(on(6, 30));
        // still group 3, on 437,500,000
        assertThat(book.specificOf(loan)).isEqualTo(109_375_000);
        List<ProvisionBook.Month> months = book.rollForward(null);
        for (int i = 1; i < months.size(); i++) {
            assertThat(months.get(i).opening()).isEqualTo(months.get(i - 1).closing());
        }
        assertThat(months.get(months.size() - 1).closing()).isEqualTo(ledger.of("2293", FOREVER));
        months.forEach(month -> assertThat(month.closing()).isEqualTo(ledger.of("2293", month.month().plusMonths(1).minusDays(1))));
    }

    @Test
    void settledLoanIsReleased() {
        long loan = lent(false);
        month(on(5, 31));
        settle(loan, on(6, 15));
        month(on(6, 30));
        assertThat(book.specificOf(loan)).isZero();
        assertThat(ledger.of("2293", FOREVER)).isEqualTo(rolled());
    }

    @Test
    void entrustedLoanWithoutRiskCarriesNone() {
        long loan = lent(false);
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            noteEntrustedLoan.note(Subject.loan(loan), "Hợp đồng ủy thác 03");
            return null;
        });
        classify(on(5, 31));
        propose(on(5, 31));
        assertThat(line(loan)).extracting(Provisions.Line::entrusted, Provisions.Line::target).containsExactly(true, 0L);
    }

    @Test
    void needsTheOfficialGroupsAndASecondPerson() {
        lent(false);
        closeDay(on(5, 31));
        assertThatThrownBy(() -> propose(on(5, 31))).hasMessageContaining("not-classified");
        approveThrough(on(5, 31));
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        as(both, () -> proposeProvisions.propose(on(5, 31)));
        assertThatThrownBy(() -> as(both, () -> {
            confirmProvisions.confirm(on(5, 31));
            return null;
        })).hasMessageContaining("own-proposal");
        assertThatThrownBy(() -> jdbc.sql("update risk.provision_run set state = 'CONFIRMED', decided_by = ?, decided_on = ? "
                + "where as_of = ?").params(both.id(), on(6, 1), on(5, 31)).update()).isInstanceOf(DataAccessException.class);
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            rejectProvisions.reject(on(5, 31), "Thiếu biên bản định giá");
            return null;
        });
        propose(on(5, 31));
        assertThatThrownBy(() -> propose(on(5, 31))).hasMessageContaining("provision-known");
    }

    @Test
    void othersDoNotProvide() {
        for (Role role : new Role[] {Role.CONTROLLER, Role.CHIEF_ACCOUNTANT, Role.BORROWER}) {
            assertThatThrownBy(() -> as(staff.with(role), () -> proposeProvisions.propose(LocalDate.of(2040, 1, 31))))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> {
            confirmProvisions.confirm(LocalDate.of(2040, 1, 31));
            return null;
        })).isInstanceOf(NotAllowed.class);
    }

    private void month(LocalDate end) {
        classify(end);
        propose(end);
        confirm(end);
    }

    private void propose(LocalDate end) {
        as(staff.with(Role.ACCOUNTANT), () -> proposeProvisions.propose(end));
    }

    private void confirm(LocalDate end) {
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            confirmProvisions.confirm(end);
            return null;
        });
    }

    private Provisions.Line line(long loan) {
        return provisions.lines(provisions.find(on(5, 31)).orElseThrow().id()).stream()
                .filter(line -> line.loanId() == loan).findFirst().orElseThrow();
    }

    private long rolled() {
        List<ProvisionBook.Month> months = book.rollForward(null);
        return months.isEmpty() ? 0 : months.get(months.size() - 1).closing();
    }
}

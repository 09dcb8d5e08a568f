package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.products.RegulationDrafts;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.web.Refusal;

class DebtGroupModuleTests extends RiskModuleTest {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @Autowired
    RegulationDrafts regulation;
    @Autowired
    DebtGroups groups;
    @Autowired
    ProposeClassification proposeClassification;
    @Autowired
    PlanRestructure planRestructure;

    @ParameterizedTest(name = "{0} days: group {1}")
    @CsvSource({"0,1", "9,1", "10,2", "29,2", "30,3", "61,3", "89,3", "90,4", "179,4", "180,5", "4000,5"})
    void daysPastDue(int days, int group) {
        assertThat(groups.byRule(TODAY, days, 0, false, false)).isEqualTo(new DebtGroups.ByRule(group, 1, 1));
    }

    @ParameterizedTest(name = "restructured {0} times, {1} days on the new schedule, proven {2}: group {3}")
    @CsvSource({"1,0,false,2", "1,1,false,3", "1,29,false,3", "1,30,false,4", "1,89,false,4", "1,90,false,5",
        "2,0,false,4", "2,1,false,5", "3,0,false,5", "4,0,false,5",
        // long enough on schedule it is a debt like others, until the new schedule is broken
        "1,0,true,1", "2,0,true,1", "1,1,true,3", "2,1,true,5"})
    void restructured(int times, int days, boolean proven, int group) {
        assertThat(groups.byRule(TODAY, days, times, false, proven).byRestructure()).isEqualTo(group);
    }

    @Test
    void interestWaivedIsGroupThreeUntilProven() {
        assertThat(groups.byRule(TODAY, 0, 0, true, false)).isEqualTo(new DebtGroups.ByRule(1, 1, 3));
        assertThat(groups.byRule(TODAY, 0, 0, true, true).byWaiver()).isEqualTo(1);
    }

    @Test
    void bankBandsAreAnotherSetFromTheirDayOn() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into servicing.classification_set values (1, '2198-01-01', 'BANK', 3, 1, 'TT 31/2024/TT-NHNN')")
                    .update();
            LocalDate before = LocalDate.of(2197, 12, 31);
            assertThat(groups.byRule(before, 61, 0, false, false).byDays()).isEqualTo(3);
            assertThat(groups.byRule(before.plusDays(1), 61, 0, false, false).byDays()).isEqualTo(2);
            assertThat(groups.byRule(before.plusDays(1), 91, 0, false, false).byDays()).isEqualTo(3);
            assertThat(groups.byRule(before.plusDays(1), 181, 0, false, false).byDays()).isEqualTo(4);
            assertThat(groups.byRule(before.plusDays(1), 361, 0, false, false).byDays()).isEqualTo(5);
            status.setRollbackOnly();
        });
    }

    @Test
    void twoAdministratorsChooseTheBankBandsFromADay() {
        businessDay.moveTo(TODAY);
        LocalDate from = TODAY.plusDays(10);
        try {
            regulation.confirmed(regulation.proposed(from, Map.of("debtRules", "BANK")));
            assertThat(groups.byRule(from.minusDays(1), 61, 0, false, false).byDays()).isEqualTo(3);
            assertThat(groups.byRule(from, 61, 0, false, false).byDays()).isEqualTo(2);
            assertThat(groups.byRule(from, 361, 0, false, false).byDays()).isEqualTo(5);
        } finally {
            regulation.putBack();
        }
        assertThat(groups.byRule(from, 61, 0, false, false).byDays()).isEqualTo(3);
    }

    @Test
    void sixtyOneDaysPastDueIsGroupThreeOfTheDayAndNotYetOfficial() {
        long loan = lent(false);
        businessDay.moveTo(on(6, 15));
        // due 15/04: 15 + 31 + 15 = 61 days
        assertThat(file(loan).daysPastDue()).isEqualTo(61);
        assertThat(file(loan).debtGroup()).isEqualTo(3);
        assertThat(file(loan).criterion()).isEqualTo("DAYS_PAST_DUE");
        assertThat(file(loan).officialGroup()).isEqualTo(1);
    }

    @Test
    void monthEndIsOfficialOnceApproved() {
        long loan = lent(false);
        closeDay(on(5, 31));
        assertThat(line(loan, on(5, 31))).extracting(Classifications.Line::daysPastDue, Classifications.Line::byDays,
                Classifications.Line::proposed, Classifications.Line::criterion).containsExactly(46, 3, 3, "DAYS_PAST_DUE");
        assertThat(file(loan).officialGroup()).isEqualTo(1);
        approveThrough(on(5, 31));
        assertThat(file(loan).officialGroup()).isEqualTo(3);
        assertThatThrownBy(() -> as(staff.with(Role.CHIEF_ACCOUNTANT), () -> approveClassification.approve(on(5, 31))))
                .isInstanceOf(Refusal.class).hasMessageContaining("classification-approved");
    }

    @Test
    void everyLoanOfACustomerTakesTheWorst() {
        long late = lent(false);
        long healthy = lent(on(3, 1), 100_000_000, false, 4, 6);
        closeDay(on(5, 31));
        assertThat(line(healthy, on(5, 31))).extracting(Classifications.Line::byDays, Classifications.Line::proposed,
                Classifications.Line::criterion).containsExactly(1, 3, "CUSTOMER");
        assertThat(file(healthy).debtGroup()).isEqualTo(3);
        assertThat(file(late).debtGroup()).isEqualTo(3);
    }

    @Test
    void upgradedOnlyAfterThreeMonthsOnSchedule() {
        long loan = lent(false);
        classify(on(5, 31));
        paid(loan, 71_807_049, on(6, 15));
        assertThat(file(loan).daysPastDue()).isZero();
        assertThat(file(loan).criterion()).isEqualTo("NOT_YET_UPGRADED");
        classify(on(6, 30));
        assertThat(file(loan).officialGroup()).isEqualTo(3);
        paid(loan, 69_698_973, on(7, 15));
        closeDay(on(7, 15));
        classify(on(8, 31));
        assertThat(file(loan).officialGroup()).isEqualTo(3);
        // on schedule since 15/06: three months are over on 15/09
        classify(on(9, 30));
        assertThat(file(loan).officialGroup()).isEqualTo(1);
    }

    @Test
    void shortTermLoanIsUpgradedAfterOneMonth() {
        long loan = lent(100_000_000, false, 4, 3);
        classify(on(4, 30));
        assertThat(file(loan).officialGroup()).isEqualTo(2);
        businessDay.moveTo(on(5, 10));
        paid(loan, file(loan).toPayToday(), on(5, 10));
        classify(on(5, 31));
        assertThat(file(loan).officialGroup()).isEqualTo(2);
        classify(on(6, 30));
        assertThat(file(loan).officialGroup()).isEqualTo(1);
    }

    @Test
    void arrearsBeginThreeMonthsAnew() {
        long loan = lent(false);
        classify(on(5, 31));
        paid(loan, 71_807_049, on(6, 15));
        closeDay(on(7, 15));
        businessDay.moveTo(on(7, 20));
        paid(loan, file(loan).toPayToday(), on(7, 20));
        classify(on(9, 30));
        // overdue again from 16/07 to 20/07: the months count from there
        assertThat(file(loan).officialGroup()).isEqualTo(3);
    }

    @Test
    void chargesOfAnOverdueTimeAreArrearsToo() {
        long loan = lent(false);
        classify(on(5, 31));
        // 62,500,000 + 8,136,986 paid, the overdue and late interest of 1,170,063 is not
        paid(loan, 70_636_986, on(6, 15));
        assertThat(file(loan).daysPastDue()).isZero();
        assertThat(jdbc.sql("select on_schedule_since from servicing.standing where loan_id = ?").param(loan)
                .query(LocalDate.class).optional()).isEmpty();
    }

    @Test
    void authorityOverridesTheRuleWithReasonAndPaperForAllLoansOfTheCustomer() {
        long loan = lent(false);
        long other = lent(on(3, 1), 100_000_000, false, 4, 6);
        closeDay(on(3, 31));
        Actor director = staff.with(Role.DIRECTOR);
        assertThatThrownBy(() -> override(director, loan, on(3, 31), 4, " ", "12/QĐ")).hasMessageContaining("reason");
        override(director, loan, on(3, 31), 4, "Dự án dừng sản xuất", "12/QĐ-QHTX");
        approveThrough(on(3, 31));
        assertThat(file(loan).officialGroup()).isEqualTo(4);
        assertThat(file(other).officialGroup()).isEqualTo(4);
        assertThatThrownBy(() -> override(director, loan, on(3, 31), 5, "Muộn", "13/QĐ"))
                .hasMessageContaining("classification-approved");
    }

    @Test
    void onlyTheChairSetsABetterGroup() {
        long loan = lent(false);
        closeDay(on(5, 31));
        assertThatThrownBy(() -> override(staff.with(Role.DIRECTOR), loan, on(5, 31), 2, "Đã có tiền về", "14/QĐ"))
                .hasMessageContaining("better-group");
        override(staff.with(Role.COUNCIL_CHAIR), loan, on(5, 31), 2, "Đã có tiền về", "14/QĐ");
        assertThat(line(loan, on(5, 31)).debtGroup()).isEqualTo(2);
    }

    @Test
    void whoOverridesDoesNotApprove() {
        long loan = lent(false);
        closeDay(on(3, 31));
        approveThrough(on(2, 28));
        Actor both = staff.with(Role.DIRECTOR, Role.CHIEF_ACCOUNTANT);
        override(both, loan, on(3, 31), 2, "Thận trọng", "15/QĐ");
        assertThatThrownBy(() -> as(both, () -> approveClassification.approve(on(3, 31))))
                .hasMessageContaining("own-override");
        assertThatThrownBy(() -> jdbc.sql("update servicing.classification_run set state = 'APPROVED', approved_by = ?, "
                + "approved_on = ? where as_of = ?").params(both.id(), on(4, 1), on(3, 31)).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("who overrode");
    }

    @Test
    void restructuringNeverLowersTheGroup() {
        long loan = lent(false);
        closeDay(on(5, 15));
        businessDay.moveTo(on(6, 15));
        restructure(loan, on(7, 15));
        // nothing is overdue on the new schedule, restructured once is group 2; but it stood in group 3
        assertThat(file(loan).daysPastDue()).isZero();
        assertThat(file(loan).debtGroup()).isEqualTo(3);
        assertThat(file(loan).criterion()).isEqualTo("NOT_YET_UPGRADED");
        classify(on(6, 30));
        assertThat(line(loan, on(6, 30))).extracting(Classifications.Line::byDays, Classifications.Line::byRestructure,
                Classifications.Line::byHistory, Classifications.Line::proposed).containsExactly(1, 2, 3, 3);
        restructure(loan, on(7, 15));
        assertThat(file(loan).debtGroup()).isEqualTo(4);
        assertThat(file(loan).criterion()).isEqualTo("RESTRUCTURED");
    }

    @Test
    void daysOnTheNewScheduleBeginWithIt() {
        long loan = lent(false);
        businessDay.moveTo(on(6, 15));
        restructure(loan, null);
        // the interest of 15/04 stayed due: 61 days past due, none of them on the new schedule
        assertThat(file(loan).daysPastDue()).isEqualTo(61);
        assertThat(file(loan).debtGroup()).isEqualTo(3);
        businessDay.moveTo(on(7, 13));
        // 89 days past due is group 3, and so are 28 days on the new schedule
        assertThat(file(loan).debtGroup()).isEqualTo(3);
    }

    private void restructure(long loan, LocalDate arrearsDueOn) {
        List<PrincipalDue> rows = planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null);
        restructured(loan, new RestructureTerms(RestructureTerms.Kind.ADJUST, rows, arrearsDueOn));
    }

    @Test
    void historyOfGroupsIsOnlyAddedTo() {
        long loan = lent(false);
        closeDay(on(4, 15));
        closeDay(on(4, 25));
        closeDay(on(4, 26));
        closeDay(on(5, 15));
        assertThat(jdbc.sql("select on_day, debt_group from servicing.indicative_group where loan_id = ? order by on_day")
                .param(loan).query((row, n) -> row.getDate(1) + " " + row.getInt(2)).list())
                .containsExactly(on(4, 25) + " 2", on(5, 15) + " 3");
        assertThatThrownBy(() -> jdbc.sql("delete from servicing.indicative_group where loan_id = ?").param(loan).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void accountantClassifiesTheLastMonthEndByHand() {
        long loan = lent(false);
        businessDay.moveTo(on(6, 3));
        as(staff.with(Role.ACCOUNTANT), () -> proposeClassification.propose(on(5, 31)));
        assertThat(line(loan, on(5, 31)).proposed()).isEqualTo(3);
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> proposeClassification.propose(on(4, 30))))
                .hasMessageContaining("not-last-month-end");
    }

    @Test
    void othersDoNotDecideOnGroups() {
        long loan = lent(false);
        closeDay(on(3, 31));
        for (Role role : new Role[] {Role.ACCOUNTANT, Role.CONTROLLER, Role.LOAN_OFFICER, Role.BORROWER}) {
            assertThatThrownBy(() -> as(staff.with(role), () -> approveClassification.approve(on(3, 31))))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> override(staff.with(role), loan, on(3, 31), 2, "x", "y")).isInstanceOf(NotAllowed.class);
        }
    }

    private void override(Actor who, long loan, LocalDate asOf, int group, String reason, String paper) {
        as(who, () -> {
            overrideDebtGroup.override(Subject.loan(loan), asOf, group, reason, paper);
            return null;
        });
    }
}

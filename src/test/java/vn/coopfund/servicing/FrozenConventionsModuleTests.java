package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.ConfirmHolidays;
import vn.coopfund.calendar.ProposeHolidays;
import vn.coopfund.calendar.YearCalendars;
import vn.coopfund.calendar.YearDraft;
import vn.coopfund.calendar.YearProposal;
import vn.coopfund.money.Dong;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.schedule.WorkingDayRule;

/** What was signed reaches the arithmetic of the running loan unchanged, and stays. */
class FrozenConventionsModuleTests extends LoanModuleTest {

    @Autowired
    LoanDesk desk;
    @Autowired
    Positions positions;
    @Autowired
    YearCalendars years;
    @Autowired
    ProposeHolidays proposeHolidays;
    @Autowired
    ConfirmHolidays confirmHolidays;

    private LoanTerms kept(LoanTerms signed) {
        return desk.look(signed(true, signed)).terms();
    }

    @Test
    void carriesEveryConventionOfARegularLoan() {
        RepaymentTerms agreed = RepaymentTerms.lend(600_000_000, DISBURSED)
                .at(QuotedRate.aMonth("0.55", RateConversion.DAYS_365_OVER_30), DayCount.ACT_ACT_ISDA)
                .repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3)).firstDueOn(LocalDate.of(2026, 5, 15))
                .principalGrace(2).interestEvery(Rhythm.months(1)).instalmentMultiple(1_000)
                .workingDays(WorkingDayRule.NEXT_SAME_MONTH, false).interestRounding(Rounding.HALF_EVEN)
                .tranches(List.of(new Tranche(DISBURSED, 400_000_000),
                        new Tranche(LocalDate.of(2026, 2, 15), 200_000_000))).terms();
        LoanTerms signed = new LoanTerms(agreed, new BigDecimal("130"), new BigDecimal("8"), OverdueScope.WHOLE_BALANCE);

        LoanTerms kept = kept(signed);

        assertThat(kept.repayment()).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(agreed);
        assertThat(kept.overduePercent()).isEqualByComparingTo("130");
        assertThat(kept.latePercent()).isEqualByComparingTo("8");
        assertThat(kept.overdueScope()).isEqualTo(OverdueScope.WHOLE_BALANCE);
    }

    @Test
    void carriesEveryRowOfASeasonalLoan() {
        List<PrincipalDue> harvests = List.of(new PrincipalDue(LocalDate.of(2026, 7, 31), 0),
                new PrincipalDue(LocalDate.of(2027, 7, 31), 200_000_000),
                new PrincipalDue(LocalDate.of(2028, 7, 31), 300_000_000));
        long loan = signed(true, onArrears(RepaymentTerms.lend(500_000_000, DISBURSED)
                .at(QuotedRate.aYear("6.6"), DayCount.THIRTY_360).repay(harvests).firstDueOn(harvests.get(0).dueOn()).terms()));

        assertThat(desk.look(loan).terms().repayment().principals()).isEqualTo(harvests);
        assertThat(positions.of(desk.look(loan)).contract().rows()).extracting("principal")
                .containsExactly(0L, 200_000_000L, 300_000_000L);
    }

    @Test
    void plansOneTrancheWhereTheContractNamesNone() {
        assertThat(desk.look(signed(true)).plannedTranches())
                .containsExactly(new PlannedTranche(DISBURSED, Dong.of(500_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annual_rate = 5", "rate_unit = 'MONTH', rate_conversion = 'TIMES_12'", "day_count = 'ACT_360'",
        "method = 'BULLET'", "instalments = 7", "months_between = 6", "principal_grace = 1", "interest_every = 1",
        "instalment_multiple = 1000", "working_days = 'NEXT'", "interest_follows = false",
        "interest_rounding = 'HALF_EVEN'", "overdue_scope = 'WHOLE_BALANCE'", "overdue_factor = 120",
        "late_interest_rate = 5", "first_due_on = '2026-05-15'",
        "allocation_in_term = 'PRINCIPAL,INTEREST,OVERDUE_INTEREST,LATE_INTEREST'",
        "allocation_overdue = 'INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST'"})
    void keepsWhatWasSigned(String change) {
        long loan = signed(true);
        assertThatThrownBy(() -> jdbc.sql("update servicing.loan set " + change + " where id = ?").param(loan).update())
                .hasMessageContaining("are signed");
    }

    @Test
    void keepsTheRowsThatWereSigned() {
        long loan = signed(true, onArrears(RepaymentTerms.lend(500_000_000, DISBURSED)
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365).repay(RepaymentMethod.BULLET, 8, Rhythm.months(3))
                .tranches(List.of(new Tranche(DISBURSED, 300_000_000),
                        new Tranche(LocalDate.of(2026, 2, 15), 200_000_000))).terms()));
        assertThatThrownBy(() -> jdbc.sql("update servicing.loan_tranche set amount = 1 where loan_id = ?").param(loan)
                .update()).hasMessageContaining("only added");
        assertThatThrownBy(() -> jdbc.sql("insert into servicing.loan_tranche values (?, 3, date '2026-03-15', 1)")
                .param(loan).update()).hasMessageContaining("do not sum");
    }

    @Test
    void carriesTheOrdersOfCollection() {
        List<Part> inTerm = List.of(Part.PRINCIPAL, Part.LATE_INTEREST, Part.INTEREST, Part.OVERDUE_INTEREST);
        List<Part> overdue = List.of(Part.OVERDUE_INTEREST, Part.LATE_INTEREST, Part.INTEREST, Part.PRINCIPAL);
        LoanTerms golden = golden();
        LoanTerms kept = kept(new LoanTerms(golden.repayment(), golden.overduePercent(), golden.latePercent(),
                golden.overdueScope(), inTerm, overdue));
        assertThat(kept.inTermOrder()).isEqualTo(inTerm);
        assertThat(kept.overdueOrder()).isEqualTo(overdue);
    }

    @Test
    void usesTheCalendarInForceWhenItsDateArrives() {
        long loan = signed(true, onArrears(RepaymentTerms.lend(500_000_000, DISBURSED)
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365).repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3))
                .workingDays(WorkingDayRule.NEXT, true).terms()));
        businessDay.moveTo(DISBURSED);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", "2026-01-15"));
        assertThat(file(loan).nextDue().dueOn()).isEqualTo(FIRST_DUE);

        // 15 April 2026 is a Wednesday; it becomes a day off, then no longer
        calendarOf2026(List.of("2026-04-15 Nghỉ"));
        assertThat(file(loan).nextDue().dueOn()).isEqualTo(FIRST_DUE.plusDays(1));
        assertThat(jdbc.sql("select next_due_on from servicing.standing where loan_id = ?").param(loan)
                .query(LocalDate.class).single()).isEqualTo(FIRST_DUE.plusDays(1));
        assertThat(jdbc.sql("select reason from servicing.schedule_version where loan_id = ? order by version desc limit 1")
                .param(loan).query(String.class).single()).isEqualTo("CALENDAR");

        calendarOf2026(List.of());
        assertThat(file(loan).nextDue().dueOn()).isEqualTo(FIRST_DUE);
    }

    /** The days off of 2026 as the database was made, and these. */
    private void calendarOf2026(List<String> more) {
        String off = Stream.concat(years.of(2026).stream().filter(day -> !day.day().equals(FIRST_DUE))
                .map(day -> day.day() + " " + day.name()), more.stream()).collect(Collectors.joining("\n"));
        YearProposal proposal = as(staff.with(Role.ADMINISTRATOR),
                () -> proposeHolidays.propose(new YearDraft(2026, "TB 1", off, null)));
        as(staff.named("administrator-2", Role.ADMINISTRATOR), () -> confirmHolidays.confirm(proposal.id()));
    }
}

package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static vn.coopfund.schedule.DayCount.ACT_360;
import static vn.coopfund.schedule.DayCount.ACT_365;
import static vn.coopfund.schedule.DayCount.ACT_ACT_ISDA;
import static vn.coopfund.schedule.DayCount.THIRTY_360;
import static vn.coopfund.schedule.RepaymentMethod.BULLET;
import static vn.coopfund.schedule.RepaymentMethod.EQUAL_INSTALMENT;
import static vn.coopfund.schedule.RepaymentMethod.EQUAL_PRINCIPAL;
import static vn.coopfund.schedule.WorkingDays.WEEKENDS_OFF;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.RepaymentSchedule.Row;
import vn.coopfund.schedule.RepaymentSchedule.Totals;

class RepaymentScheduleTests {

    private static final QuotedRate SIX_POINT_SIX = QuotedRate.aYear("6.6");

    private static TermsBuilder usual() {
        return RepaymentTerms.lend(500_000_000, date("2026-01-15"))
                .at(SIX_POINT_SIX, ACT_365).repay(EQUAL_PRINCIPAL, 8, Rhythm.months(3));
    }

    private static RepaymentSchedule schedule(TermsBuilder terms) {
        return RepaymentSchedule.of(terms.terms(), WEEKENDS_OFF);
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }

    /** balance × days × percent / 100 / year, half-up: the arithmetic that a hand would do. */
    private static long interest(long balance, long days, String percent, int year) {
        return BigDecimal.valueOf(balance).multiply(BigDecimal.valueOf(days)).multiply(new BigDecimal(percent))
                .divide(BigDecimal.valueOf(100L * year), 0, RoundingMode.HALF_UP).longValueExact();
    }

    @Test
    void matchesTheGoldenVector() {
        RepaymentSchedule schedule = schedule(usual().firstDueOn(date("2026-04-15")));
        assertThat(schedule.rows()).containsExactly(
                row(1, "2026-01-15", "2026-04-15", 90, 62_500_000, 8_136_986, 437_500_000),
                row(2, "2026-04-15", "2026-07-15", 91, 62_500_000, 7_198_973, 375_000_000),
                row(3, "2026-07-15", "2026-10-15", 92, 62_500_000, 6_238_356, 312_500_000),
                row(4, "2026-10-15", "2027-01-15", 92, 62_500_000, 5_198_630, 250_000_000),
                row(5, "2027-01-15", "2027-04-15", 90, 62_500_000, 4_068_493, 187_500_000),
                row(6, "2027-04-15", "2027-07-15", 91, 62_500_000, 3_085_274, 125_000_000),
                row(7, "2027-07-15", "2027-10-15", 92, 62_500_000, 2_079_452, 62_500_000),
                row(8, "2027-10-15", "2028-01-15", 92, 62_500_000, 1_039_726, 0));
        assertThat(schedule.totals()).isEqualTo(new Totals(500_000_000, 37_045_890, 537_045_890));
        assertThat(schedule(usual())).isEqualTo(schedule);
    }

    private static Row row(int number, String from, String dueOn, int days, long principal, long interest,
            long balance) {
        return new Row(number, date(from), date(dueOn), days, principal, interest, principal + interest, balance);
    }

    @Test
    void movesTheGoldenVectorsLastRowToMonday() {
        Row last = schedule(usual().workingDays(WorkingDayRule.NEXT, true)).rows().get(7);
        assertThat(last).isEqualTo(row(8, "2027-10-15", "2028-01-17", 94, 62_500_000, 1_062_329, 0));
    }

    @Test
    void movesTheDateAloneWhereInterestDoesNotFollow() {
        Row last = schedule(usual().workingDays(WorkingDayRule.NEXT, false)).rows().get(7);
        assertThat(last).isEqualTo(row(8, "2027-10-15", "2028-01-17", 92, 62_500_000, 1_039_726, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // 31/01/2026 is a Saturday, 28/02/2026 too
        "NONE, 2026-01-31, 2026-02-28", "NEXT, 2026-02-02, 2026-03-02",
        "NEXT_SAME_MONTH, 2026-01-30, 2026-02-27", "PREVIOUS, 2026-01-30, 2026-02-27"})
    void movesDueDatesOffDaysWithoutWork(WorkingDayRule rule, LocalDate first, LocalDate second) {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(1_000_000, date("2025-12-31"))
                .at(SIX_POINT_SIX, ACT_365).repay(BULLET, 3, Rhythm.months(1)).workingDays(rule, true));
        assertThat(schedule.rows()).extracting(Row::dueOn).startsWith(first, second);
        assertThat(schedule.rows().get(1).from()).isEqualTo(first);
        // the grid does not move: 31/03/2026 is a Tuesday
        assertThat(schedule.rows().get(2).dueOn()).isEqualTo(date("2026-03-31"));
    }

    @Test
    void knowsHolidaysAndSwappedDays() {
        WorkingDays calendar = WorkingDays.of(
                Set.of(date("2026-04-15"), date("2026-04-16")), Set.of(date("2026-04-18")));
        RepaymentTerms terms = usual().workingDays(WorkingDayRule.NEXT, true).terms();
        assertThat(RepaymentSchedule.of(terms, calendar).rows().get(0).dueOn()).isEqualTo(date("2026-04-17"));
        WorkingDays friday = WorkingDays.of(
                Set.of(date("2026-04-15"), date("2026-04-16"), date("2026-04-17")), Set.of(date("2026-04-18")));
        assertThat(RepaymentSchedule.of(terms, friday).rows().get(0).dueOn()).isEqualTo(date("2026-04-18"));
    }

    @Test
    void givesUpOnACalendarWithoutAnyWork() {
        RepaymentTerms terms = usual().workingDays(WorkingDayRule.NEXT, true).terms();
        assertThat(RepaymentSchedule.of(terms, day -> false).rows().get(0).dueOn()).isEqualTo(date("2026-04-15"));
    }

    @Test
    void returnsToItsOwnDayAfterAShortMonth() {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(1_000_000, date("2026-01-31"))
                .at(SIX_POINT_SIX, ACT_365).repay(BULLET, 4, Rhythm.months(1)));
        assertThat(schedule.rows()).extracting(Row::dueOn).containsExactly(
                date("2026-02-28"), date("2026-03-31"), date("2026-04-30"), date("2026-05-31"));
    }

    @Test
    void keepsTheDisbursementsDayAsAnchorIfTheFirstDueDateIsItsOwn() {
        var given = RepaymentTerms.lend(1_000_000, date("2026-01-31")).at(SIX_POINT_SIX, ACT_365)
                .repay(BULLET, 2, Rhythm.months(1)).firstDueOn(date("2026-02-28"));
        assertThat(schedule(given).rows().get(1).dueOn()).isEqualTo(date("2026-03-31"));
        var own = RepaymentTerms.lend(1_000_000, date("2026-01-15")).at(SIX_POINT_SIX, ACT_365)
                .repay(BULLET, 2, Rhythm.months(1)).firstDueOn(date("2026-02-28"));
        assertThat(schedule(own).rows().get(1).dueOn()).isEqualTo(date("2026-03-28"));
    }

    @Test
    void returnsToTheTwentyNinthOfFebruary() {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(1_000_000, date("2024-02-29"))
                .at(SIX_POINT_SIX, ACT_365).repay(BULLET, 4, new Rhythm(1, RhythmUnit.YEAR)));
        assertThat(schedule.rows()).extracting(Row::dueOn).containsExactly(
                date("2025-02-28"), date("2026-02-28"), date("2027-02-28"), date("2028-02-29"));
    }

    @Test
    void earnsInterestForTheOddFirstPeriodsOwnDays() {
        Row first = schedule(usual().firstDueOn(date("2026-05-01"))).rows().get(0);
        // 16 + 28 + 31 + 30 + 1 = 106 days
        assertThat(first.days()).isEqualTo(106);
        assertThat(first.interest()).isEqualTo(interest(500_000_000, 106, "6.6", 365));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, TIMES_12, 4800000", // 100 m × 4.8 %
        "0.4, DAYS_365_OVER_30, 4866667", // 100 m × 0.4 % × 365 / 30 = 4,866,666.67
        "0.55, TIMES_12, 6600000",
        "0.61, DAYS_365_OVER_30, 7421667"})
    void convertsMonthlyRatesAsTheContractSays(String percent, RateConversion conversion, long interest) {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(100_000_000, date("2026-01-15"))
                .at(QuotedRate.aMonth(percent, conversion), ACT_365).repay(BULLET, 1, Rhythm.months(12)));
        assertThat(schedule.totals().interest()).isEqualTo(interest);
    }

    @Test
    void countsDaysByConvention() {
        // 15/11/2027 to 15/02/2028: 92 days, 47 of them before 1 January of a leap year, 45 in it
        assertThat(quarter(ACT_365)).isEqualTo(interest(500_000_000, 92, "6.6", 365));
        assertThat(quarter(ACT_360)).isEqualTo(interest(500_000_000, 92, "6.6", 360));
        assertThat(quarter(THIRTY_360)).isEqualTo(interest(500_000_000, 90, "6.6", 360));
        assertThat(quarter(ACT_ACT_ISDA))
                .isEqualTo(interest(500_000_000, 47 * 366 + 45 * 365, "6.6", 365 * 366));
    }

    private static long quarter(DayCount dayCount) {
        return schedule(RepaymentTerms.lend(500_000_000, date("2027-11-15"))
                .at(SIX_POINT_SIX, dayCount).repay(BULLET, 1, Rhythm.months(3))).totals().interest();
    }

    @ParameterizedTest
    @CsvSource({"ACT_365, 92/365", "ACT_360, 92/360", "THIRTY_360, 90/360", "ACT_ACT_ISDA, (47/365 + 45/366)"})
    void writesThePartOfAYearAsAHandWould(DayCount dayCount, String written) {
        var terms = RepaymentTerms.lend(500_000_000, date("2027-11-15")).at(SIX_POINT_SIX, dayCount)
                .repay(BULLET, 2, Rhythm.months(3)).terms();
        String later = dayCount == ACT_ACT_ISDA ? "90/366" : "90/" + dayCount.unitsPerYear();
        assertThat(RepaymentSchedule.yearFractions(terms, WEEKENDS_OFF)).containsExactly(written, later);
    }

    @Test
    void countsAnAnchoredMonthAsThirtyDaysInWordsToo() {
        var terms = RepaymentTerms.lend(120_000_000, date("2026-01-31")).at(SIX_POINT_SIX, THIRTY_360)
                .repay(BULLET, 14, Rhythm.months(1)).terms();
        assertThat(RepaymentSchedule.yearFractions(terms, WEEKENDS_OFF)).hasSize(14).containsOnly("30/360");
    }

    @Test
    void bearsMoreInterestTheLaterThePrincipalComesBack() {
        long equalPrincipal = schedule(usual()).totals().interest();
        long level = schedule(usual().repay(EQUAL_INSTALMENT, 8, Rhythm.months(3))).totals().interest();
        long bullet = schedule(usual().repay(BULLET, 8, Rhythm.months(3))).totals().interest();
        assertThat(equalPrincipal).isLessThan(level);
        assertThat(level).isLessThan(bullet);
        assertThat(bullet).isCloseTo(interest(500_000_000, 730, "6.6", 365), within(8L));
    }

    @Test
    void movesInterestAndNoDateByTheDayCount() {
        List<RepaymentSchedule> schedules = Arrays.stream(DayCount.values())
                .map(dayCount -> schedule(usual().at(SIX_POINT_SIX, dayCount))).toList();
        assertThat(schedules).extracting(one -> one.totals().interest()).doesNotHaveDuplicates();
        assertThat(schedules).extracting(one -> one.rows().stream().map(Row::dueOn).toList())
                .containsOnly(schedules.get(0).rows().stream().map(Row::dueOn).toList());
    }

    @Test
    void givesEveryMonthThirtyDaysEvenAfterTheThirtyFirst() {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(120_000_000, date("2026-01-31"))
                .at(QuotedRate.aYear("10"), THIRTY_360).repay(BULLET, 14, Rhythm.months(1)));
        assertThat(schedule.rows()).extracting(Row::interest).containsOnly(120_000_000L * 30 * 10 / 36_000);
        assertThat(schedule.rows().get(0).days()).isEqualTo(28);
    }

    @Test
    void keepsThePayLevelByTheActualDays() {
        RepaymentSchedule schedule = schedule(usual().repay(EQUAL_INSTALMENT, 8, Rhythm.months(3)));
        long payment = schedule.rows().get(0).payment();
        assertThat(schedule.rows().subList(0, 7)).allMatch(row -> row.payment() == payment);
        assertThat(Math.abs(schedule.rows().get(7).payment() - payment)).isLessThan(8);
        assertThat(payment).isEqualTo(levelByDecimals(500_000_000, "6.6", List.of(90, 91, 92, 92, 90, 91, 92, 92)));
    }

    /** balance / Σ 1 / ((1 + f₁) … (1 + fₖ)), with sixty digits. */
    private static long levelByDecimals(long balance, String percent, List<Integer> days) {
        var digits = new MathContext(60);
        BigDecimal discount = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int d : days) {
            BigDecimal factor = new BigDecimal(percent).multiply(BigDecimal.valueOf(d))
                    .divide(BigDecimal.valueOf(36_500), digits);
            discount = discount.divide(BigDecimal.ONE.add(factor), digits);
            sum = sum.add(discount);
        }
        return Rounding.HALF_UP.round(BigDecimal.valueOf(balance).divide(sum, digits));
    }

    @Test
    void makesTheLevelPaymentATextbookOneWhereMonthsAreEqual() {
        // 100 m, 12 % a year, 12 months of 30/360: 100 m × 0.01 / (1 − 1.01⁻¹²) = 8,884,878.87
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(100_000_000, date("2026-01-15"))
                .at(QuotedRate.aYear("12"), THIRTY_360).repay(EQUAL_INSTALMENT, 12, Rhythm.months(1)));
        assertThat(schedule.rows().subList(0, 11)).extracting(Row::payment).containsOnly(8_884_879L);
    }

    @Test
    void paysBackWithoutInterestAtARateOfZero() {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(100, date("2026-01-15"))
                .at(QuotedRate.aYear("0"), ACT_365).repay(EQUAL_INSTALMENT, 3, Rhythm.months(1)));
        assertThat(schedule.rows()).extracting(Row::payment).containsExactly(33L, 33L, 100 - 2 * 33L);
    }

    @Test
    void leavesTheRemainderToTheLastRow() {
        RepaymentSchedule schedule = schedule(usual().repay(EQUAL_PRINCIPAL, 7, Rhythm.months(3)));
        // 500,000,000 / 7 = 71,428,571.43
        assertThat(schedule.rows()).extracting(Row::principal).startsWith(71_428_571L).endsWith(
                71_428_571L, 500_000_000 - 6 * 71_428_571L);
    }

    @Test
    void roundsTheRegularAmountToAMultiple() {
        RepaymentSchedule shares = schedule(
                usual().repay(EQUAL_PRINCIPAL, 7, Rhythm.months(3)).instalmentMultiple(1_000));
        assertThat(shares.rows()).extracting(Row::principal).startsWith(71_429_000L)
                .endsWith(500_000_000 - 6 * 71_429_000L);
        RepaymentSchedule level = schedule(
                usual().repay(EQUAL_INSTALMENT, 8, Rhythm.months(3)).instalmentMultiple(1_000));
        assertThat(level.rows().subList(0, 7)).allMatch(row -> row.payment() % 1_000 == 0);
    }

    @Test
    void endsEarlyWhereAMultipleIsLarge() {
        RepaymentSchedule schedule = schedule(usual().instalmentMultiple(100_000_000));
        // 62,500,000 is 100,000,000 to the multiple: five rows pay it all
        assertThat(schedule.rows()).extracting(Row::principal).containsExactly(
                100_000_000L, 100_000_000L, 100_000_000L, 100_000_000L, 100_000_000L, 0L, 0L, 0L);
    }

    @Test
    void paysInterestAloneInGrace() {
        RepaymentSchedule schedule = schedule(usual().principalGrace(3));
        assertThat(schedule.rows()).extracting(Row::principal).containsExactly(
                0L, 0L, 0L, 100_000_000L, 100_000_000L, 100_000_000L, 100_000_000L, 100_000_000L);
        RepaymentSchedule level = schedule(
                usual().repay(EQUAL_INSTALMENT, 8, Rhythm.months(3)).principalGrace(3));
        assertThat(level.rows().subList(0, 3)).allMatch(row -> row.principal() == 0);
        assertThat(level.rows().get(3).payment())
                .isEqualTo(levelByDecimals(500_000_000, "6.6", List.of(92, 90, 91, 92, 92)));
    }

    @Test
    void paysInterestInItsOwnRhythm() {
        RepaymentSchedule schedule = schedule(usual().interestEvery(Rhythm.months(1)));
        assertThat(schedule.rows()).hasSize(24);
        assertThat(schedule.rows().subList(0, 3)).containsExactly(
                row(1, "2026-01-15", "2026-02-15", 31, 0, interest(500_000_000, 31, "6.6", 365), 500_000_000),
                row(2, "2026-02-15", "2026-03-15", 28, 0, interest(500_000_000, 28, "6.6", 365), 500_000_000),
                row(3, "2026-03-15", "2026-04-15", 31, 62_500_000, interest(500_000_000, 31, "6.6", 365),
                        437_500_000));
        assertThat(schedule.totals().principal()).isEqualTo(500_000_000);
    }

    @Test
    void stepsInterestDatesBackFromAnOddFirstDueDate() {
        RepaymentSchedule schedule = schedule(
                usual().firstDueOn(date("2026-05-31")).interestEvery(Rhythm.months(1)));
        assertThat(schedule.rows()).extracting(Row::dueOn).startsWith(date("2026-01-31"), date("2026-02-28"),
                date("2026-03-31"), date("2026-04-30"), date("2026-05-31"), date("2026-06-30"));
        assertThat(schedule.rows().get(4).principal()).isEqualTo(62_500_000);
        assertThat(schedule.rows()).hasSize(5 + 7 * 3);
    }

    @Test
    void sumsOverTranchesExactlyAndRoundsOnce() {
        RepaymentSchedule schedule = schedule(usual().tranches(List.of(
                new Tranche(date("2026-01-15"), 300_000_000), new Tranche(date("2026-02-15"), 200_000_000))));
        // 300 m × 31 + 500 m × 59 days at 6.6 % / 365
        assertThat(schedule.rows().get(0).interest()).isEqualTo(7_015_890)
                .isEqualTo(interest(300_000_000L * 31 + 500_000_000L * 59, 1, "6.6", 365));
        assertThat(schedule.rows().get(0).balance()).isEqualTo(437_500_000);
    }

    @Test
    void neverAsksForMoreThanIsDrawn() {
        RepaymentSchedule schedule = schedule(usual().tranches(List.of(
                new Tranche(date("2026-01-15"), 10_000_000), new Tranche(date("2027-12-01"), 490_000_000))));
        assertThat(schedule.rows()).extracting(Row::principal).containsExactly(
                10_000_000L, 0L, 0L, 0L, 0L, 0L, 0L, 490_000_000L);
    }

    @Test
    void followsAgreedRows() {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(100_000_000, date("2026-01-15"))
                .at(SIX_POINT_SIX, ACT_365)
                .repay(List.of(new PrincipalDue(date("2026-07-10"), 0),
                        new PrincipalDue(date("2026-12-20"), 100_000_000))));
        assertThat(schedule.rows()).containsExactly(
                row(1, "2026-01-15", "2026-07-10", 176, 0, interest(100_000_000, 176, "6.6", 365), 100_000_000),
                row(2, "2026-07-10", "2026-12-20", 163, 100_000_000, interest(100_000_000, 163, "6.6", 365), 0));
    }

    @Test
    void paysInterestAloneWhereTheLevelPaymentDoesNotReach() {
        // the first period of 4 years bears more interest than the payment
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(100_000_000, date("2026-01-15"))
                .at(QuotedRate.aYear("50"), ACT_365).repay(EQUAL_INSTALMENT, 60, Rhythm.months(1))
                .firstDueOn(date("2030-01-15")));
        assertThat(schedule.rows().get(0).principal()).isZero();
        assertThat(schedule.rows().get(0).payment()).isEqualTo(interest(100_000_000, 1461, "50", 365));
        assertThat(schedule.rows().get(59).balance()).isZero();
    }

    @Test
    void roundsInterestCellsAloneByTheInterestsRounding() {
        // 100 × 73 days × 12.5 % / 365 = 2.5
        var terms = RepaymentTerms.lend(100, date("2026-01-15")).at(QuotedRate.aYear("12.5"), ACT_365)
                .repay(BULLET, 1, new Rhythm(73, RhythmUnit.DAY));
        assertThat(schedule(terms).totals().interest()).isEqualTo(3);
        assertThat(schedule(terms.interestRounding(Rounding.HALF_EVEN)).totals().interest()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = RepaymentMethod.class, names = "CUSTOM", mode = EnumSource.Mode.EXCLUDE)
    void bearsTheLargestLoanAtTheHighestRate(RepaymentMethod method) {
        RepaymentSchedule schedule = schedule(RepaymentTerms.lend(RepaymentTerms.MOST_PRINCIPAL, date("2026-01-31"))
                .at(QuotedRate.aMonth("8.21917808219178082191", RateConversion.DAYS_365_OVER_30), ACT_ACT_ISDA)
                .repay(method, 600, Rhythm.months(3)));
        assertThat(schedule.rows()).hasSize(600);
        assertThat(schedule.totals().principal()).isEqualTo(RepaymentTerms.MOST_PRINCIPAL);
    }

    @Test
    void refusesTermsThatCannotBe() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> schedule(usual().repay(EQUAL_PRINCIPAL, 0, Rhythm.months(3))));
    }
}

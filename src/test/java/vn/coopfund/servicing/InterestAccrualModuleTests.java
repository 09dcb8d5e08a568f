package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.CloseDay;
import vn.coopfund.calendar.DayCloseStep;
import vn.coopfund.calendar.FailingStep;
import vn.coopfund.schedule.LoanPosition;

/** What the close of days does to a loan's own ledger and to the books. */
class InterestAccrualModuleTests extends LoanModuleTest {

    @Autowired
    CloseDay closeDay;
    @Autowired
    FailingStep failingStep;
    @Autowired
    Positions positions;
    @Autowired
    LoanRepository repository;

    @AfterEach
    void mend() {
        failingStep.breakOn(null);
    }

    /** A row of servicing.sub_ledger. */
    record SubLedger(long principalOutstanding, long principalDue, long interestDue, long interestEarned,
            long interestAccrued, long overdueInterest, long lateInterest, long credit, int daysPastDue,
            LocalDate throughOn) {
    }

    /** In-term interest posted: through which day, how much. */
    record Accrued(LocalDate throughOn, long amount) {
    }

    @Test
    void accruesEveryDayWithoutTouchingTheBooks() {
        long loan = disbursed(false);
        close(LocalDate.of(2026, 1, 16));
        assertThat(subLedger(loan).interestAccrued()).isEqualTo(90_411);           // 500m · 6.6 % · 1 / 365 = 90,410.96
        close(LocalDate.of(2026, 1, 25));
        assertThat(subLedger(loan).interestAccrued()).isEqualTo(904_110);          // · 10: rounded once, not each day
        assertThat(accruals(loan)).isEmpty();
        assertThat(balanceOf("1388", loan)).isZero();
    }

    @Test
    void monthEndPostsWhatWasEarnedSinceTheLast() {
        long loan = disbursed(false);
        closeAll(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 3, 1));
        assertThat(accruals(loan)).containsExactly(
                new Accrued(LocalDate.of(2026, 1, 31), 1_446_575),                 // 500m · 33 · 16 / 182,500
                new Accrued(LocalDate.of(2026, 2, 28), 2_531_507));                // · 44 = 3,978,082 less the above
        assertThat(balanceOf("1388", loan)).isEqualTo(3_978_082);
        assertThat(balanceOf("515", loan)).isEqualTo(3_978_082);
    }

    @Test
    void receivableIsWhatWasEarnedLessWhatWasReceived() {
        long loan = disbursed(false);
        closeAll(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 4, 14));
        businessDay.moveTo(FIRST_DUE);
        pay(loan, 70_636_986, FIRST_DUE);
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(balanceOf("515", loan)).isEqualTo(8_136_986);
        closeAll(FIRST_DUE, LocalDate.of(2026, 4, 30));
        assertThat(balanceOf("1388", loan)).isEqualTo(1_186_644);                  // 437.5m · 33 · 15 / 182,500
        assertThat(subLedger(loan).interestEarned()).isEqualTo(8_136_986 + 1_186_644);
    }

    @Test
    void closingTwiceAccruesAndPostsOnce() {
        long loan = disbursed(false);
        LocalDate monthEnd = LocalDate.of(2026, 1, 31);
        close(monthEnd);
        SubLedger once = subLedger(loan);
        close(monthEnd);
        assertThat(subLedger(loan)).isEqualTo(once);
        assertThat(accruals(loan)).hasSize(1);
    }

    @Test
    void officialGroupTwoEarnsInMemorandumAlone() {
        long loan = disbursed(false);
        jdbc.sql("update servicing.standing set official_group = 2 where loan_id = ?").param(loan).update();
        close(LocalDate.of(2026, 1, 31));
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(jdbc.sql("select sum(increase) from ledger.memorandum_entry where loan_id = ? and account = '941'")
                .param(loan).query(Long.class).single()).isEqualTo(1_446_575);
        assertThat(accruals(loan)).containsExactly(new Accrued(LocalDate.of(2026, 1, 31), 1_446_575));
    }

    @Test
    void unpaidRowBearsOverdueAndLateInterestInTheSubLedger() {
        long loan = disbursed(false);
        closeAll(LocalDate.of(2026, 4, 14), LocalDate.of(2026, 4, 17));
        close(LocalDate.of(2026, 6, 15));
        SubLedger late = subLedger(loan);
        assertThat(late).isEqualTo(new SubLedger(500_000_000, 62_500_000, 8_136_986, 8_136_986 + 4_825_685, 4_825_685,
                1_034_075, 135_988, 0, 61, LocalDate.of(2026, 6, 15)));
        assertThat(late).isEqualTo(replayed(loan, LocalDate.of(2026, 6, 15)));
    }

    @Test
    void receiptForADayBeforeTheMonthEndBringsBooksAndSubLedgerToTheNet() {
        long loan = disbursed(false);
        closeAll(LocalDate.of(2026, 4, 14), LocalDate.of(2026, 5, 2));
        pay(loan, 70_636_986, LocalDate.of(2026, 4, 28));
        LocalDate today = businessDay.today();
        LoanPosition position = file(loan).position();
        close(today);
        assertThat(subLedger(loan)).isEqualTo(replayed(loan, today));
        long posted = accruals(loan).stream().mapToLong(Accrued::amount).sum();
        assertThat(balanceOf("1388", loan)).isEqualTo(posted - received(loan));
        assertThat(posted).isEqualTo(replayed(loan, LocalDate.of(2026, 4, 30)).interestEarned());
        assertThat(position.interestEarned()).isGreaterThan(posted);
        close(LocalDate.of(2026, 5, 31));
        assertThat(balanceOf("1388", loan))
                .isEqualTo(replayed(loan, LocalDate.of(2026, 5, 31)).interestEarned() - received(loan));
    }

    @Test
    void dayThatFailsInALateStepIsNotClosedAtAll() {
        long loan = disbursed(false);
        LocalDate monthEnd = LocalDate.of(2026, 1, 31);
        close(monthEnd.minusDays(1));
        SubLedger before = subLedger(loan);
        freeTheDay(monthEnd);
        failingStep.breakOn(monthEnd);
        assertThatThrownBy(() -> staff.as(Role.CHIEF_ACCOUNTANT, closing(monthEnd))).hasMessage("broken for a test");
        assertThat(businessDay.today()).isEqualTo(monthEnd);
        assertThat(subLedger(loan)).isEqualTo(before);
        assertThat(accruals(loan)).isEmpty();
        failingStep.breakOn(null);
        staff.as(Role.CHIEF_ACCOUNTANT, closing(monthEnd));
        assertThat(accruals(loan)).hasSize(1);
        assertThat(subLedger(loan).throughOn()).isEqualTo(monthEnd);
    }

    @Test
    void closingDayByDayIsClosingInOneCatchUp() {
        LocalDate end = LocalDate.of(2026, 8, 20);
        long dayByDay = disbursed(false);
        closeAll(DISBURSED, end);
        List<Accrued> posted = accruals(dayByDay);
        SubLedger stood = subLedger(dayByDay);
        businessDay.moveTo(SIGNED);
        long caughtUp = disbursed(false);
        catchUp(DISBURSED, end);
        assertThat(accruals(caughtUp)).isEqualTo(posted).hasSize(7);
        assertThat(subLedger(caughtUp)).isEqualTo(stood).isEqualTo(replayed(caughtUp, end));
        assertThat(signals(caughtUp)).isEqualTo(signals(dayByDay)).isNotEmpty();
    }

    @Test
    void catchesUpThreeYears() {
        long loan = disbursed(false);
        LocalDate end = LocalDate.of(2029, 1, 14);
        catchUp(DISBURSED, end);
        assertThat(accruals(loan)).hasSize(25).extracting(Accrued::throughOn).endsWith(LocalDate.of(2027, 12, 31),
                LocalDate.of(2028, 1, 31));
        assertThat(accruals(loan).stream().mapToLong(Accrued::amount).sum()).isEqualTo(subLedger(loan).interestEarned())
                .isEqualTo(balanceOf("1388", loan));
        assertThat(subLedger(loan)).isEqualTo(replayed(loan, end));
        assertThat(subLedger(loan).daysPastDue()).isEqualTo(1005);                 // 15/04/2026 to 14/01/2029
    }

    @Test
    void receiptWaitsWhileTheDayIsClosed() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        CompletableFuture<RepaymentResult> receipt = transaction.execute(status -> {
            jdbc.sql("select day from calendar.business_day where fund_id = 1 for update").query(LocalDate.class).single();
            CompletableFuture<RepaymentResult> waiting = CompletableFuture.supplyAsync(() -> pay(loan, 1_000_000, FIRST_DUE));
            assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            businessDay.moveTo(FIRST_DUE.plusDays(1));
            return waiting;
        });
        assertThat(receipt.join().state()).isEqualTo(RepaymentResult.State.POSTED);
        assertThat(subLedger(loan).throughOn()).isEqualTo(FIRST_DUE.plusDays(1));
    }

    @Test
    void stepsFollowTheOrderOfTheDay() {
        assertThat(steps.stream().sorted(Comparator.comparingInt(DayCloseStep::order)).map(DayCloseStep::name))
                .containsSubsequence("accrued", "creditUsed", "rolledOn", "overdue", "pastDue", "dueNotices",
                        "interestPosted");
    }

    private Supplier<?> closing(LocalDate day) {
        return () -> closeDay.close(day);
    }

    /** Other tests may have closed it in the shared database. */
    private void freeTheDay(LocalDate day) {
        jdbc.sql("delete from calendar.closed_day where day = ?").param(day).update();
        businessDay.moveTo(day);
    }

    private void closeAll(LocalDate from, LocalDate through) {
        from.datesUntil(through.plusDays(1)).forEach(this::close);
    }

    private void catchUp(LocalDate from, LocalDate through) {
        from.datesUntil(through.plusDays(1)).forEach(day -> {
            businessDay.moveTo(day);
            transaction.executeWithoutResult(status -> steps.stream()
                    .sorted(Comparator.comparingInt(DayCloseStep::order))
                    .filter(step -> !step.mayWait(day, through)).forEach(step -> step.run(day)));
            businessDay.moveTo(day.plusDays(1));
        });
    }

    private SubLedger subLedger(long loan) {
        return jdbc.sql("select * from servicing.sub_ledger where loan_id = ?").param(loan).query(SubLedger.class).single();
    }

    private SubLedger replayed(long loan, LocalDate day) {
        LoanPosition position = positions.of(repository.findById(loan).orElseThrow()).atClose(day);
        return new SubLedger(position.principalOutstanding(), position.principalDue(), position.interestDue(),
                position.interestEarned(), position.interestAccrued(), position.overdueInterest(),
                position.lateInterest(), position.credit(), position.daysPastDue(), day);
    }

    private List<Accrued> accruals(long loan) {
        return jdbc.sql("select through_on, amount from servicing.accrual where loan_id = ? order by id").param(loan)
                .query(Accrued.class).list();
    }

    private long received(long loan) {
        return jdbc.sql("select coalesce(sum(interest), 0) from (select interest from servicing.repayment where loan_id = ? "
                + "union all select interest from servicing.reallocation where loan_id = ?) as met")
                .params(loan, loan).query(Long.class).single();
    }

    private List<String> signals(long loan) {
        return jdbc.sql("select kind || due_on || '/' || days || '@' || said_on from servicing.signal where loan_id = ? "
                + "order by said_on, kind").param(loan).query(String.class).list();
    }
}

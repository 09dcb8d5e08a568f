package vn.coopfund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.web.Refusal;

/** The months of a fund's books and its years: closed in order, opened again by two, ended through 911. */
class MonthsModuleTests extends ModuleTest {

    private static final LocalDate TODAY = LocalDate.of(2006, 8, 15);
    private static final YearMonth MAY = YearMonth.of(2006, 5);
    private static final YearMonth JUNE = YearMonth.of(2006, 6);
    private static final YearMonth JULY = YearMonth.of(2006, 7);

    @Autowired
    ApplicationContext program;
    @Autowired
    ProposeManualEntry proposeManualEntry;
    @Autowired
    ConfirmBookProposal confirm;
    @Autowired
    SoftClosePeriod softClose;
    @Autowired
    ClosePeriod close;
    @Autowired
    ClosePeriodsThrough closeThrough;
    @Autowired
    ReopenPeriod reopen;
    @Autowired
    PeriodChecks checks;
    @Autowired
    Periods periods;
    @Autowired
    EndYear endYear;
    @Autowired
    CarryYear carryYear;
    @Autowired
    Balances balances;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    MockMvc mvc;

    OwnBooks books;

    @BeforeEach
    void found() {
        books = new OwnBooks(program, TODAY);
    }

    @Test
    void monthIsClosedAfterTheOnesBeforeIt() {
        moneyIn(MAY, JUNE, JULY);
        assertThatThrownBy(() -> close(JULY)).isInstanceOf(Refusal.class).hasMessageContaining("ledger.earlier-month-open.CLOSED");
        assertThatThrownBy(() -> soften(JUNE)).isInstanceOf(Refusal.class).hasMessageContaining("ledger.earlier-month-open.SOFT");
        soften(MAY);
        soften(JUNE);
        assertThatThrownBy(() -> close(JUNE)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                .singleElement().satisfies(reason -> assertThat(reason.args()).as("the month in the way").containsExactly("05/2006")));
        close(MAY);
        close(JUNE);
        close(JULY);
        assertThat(states()).containsExactly("CLOSED", "CLOSED", "CLOSED");
    }

    @Test
    void latestClosedMonthIsOpenedFirst() {
        moneyIn(MAY, JUNE);
        close(MAY);
        BookProposal early = ask(MAY);
        soften(JUNE);
        assertThatThrownBy(() -> confirm(Role.DIRECTOR, early)).hasMessageContaining("ledger.later-month-closed");
        assertThatThrownBy(() -> ask(YearMonth.of(2006, 4))).as("no entries, yet closed with what follows")
                .hasMessageContaining("ledger.later-month-closed");
        confirm(Role.DIRECTOR, ask(JUNE));
        confirm(Role.DIRECTOR, early);
        assertThat(states()).containsExactly("OPEN", "OPEN");
    }

    @Test
    void monthWithoutEntriesIsClosedWithTheOneThatFollows() {
        moneyIn(MAY, JULY);
        close(MAY);
        soften(JULY);
        assertThat(state(JUNE)).isEqualTo(Periods.State.SOFT);
        assertThat(books.posted(Entries.transfer(JUNE.atDay(3), 5)).bookedOn()).isEqualTo("2006-08-01");
        close(JULY);
        assertThat(state(JUNE)).isEqualTo(Periods.State.CLOSED);
        assertThat(state(YearMonth.of(2001, 1))).isEqualTo(Periods.State.CLOSED);
        assertThat(books.posted(Entries.transfer(LocalDate.of(2001, 1, 3), 5)).bookedOn()).isEqualTo("2006-08-01");
        assertThat(books.as(Role.CHIEF_ACCOUNTANT, () -> periods.months(2006))).filteredOn(month -> month.month().equals(JUNE))
                .extracting(Periods.Month::state).containsExactly(Periods.State.CLOSED);
        close(JUNE);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, 2006-06-01, cannot become CLOSED before", "SOFT, 2006-07-01, cannot become SOFT before",
        "OPEN, 2006-04-01, cannot become OPEN before"})
    void databaseKeepsTheOrderToo(String state, LocalDate month, String words) {
        YearMonth april = YearMonth.of(2006, 4);
        moneyIn(april, MAY, JUNE, JULY);
        close(april);
        soften(MAY);
        assertThatThrownBy(() -> jdbc.sql("update ledger.period set state = ?, closed_at = case when ? = 'CLOSED' then clock_timestamp() end "
                        + "where fund_id = ? and month = ?").params(state, state, books.fund(), month).update())
                .hasStackTraceContaining(words);
    }

    @Test
    void databaseBeginsNoMonthBeforeAClosedOne() {
        moneyIn(JUNE);
        close(JUNE);
        jdbc.sql("insert into ledger.period (fund_id, month, state) values (?, ?, 'OPEN')").params(books.fund(), MAY.atDay(1)).update();
        assertThat(state(MAY)).isEqualTo(Periods.State.CLOSED);
        jdbc.sql("insert into ledger.period (fund_id, month, state, closed_at) values (?, ?, 'CLOSED', clock_timestamp())")
                .params(books.fund(), JULY.atDay(1)).update();
        assertThat(state(JULY)).as("nobody closed it").isEqualTo(Periods.State.OPEN);
    }

    /** While the first entry of May is on its way, June is closed: one waits for the other, and June is not closed over it. */
    @Test
    void firstEntryOfAMonthAndTheCloseOfALaterOneWaitForEachOther() throws Exception {
        moneyIn(JUNE);
        CountDownLatch posted = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> entry = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            books.posted(Entries.transfer(MAY.atDay(9), 5));
            posted.countDown();
            await(go);
        }));
        assertThat(posted.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> close(JUNE));
        assertThatThrownBy(() -> closing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(java.util.concurrent.TimeoutException.class);
        go.countDown();
        entry.get(30, TimeUnit.SECONDS);
        assertThatThrownBy(() -> closing.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("ledger.earlier-month-open.CLOSED");
        assertThat(states()).containsExactly("OPEN", "OPEN");
    }

    @Test
    void pageOffersTheMonthWhoseTurnItIs() throws Exception {
        moneyIn(MAY, JUNE);
        soften(MAY);
        var chief = Staff.signedIn(books.with(Role.CHIEF_ACCOUNTANT));
        mvc.perform(get("/books/periods?year=2006").with(chief)).andExpect(status().isOk())
                .andExpect(content().string(containsString("/books/periods/2006-05/close")))
                .andExpect(content().string(containsString("/books/periods/2006-06/soft-close")))
                .andExpect(content().string(not(containsString("/books/periods/2006-06/close"))));
        mvc.perform(get("/books/periods?year=2005").with(chief)).andExpect(content().string(containsString("đến lượt khóa cứng: 05/2006")));
        mvc.perform(post("/books/periods/2006-06/close").with(csrf()).with(chief)).andExpect(status().isOk())
                .andExpect(content().string(containsString("hãy khóa cứng tháng 05/2006 trước")));
    }

    @Test
    void earlierMonthThatIsOpenStandsAgainstTheClose() {
        moneyIn(MAY, JUNE);
        assertThat(books.as(Role.CHIEF_ACCOUNTANT, () -> checks.of(JUNE))).filteredOn(check -> check.key()
                .equals("ledger.check.earlier-closed")).singleElement().satisfies(check -> {
                    assertThat(check.finding().figure()).isEqualTo(1);
                    assertThat(check.binds()).isTrue();
                });
    }

    @Test
    void monthsAreClosedThroughOneTheOldestFirst() {
        moneyIn(MAY, JUNE, JULY);
        soften(MAY);
        assertThat(through(JULY)).isEqualTo(3);
        assertThat(states()).containsExactly("CLOSED", "CLOSED", "CLOSED");
        assertThat(through(JULY)).as("nothing is left").isZero();
        assertThatThrownBy(() -> through(YearMonth.from(TODAY))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> through(null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> books.as(Role.ACCOUNTANT, () -> closeThrough.close(JULY))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void oneMonthThatDiffersKeepsAllOfThemOpen() {
        moneyIn(MAY, JUNE);
        BookProposal waits = propose(JUNE.atDay(9));
        assertThatThrownBy(() -> through(JUNE)).hasMessageContaining("ledger.check-disagrees");
        assertThat(states()).containsExactly("OPEN", "OPEN");
        confirm(Role.CHIEF_ACCOUNTANT, waits);
        assertThat(through(JUNE)).isEqualTo(2);
    }

    @Test
    void factOfAClosedMonthIsBookedOnTheFirstOpenDay() {
        moneyIn(MAY, JUNE);
        close(MAY);
        close(JUNE);
        assertThat(books.posted(Entries.transfer(MAY.atDay(15), 1_000)).bookedOn()).isEqualTo("2006-07-01");
    }

    @Test
    void softlyClosedMonthTakesAdjustmentsOnly() {
        LocalDate day = MAY.atDay(15);
        soften(MAY);
        BookProposal adjusting = propose(day);
        confirm(Role.CHIEF_ACCOUNTANT, adjusting);
        assertThat(jdbc.sql("select booked_on from ledger.entry where source_fact = ?").param("manual:" + adjusting.id())
                .query(LocalDate.class).single()).isEqualTo(day);
        assertThat(books.posted(Entries.transfer(day, 13)).bookedOn()).isEqualTo("2006-06-01");
        // the database itself, whatever the program says
        assertThatThrownBy(() -> books.posted(Entries.transfer(day, 14).adjusting()))
                .hasStackTraceContaining("the month of 2006-05-15 is closed");
    }

    @Test
    void monthIsReopenedByTwoWithAReason() {
        close(JULY);
        assertThatThrownBy(() -> books.as(Role.CHIEF_ACCOUNTANT, () -> reopen.propose(JULY, " "))).isInstanceOf(Refusal.class);
        BookProposal proposal = ask(JULY);
        assertThat(state(JULY)).isEqualTo(Periods.State.CLOSED);
        assertThatThrownBy(() -> confirm(Role.CHIEF_ACCOUNTANT, proposal)).hasMessageContaining("own-proposal");
        confirm(Role.DIRECTOR, proposal);
        assertThat(state(JULY)).isEqualTo(Periods.State.OPEN);
        assertThat(books.as(Role.CHIEF_ACCOUNTANT, () -> periods.months(2006))).filteredOn(one -> one.month().equals(JULY))
                .singleElement().satisfies(shown -> {
                    assertThat(shown.why()).isEqualTo("Bỏ sót chứng từ");
                    assertThat(shown.checker()).isEqualTo(books.with(Role.DIRECTOR).displayName());
                });
    }

    @Test
    void yearEndsThrough911AndIsCarried() {
        LocalDate last = LocalDate.of(2005, 12, 31);
        books.posted(NewEntry.of(Entries.fact(), LocalDate.of(2005, 5, 9), "ledger.entry.manual", "Lãi").debit("112", 900)
                .credit("515", 900));
        books.posted(NewEntry.of(Entries.fact(), LocalDate.of(2005, 12, 9), "ledger.entry.manual", "Phí").debit("6427", 250)
                .credit("112", 250));
        assertThatThrownBy(() -> endYear(2005)).hasMessageContaining("year-open-month");
        close(YearMonth.of(2005, 5));
        soften(YearMonth.of(2005, 12));
        assertThatThrownBy(() -> carryYear("Sớm")).hasMessageContaining("year-not-ended");
        confirm(Role.CHIEF_ACCOUNTANT, endYear(2005));
        assertThat(List.of(balance("515", last), balance("6427", last), balance("911", last), balance("4212", last)))
                .containsExactly(0L, 0L, 0L, 650L);
        assertThatThrownBy(() -> endYear(2005)).hasMessageContaining("year-ended");
        confirm(Role.CHIEF_ACCOUNTANT, carryYear("Đầu năm"));
        assertThat(List.of(balance("4212", last.plusDays(1)), balance("4211", last.plusDays(1)))).containsExactly(0L, 650L);
        assertThatThrownBy(() -> carryYear("Nữa")).hasMessageContaining("year-carried");
        close(YearMonth.of(2005, 12));
        assertThatThrownBy(() -> ask(YearMonth.of(2005, 12))).hasMessageContaining("year-ended");
    }

    private void moneyIn(YearMonth... months) {
        for (YearMonth month : months) {
            books.posted(Entries.transfer(month.atDay(3), 31));
        }
    }

    private void close(YearMonth month) {
        books.by(Role.CHIEF_ACCOUNTANT, () -> close.close(month));
    }

    private void soften(YearMonth month) {
        books.by(Role.CHIEF_ACCOUNTANT, () -> softClose.close(month));
    }

    private int through(YearMonth month) {
        return books.as(Role.CHIEF_ACCOUNTANT, () -> closeThrough.close(month));
    }

    private BookProposal ask(YearMonth month) {
        return books.as(Role.CHIEF_ACCOUNTANT, () -> reopen.propose(month, "Bỏ sót chứng từ"));
    }

    private BookProposal propose(LocalDate day) {
        return books.as(Role.ACCOUNTANT, () -> proposeManualEntry.propose(new ManualEntry(day, "Bút toán thử",
                List.of(new ManualEntry.Row("6427", 12, 0, null, null), new ManualEntry.Row("112", 0, 12, null, null))), "Chứng từ 15"));
    }

    private BookProposal endYear(int year) {
        return books.as(Role.ACCOUNTANT, () -> endYear.propose(year, "Cuối năm"));
    }

    private BookProposal carryYear(String why) {
        return books.as(Role.ACCOUNTANT, () -> carryYear.propose(2005, why));
    }

    private void confirm(Role role, BookProposal proposal) {
        books.by(role, () -> confirm.confirm(proposal.id()));
    }

    private Periods.State state(YearMonth month) {
        return books.as(Role.CHIEF_ACCOUNTANT, () -> periods.state(month));
    }

    private long balance(String account, LocalDate on) {
        return books.as(Role.ACCOUNTANT, () -> balances.of(account, on));
    }

    private List<String> states() {
        return jdbc.sql("select state from ledger.period where fund_id = ? order by month").param(books.fund())
                .query(String.class).list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

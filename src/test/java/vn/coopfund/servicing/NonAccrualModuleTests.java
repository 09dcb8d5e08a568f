package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;

class NonAccrualModuleTests extends RiskModuleTest {

    // 500,000,000 · 6.6 % · 90 / 365, then 437,500,000 · 6.6 % · 25 / 365 through 10 May, 46 / 365 through 31 May
    private static final long FIRST_ROW = 8_136_986;
    private static final long THROUGH_10_MAY = FIRST_ROW + 1_977_740;
    private static final long THROUGH_31_MAY = FIRST_ROW + 3_639_041;

    @Test
    void groupTwoReversesWhatIsNotCollectedAndNotesIt() {
        long loan = lent(false);
        paid(loan, 1_000_000, on(5, 10));
        assertThat(inBooks("1388", loan)).isEqualTo(THROUGH_10_MAY);
        classify(on(5, 31));
        assertThat(inBooks("1388", loan)).isZero();
        assertThat(inBooks("515", loan)).isZero();
        assertThat(noted("941", loan)).isEqualTo(THROUGH_31_MAY);
        booksAgree(loan);
    }

    @Test
    void interestReceivedIsThenIncomeAndLeavesMemorandum() {
        long loan = lent(false);
        paid(loan, 1_000_000, on(5, 10));
        classify(on(5, 31));
        businessDay.moveTo(on(6, 15));
        RepaymentResult paid = paid(loan, file(loan).toPayToday(), on(6, 15));
        assertThat(paid.allocated().interest()).isEqualTo(FIRST_ROW);
        long charges = paid.allocated().overdueInterest() + paid.allocated().lateInterest();
        assertThat(inBooks("515", loan)).isEqualTo(FIRST_ROW + charges);
        assertThat(inBooks("1388", loan)).isZero();
        // earned through 15/06 and not due: 437,500,000 · 6.6 % · 61 / 365
        assertThat(noted("941", loan)).isEqualTo(4_825_685);
        booksAgree(loan);
    }

    @Test
    void whatIsTakenBackLaterIsNotedAgainOnTheDayOfTheContraEntry() {
        long loan = lent(false);
        paid(loan, 1_000_000, on(5, 10));
        classify(on(5, 31));
        businessDay.moveTo(on(6, 15));
        RepaymentResult mistaken = paid(loan, file(loan).toPayToday(), on(6, 15));
        businessDay.moveTo(on(6, 20));
        reversed(loan, mistaken.id());
        assertThat(jdbc.sql("""
                select booked_on from ledger.entry where source_fact = :fact
                union all select booked_on from ledger.memorandum_entry where source_fact = :fact""")
                .param("fact", "reversal:repayment:" + mistaken.id()).query(LocalDate.class).list())
                .hasSize(2).containsOnly(on(6, 15));
        // as if it had never come: the first row, and what was earned through 15/06 and is not due
        assertThat(noted("941", loan)).isEqualTo(FIRST_ROW + 4_825_685);
    }

    @Test
    void previewShowsTheSameLines() {
        long loan = lent(false);
        paid(loan, 1_000_000, on(5, 10));
        classify(on(5, 31));
        assertThat(as(staff.with(Role.ACCOUNTANT), () -> preview.preview(Subject.loan(loan),
                new Receipt(vn.coopfund.money.Dong.of(70_000_000), on(6, 1), Channel.BANK, "FT-preview", null))).entries())
                .singleElement().satisfies(lines -> assertThat(lines).extracting("account")
                        .containsExactly("112", "1283", "515"));
    }

    @Test
    void backInGroupOneAccruesAgainFromThatDay() {
        long loan = lent(false);
        classify(on(5, 31));
        paid(loan, 71_807_049, on(6, 15));
        paid(loan, 69_698_973, on(7, 15));
        classify(on(9, 30));
        assertThat(file(loan).officialGroup()).isEqualTo(1);
        // approved on 01/10: 375,000,000 · 6.6 % · 77 / 365 from 15/07 through 30/09 stays noted
        assertThat(noted("941", loan)).isEqualTo(5_221_233);
        assertThat(inBooks("1388", loan)).isZero();
        paid(loan, 1_000_000, on(10, 14));
        // 91 / 365 is 6,170,548 in all; the 14 days of October are accrued
        assertThat(inBooks("1388", loan)).isEqualTo(6_170_548 - 5_221_233);
        assertThat(inBooks("33881", loan)).isEqualTo(1_000_000);
        businessDay.moveTo(on(10, 15));
        paid(loan, 67_738_356, on(10, 15));
        // 6,238,356 of interest: the noted 5,221,233 first, then what was accrued
        assertThat(noted("941", loan)).isZero();
        assertThat(inBooks("1388", loan)).isZero();
        booksAgree(loan);
    }

    @Test
    void interestOfEarlierYearsIsExpense() {
        takeYears(2);
        long loan = lent(500_000_000, false, 2, 12);
        paid(loan, 1_000, on(12, 31));
        paid(loan, 1_000, LocalDate.of(year + 1, 1, 20));
        classify(LocalDate.of(year + 1, 1, 31));
        // in the first year 500,000,000 · 6.6 % · 350 / 365 = 31,643,836, of which the first 1,000 are collected;
        // the row is 33,000,000, then 250,000,000 · 6.6 % · 16 / 365
        assertThat(balances.ofLoan("635", loan, FOREVER)).isEqualTo(31_643_836 - 1_000);
        assertThat(noted("941", loan)).isEqualTo(33_000_000 - 1_000 + 723_288);
        booksAgree(loan);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void booksAgreeAfterAnyHistory(long seed) {
        takeYears(2);
        Random random = new Random(seed);
        long loan = lent(300_000_000, false, 6, 2);
        LocalDate day = on(1, 20);
        LocalDate end = day.plusMonths(13);
        while (day.isBefore(end) && file(loan).isRunning()) {
            LocalDate next = day.plusDays(5 + random.nextInt(25));
            for (LocalDate close = day; close.isBefore(next); close = close.plusDays(1)) {
                if (vn.coopfund.calendar.DayCloseStep.isMonthEnd(close)) {
                    classify(close);
                    booksAgree(loan);
                } else if (close.getDayOfMonth() == 15) {
                    closeDay(close);
                }
            }
            businessDay.moveTo(next);
            if (!file(loan).isRunning()) {
                break;
            }
            LocalDate value = next.minusDays(random.nextInt(4)).isBefore(on(1, 15)) ? next : next.minusDays(random.nextInt(4));
            pay(loan, 1 + random.nextInt(40_000_000), value);
            booksAgree(loan);
            day = next;
        }
    }

    @org.springframework.beans.factory.annotation.Autowired
    PreviewRepayment preview;
}

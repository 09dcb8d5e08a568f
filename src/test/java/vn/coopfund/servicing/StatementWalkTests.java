package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.schedule.WorkingDays;

/** What a statement says of interest is what a borrower finds with a pencil, whatever the day count. */
class StatementWalkTests {

    private static final LocalDate LENT_ON = LocalDate.of(2027, 10, 31);

    /** 120 m at 10 %, due 30/11, 31/12, 31/01/2028 and 29/02, of which nothing is ever paid. */
    private static List<StatementLine> unpaid(DayCount dayCount) {
        RepaymentTerms terms = RepaymentTerms.lend(120_000_000, LENT_ON).at(QuotedRate.aYear("10"), dayCount)
                .repay(RepaymentMethod.BULLET, 4, Rhythm.months(1)).terms();
        LoanTerms loan = new LoanTerms(terms, BigDecimal.valueOf(150), BigDecimal.TEN, OverdueScope.INSTALMENT);
        return new StatementWalk(loan, Map.of(), List.of()).walk(RunningLoan.of(loan, WorkingDays.WEEKENDS_OFF,
                List.of(new LoanFact.Disbursement(LENT_ON, 0, 120_000_000))).moments(LocalDate.of(2028, 4, 14)));
    }

    @ParameterizedTest
    @CsvSource({"ACT_365, 30/365, 31/365, 31/365, 29/365", "ACT_360, 30/360, 31/360, 31/360, 29/360",
        "ACT_ACT_ISDA, 30/365, 31/365, (1/365 + 30/366), 29/366", "THIRTY_360, 30/360, 30/360, 30/360, 30/360"})
    void rowsSayTheDaysThatWereCounted(DayCount dayCount, String first, String second, String third, String fourth) {
        assertThat(unpaid(dayCount)).filteredOn(line -> line.kind() == StatementLine.Kind.DUE)
                .extracting(line -> line.args()[5]).containsExactly(first, second, third, fourth);
    }

    @ParameterizedTest
    @EnumSource(DayCount.class)
    void everyChargeIsWhatItsWordsComeTo(DayCount dayCount) {
        List<StatementLine> charges = unpaid(dayCount).stream().filter(line -> line.charged().total() != 0).toList();
        assertThat(charges).extracting(StatementLine::kind).contains(StatementLine.Kind.DUE,
                StatementLine.Kind.OVERDUE_INTEREST, StatementLine.Kind.LATE_INTEREST);
        // interest is rounded on each of the four rows that it is owed on
        assertThat(charges).allSatisfy(line -> assertThat(line.charged().total()).isCloseTo(byHand(line.args()), within(4L)));
    }

    @Test
    void rowsAreChargedToTheDong() {
        assertThat(unpaid(DayCount.THIRTY_360)).filteredOn(line -> line.kind() == StatementLine.Kind.DUE)
                .extracting(line -> line.charged().total()).containsOnly(120_000_000L / 10 * 30 / 360);
    }

    /** The last three words of a charge: a balance × percent a year × part of a year. */
    private static long byHand(Object[] args) {
        BigDecimal balance = new BigDecimal(args[args.length - 3].toString().replaceAll("\\D", ""));
        BigDecimal percent = new BigDecimal(args[args.length - 2].toString().replace(',', '.'));
        BigDecimal years = BigDecimal.ZERO;
        for (String fraction : args[args.length - 1].toString().replaceAll("[()]", "").split(" \\+ ")) {
            String[] parts = fraction.split("/");
            years = years.add(new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), MathContext.DECIMAL64));
        }
        return balance.multiply(percent).movePointLeft(2).multiply(years).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}

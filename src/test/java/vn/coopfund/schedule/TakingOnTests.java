package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.coopfund.schedule.Loans.due;
import static vn.coopfund.schedule.Loans.interest;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.coopfund.schedule.LoanFact.Arrear;

/** The usual loan as the old books had it on 15/06/2026, row 1 unpaid for 61 days; seven rows are to come. */
class TakingOnTests {

    private static final long SHARE = 62_500_000;
    private static final LocalDate ON = LocalDate.parse("2026-06-15");
    private static final Arrear FIRST_ROW = new Arrear(LocalDate.parse("2026-04-15"), SHARE, 8_136_986, 1_034_075,
            135_988);
    private static final List<PrincipalDue> COMING = List.of(due("2026-07-15", SHARE), due("2026-10-15", SHARE),
            due("2027-01-15", SHARE), due("2027-04-15", SHARE), due("2027-07-15", SHARE), due("2027-10-15", SHARE),
            due("2028-01-15", SHARE));

    private static Loans terms() {
        return Loans.signed(RepaymentTerms.lend(500_000_000 - SHARE, ON).at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                .repay(COMING));
    }

    private static Loans takenOn() {
        return terms().happened(new LoanFact.TakenOn(ON, 0, 500_000_000, List.of(FIRST_ROW), 4_825_685));
    }

    @Test
    void standsAsInTheOldBooks() {
        LoanPosition position = takenOn().at("2026-06-15");
        assertThat(position.due()).isEqualTo(71_807_049);
        assertThat(position.principalOutstanding()).isEqualTo(500_000_000);
        assertThat(position.disbursed()).isEqualTo(500_000_000);
        assertThat(position.interestAccrued()).isEqualTo(4_825_685);
        assertThat(position.interestEarned()).isEqualTo(8_136_986 + 4_825_685);
        assertThat(position.payoffQuote().total()).isEqualTo(514_132_734);
        assertThat(position.daysPastDue()).isEqualTo(61);
    }

    @Test
    void showsTheArrearsBeforeTheRowsToCome() {
        List<RowPosition> rows = takenOn().at("2026-06-15").rows();
        assertThat(rows).hasSize(8);
        assertThat(rows).extracting(RowPosition::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(rows.get(0).dueOn()).isEqualTo("2026-04-15");
        assertThat(rows.get(0).days()).isZero();
        assertThat(rows.get(0).balance()).isEqualTo(500_000_000 - SHARE);
        assertThat(rows.get(0).state()).isEqualTo(InstalmentState.OVERDUE);
        assertThat(rows.get(1).from()).isEqualTo("2026-06-15");
        assertThat(rows.get(2).from()).isEqualTo("2026-07-15");
        assertThat(rows.get(7).balance()).isZero();
        // what had accrued falls due with the first row to come: 61 days of the old books and 30 here
        assertThat(rows.get(1).interest()).isEqualTo(7_198_973).isEqualTo(interest(437_500_000, 91, "6.6"));
    }

    @Test
    void runsOnLikeTheLoanItWas() {
        Loans taken = takenOn();
        Loans grown = Loans.disbursed();
        for (String day : List.of("2026-07-15", "2026-08-01", "2027-12-31", "2028-06-30")) {
            LoanPosition was = grown.at(day);
            LoanPosition is = taken.at(day);
            assertThat(is.principalDue()).isEqualTo(was.principalDue());
            assertThat(is.daysPastDue()).isEqualTo(was.daysPastDue());
            // the old books' figures are whole đồng
            assertThat(Math.abs(is.due() - was.due())).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void chargesTheOldArrearsFromTheTakingOn() {
        LoanPosition position = takenOn().at("2026-06-25");
        assertThat(position.overdueInterest()).isEqualTo(1_034_075 + interest(SHARE, 10, "9.9"));
        assertThat(position.lateInterest()).isEqualTo(135_988 + interest(8_136_986, 10, "10"));
    }

    @Test
    void paysTheOldestArrearFirst() {
        Arrear older = new Arrear(LocalDate.parse("2026-01-15"), 10, 20, 30, 40);
        Loans loan = terms().happened(new LoanFact.TakenOn(ON, 0, 500_000_010, List.of(FIRST_ROW, older), 0))
                .pay("2026-06-15", SHARE + 10 + 20);
        LoanPosition position = loan.at("2026-06-15");
        assertThat(position.rows().get(0).dueOn()).isEqualTo("2026-01-15");
        assertThat(position.rows().get(0).isUnpaid()).isFalse();
        assertThat(position.rows().get(1).interestUnpaid()).isEqualTo(8_136_986);
        assertThat(position.daysPastDue()).isEqualTo(61);
        assertThat(loan.at("2026-06-15").rows().get(0).overdueInterest()).isEqualTo(30);
    }

    @Test
    void takesOnALoanInGoodOrder() {
        LoanPosition position = Loans.signed(RepaymentTerms.lend(437_500_000, ON)
                .at(QuotedRate.aYear("6.6"), DayCount.ACT_365).repay(COMING))
                .happened(new LoanFact.TakenOn(ON, 0, 437_500_000, List.of(), 4_825_685)).at("2026-07-15");
        assertThat(position.due()).isEqualTo(SHARE + 7_198_973);
        assertThat(position.rows()).hasSize(7);
        assertThat(position.rows().get(0).from()).isEqualTo("2026-06-15");
    }

    @Test
    void takesOnALoanThatIsDueInFull() {
        Arrear all = new Arrear(LocalDate.parse("2026-04-15"), 500_000_000, 8_136_986, 0, 0);
        LoanPosition position = terms().happened(new LoanFact.TakenOn(ON, 0, 500_000_000, List.of(all), 0))
                .at("2026-08-01");
        assertThat(position.principalDue()).isEqualTo(500_000_000);
        assertThat(position.interestAccrued()).isZero();
        assertThat(position.rows().subList(1, 8)).extracting(RowPosition::principal).containsOnly(0L);
    }

    @Test
    void canBePaidOffRightAway() {
        LoanPosition position = takenOn().pay("2026-06-15", 514_132_734, EarlyRepayment.PAYOFF).at("2026-07-01");
        assertThat(position.settledOn()).isEqualTo("2026-06-15");
    }

    @Test
    void refusesALoanThatHasBegun() {
        LoanFact taking = new LoanFact.TakenOn(ON, 1, 500_000_000, List.of(), 0);
        Loans disbursed = Loans.disbursed().happened(taking);
        assertThatThrownBy(() -> disbursed.at("2026-06-15")).isInstanceOf(ImpossibleFact.class);
        Loans late = Loans.signed(Loans.usualTerms()).happened(taking);
        assertThatThrownBy(() -> late.at("2026-06-15")).isInstanceOf(ImpossibleFact.class);
    }

    @Test
    void refusesArrearsThatCannotBe() {
        assertThatThrownBy(() -> new LoanFact.TakenOn(ON, 0, SHARE - 1, List.of(FIRST_ROW), 0))
                .isInstanceOf(IllegalArgumentException.class);
        Arrear tomorrow = new Arrear(ON.plusDays(1), 1, 1, 1, 1);
        assertThatThrownBy(() -> new LoanFact.TakenOn(ON, 0, SHARE, List.of(tomorrow), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoanFact.TakenOn(ON, 0, -1, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoanFact.TakenOn(ON, 0, 1, List.of(), -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new LoanFact.TakenOn(ON, 0, SHARE, List.of(new Arrear(ON, SHARE, 0, 0, 0)), 0).arrears()).hasSize(1);
    }
}

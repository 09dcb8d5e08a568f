package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.PayoffQuote;
import vn.coopfund.web.Refusal;

class RepaymentModuleTests extends LoanModuleTest {

    static final LocalDate SIXTY_ONE_DAYS_LATE = LocalDate.of(2026, 6, 15);

    @Autowired
    QuotePayoff quotePayoff;
    @Autowired
    DeclineProposal declineProposal;
    @Autowired
    Proposals proposals;
    @Autowired
    PreviewRepayment previewRepayment;

    @Test
    void onTheDueDateMeetsInterestThenPrincipal() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        RepaymentResult paid = pay(loan, 70_636_986, FIRST_DUE);
        assertThat(paid.allocated()).isEqualTo(new Allocation(62_500_000, 8_136_986, 0, 0, 0));
        LoanFile file = file(loan);
        assertThat(file.position().principalOutstanding()).isEqualTo(437_500_000);
        assertThat(file.nextDue().dueOn()).isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(balanceOf("515", loan)).isEqualTo(8_136_986);
        assertThat(balanceOf("33881", loan)).isZero();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(437_500_000));
    }

    @Test
    void sixtyOneDaysLateOwesWhatTheDefinitionsSay() {
        long loan = disbursed(false);
        businessDay.moveTo(SIXTY_ONE_DAYS_LATE);
        LoanFile file = file(loan);
        assertThat(file.toPayToday()).isEqualTo(71_807_049);
        assertThat(file.position().overdueInterest()).isEqualTo(1_034_075);
        assertThat(file.position().lateInterest()).isEqualTo(135_988);
        assertThat(file.position().interestAccrued()).isEqualTo(4_825_685);
        assertThat(file.daysPastDue()).isEqualTo(61);
        assertThat(file.debtGroup()).isEqualTo(3);
        assertThat(quote(loan, SIXTY_ONE_DAYS_LATE).total()).isEqualTo(514_132_734);
    }

    @Test
    void lateMoneyMeetsPrincipalFirstAndOverdueInterestIsIncomeWhenItComes() {
        long loan = disbursed(false);
        businessDay.moveTo(SIXTY_ONE_DAYS_LATE);
        RepaymentResult paid = pay(loan, 71_807_049, SIXTY_ONE_DAYS_LATE);
        assertThat(paid.allocated()).isEqualTo(new Allocation(62_500_000, 8_136_986, 1_034_075, 135_988, 0));
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
        // earned in term 8,136,986 + 4,825,685, of which 8,136,986 is paid
        assertThat(balanceOf("1388", loan)).isEqualTo(4_825_685);
        assertThat(balanceOf("515", loan)).isEqualTo(8_136_986 + 4_825_685 + 1_034_075 + 135_988);
        assertThat(file(loan).daysPastDue()).isZero();
    }

    @Test
    void payOffSettlesAndTheBooksAreEmpty() {
        long loan = disbursed(false);
        businessDay.moveTo(SIXTY_ONE_DAYS_LATE);
        assertThatThrownBy(() -> pay(loan, 514_132_733, SIXTY_ONE_DAYS_LATE, EarlyRepayment.PAYOFF))
                .isInstanceOf(Refusal.class).hasMessageContaining("payoff-short");
        RepaymentResult paid = pay(loan, 514_132_734, SIXTY_ONE_DAYS_LATE, EarlyRepayment.PAYOFF);
        assertThat(paid.allocated()).isEqualTo(new Allocation(500_000_000, 12_962_671, 1_034_075, 135_988, 0));
        assertThat(file(loan).loan().settledOn()).isEqualTo(SIXTY_ONE_DAYS_LATE);
        assertThat(file(loan).nextDue()).isNull();
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.ZERO);
    }

    @Test
    void moreThanIsDueIsTheBorrowersCreditUntilTheNextDueDate() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        RepaymentResult paid = pay(loan, 80_000_000, FIRST_DUE);
        assertThat(paid.allocated().credit()).isEqualTo(80_000_000 - 70_636_986);
        assertThat(balanceOf("33881", loan)).isEqualTo(9_363_014);
        close(LocalDate.of(2026, 7, 14));
        assertThat(balanceOf("33881", loan)).isEqualTo(9_363_014);
        close(LocalDate.of(2026, 7, 15));
        // the credit meets the interest of row 2 (7,198,973) and 2,164,041 of its principal
        assertThat(balanceOf("33881", loan)).isZero();
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000 - 2_164_041);
        assertThat(file(loan).position().principalOutstanding()).isEqualTo(437_500_000 - 2_164_041);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(437_500_000 - 2_164_041));
    }

    @Test
    void everyInstalmentOnTimeSettlesTheLoanOnItsLastDay() {
        long loan = disbursed(false);
        long[] payments = {70_636_986, 69_698_973, 68_738_356, 67_698_630, 66_568_493, 65_585_274, 64_579_452, 63_539_726};
        for (int row = 0; row < payments.length; row++) {
            LocalDate due = FIRST_DUE.plusMonths(3L * row);
            businessDay.moveTo(due);
            pay(loan, payments[row], due);
        }
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(balanceOf("515", loan)).isEqualTo(37_045_890);
    }

    @Test
    void nextInstalmentsCanBePaidEarly() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        RepaymentResult paid = pay(loan, 70_636_986 + 62_500_000, FIRST_DUE, EarlyRepayment.NEXT);
        assertThat(paid.allocated().principal()).isEqualTo(125_000_000);
        assertThat(balanceOf("1283", loan)).isEqualTo(375_000_000);
        assertThat(jdbc.sql("select max(version) from servicing.schedule_version where loan_id = ?").param(loan)
                .query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void refusesImpossibleReceiptsInPlainWords() {
        long loan = disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 1, 20));
        assertThatThrownBy(() -> pay(loan, 1_000, LocalDate.of(2026, 1, 21))).hasMessageContaining("refused.future");
        assertThatThrownBy(() -> pay(loan, 1_000, LocalDate.of(2026, 1, 14))).hasMessageContaining("before-disbursement");
        assertThatThrownBy(() -> pay(loan, 0, LocalDate.of(2026, 1, 20))).hasMessageContaining("amount-positive");
        long undisbursed = signed(false);
        assertThatThrownBy(() -> pay(undisbursed, 1_000, SIGNED)).hasMessageContaining("refused.state");
        assertThatThrownBy(() -> pay(99, 1_000, SIGNED)).hasMessageContaining("not-found");
    }

    @Test
    void refusesMoneyOnASettledLoan() {
        long loan = disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 1, 20));
        pay(loan, quote(loan, businessDay.today()).total(), businessDay.today(), EarlyRepayment.PAYOFF);
        assertThatThrownBy(() -> pay(loan, 1_000, businessDay.today())).isInstanceOf(Refusal.class)
                .hasMessageContaining("refused.state");
    }

    @Test
    void takesABankReferenceOnce() {
        long loan = disbursed(false);
        Receipt receipt = new Receipt(Dong.of(1_000), DISBURSED, Channel.BANK, "FT26015-" + loan, null);
        Actor accountant = staff.with(Role.ACCOUNTANT);
        as(accountant, () -> takeRepayment.take(Subject.loan(loan), receipt));
        assertThatThrownBy(() -> as(accountant, () -> takeRepayment.take(Subject.loan(loan), receipt)))
                .isInstanceOf(Refusal.class).hasMessageContaining("reference-known");
    }

    @Test
    void learnedWithinFiveDaysIsPostedByItsValueDate() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(5));
        RepaymentResult paid = pay(loan, 70_636_986, FIRST_DUE);
        assertThat(paid.state()).isEqualTo(RepaymentResult.State.POSTED);
        assertThat(paid.allocated()).isEqualTo(new Allocation(62_500_000, 8_136_986, 0, 0, 0));
        assertThat(file(loan).position().overdueInterest()).isZero();
    }

    @Test
    void learnedLaterWaitsForASecondPersonWhoIsNotTheFirst() {
        Actor both = staff.named("ketoan-kiem-truong", Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(6));
        RepaymentResult waits = as(both, () -> takeRepayment.take(Subject.loan(loan),
                new Receipt(Dong.of(70_636_986), FIRST_DUE, Channel.BANK, "FT-late-" + loan, null)));
        assertThat(waits.state()).isEqualTo(RepaymentResult.State.PENDING);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        assertThat(proposals.pending(loan)).hasSize(1);
        assertThatThrownBy(() -> as(both, () -> confirmProposal.confirm(waits.id()))).isInstanceOf(Refusal.class)
                .hasMessageContaining("own-proposal");
        Decided posted = as(staff.with(Role.CHIEF_ACCOUNTANT), () -> confirmProposal.confirm(waits.id()));
        assertThat(posted.receipt().allocated()).isEqualTo(new Allocation(62_500_000, 8_136_986, 0, 0, 0));
        assertThat(balanceOf("1283", loan)).isEqualTo(437_500_000);
        assertThat(proposals.pending(loan)).isEmpty();
        assertThatThrownBy(() -> as(staff.with(Role.CHIEF_ACCOUNTANT), () -> confirmProposal.confirm(waits.id())))
                .hasMessageContaining("proposal-decided");
    }

    @Test
    void notAcceptedByTheSecondPersonPostsNothing() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(30));
        RepaymentResult waits = pay(loan, 70_636_986, FIRST_DUE);
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            declineProposal.decline(waits.id(), "Không có trong sao kê");
            return null;
        });
        assertThat(proposals.pending(loan)).isEmpty();
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
    }

    @Test
    void backDatedMoneyMovesLaterReceiptsByOneNetAdjustment() {
        long straight = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(2));
        pay(straight, 30_000_000, FIRST_DUE);
        pay(straight, 45_000_000, FIRST_DUE.plusDays(2));
        businessDay.moveTo(DISBURSED);
        long backDated = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(2));
        pay(backDated, 45_000_000, FIRST_DUE.plusDays(2));
        pay(backDated, 30_000_000, FIRST_DUE);
        for (String account : List.of("1283", "1388", "515", "33881", "112")) {
            assertThat(balanceOf(account, backDated)).as(account).isEqualTo(balanceOf(account, straight));
        }
        assertThat(file(backDated).position().due()).isEqualTo(file(straight).position().due());
        assertThat(jdbc.sql("select count(*) from servicing.reallocation where loan_id = ?").param(backDated)
                .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void previewShowsWhatTheActThenDoes() {
        long loan = disbursed(false);
        businessDay.moveTo(SIXTY_ONE_DAYS_LATE);
        PreviewRepayment.Preview preview = previewRepayment.preview(Subject.loan(loan),
                new Receipt(Dong.of(71_807_049), SIXTY_ONE_DAYS_LATE, Channel.BANK, "FT-preview", null));
        assertThat(preview.entries()).hasSize(2);
        assertThat(preview.entries().get(0)).extracting("account").containsExactly("1388", "515");
        assertThat(preview.entries().get(1)).extracting("account").containsExactly("112", "1283", "1388", "515");
        assertThat(preview.allocated()).isEqualTo(pay(loan, 71_807_049, SIXTY_ONE_DAYS_LATE).allocated());
    }

    private PayoffQuote quote(long loan, LocalDate on) {
        return as(staff.with(Role.ACCOUNTANT), () -> quotePayoff.quote(Subject.loan(loan), on));
    }
}

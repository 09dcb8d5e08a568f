package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.Allocation;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** Receipts that waited for a second person while something was decided on their loan. */
class LateReceiptModuleTests extends LoanModuleTest {

    static final LocalDate CAME_IN = LocalDate.of(2026, 2, 2);
    static final LocalDate SETTLED = LocalDate.of(2026, 3, 2);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Autowired
    RefundCredit refundCredit;
    @Autowired
    DeclineProposal declineProposal;
    @Autowired
    MockMvc mvc;

    @Test
    void onALoanSettledMeanwhileTheMoneyBecomesCreditThatIsPaidBack() {
        long loan = disbursed(false);
        RepaymentResult waits = waits(loan, null);
        settle(loan);
        RepaymentResult taken = confirmed(waits);
        assertThat(taken.allocated()).isEqualTo(new Allocation(0, 0, 0, 0, 20_000_000));
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(file(loan).position().credit()).isEqualTo(20_000_000);
        assertThat(valueDate(taken)).isEqualTo(SETTLED);
        assertThat(balanceOf("33881", loan)).isEqualTo(20_000_000);
        assertThat(withCredit()).contains(loan);
        Proposed refund = as(staff.with(Role.ACCOUNTANT), () -> refundCredit.propose(Subject.loan(loan),
                new RefundTerms(Dong.of(20_000_000), Channel.BANK, "2500 · Agribank"), "Khoản vay đã tất toán"));
        confirm(refund, Role.CHIEF_ACCOUNTANT);
        assertThat(file(loan).position().credit()).isZero();
        assertThat(balanceOf("33881", loan)).isZero();
        assertThat(withCredit()).doesNotContain(loan);
    }

    @Test
    void aLatePayoffOvertakenByAnotherIsCreditToo() {
        long loan = disbursed(false);
        businessDay.moveTo(TODAY);
        long quote = as(staff.with(Role.ACCOUNTANT), () -> loans.file(loan)).position().payoffQuote().total();
        RepaymentResult waits = as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan),
                new Receipt(Dong.of(quote), CAME_IN, Channel.BANK, "FT-late-payoff-" + loan, EarlyRepayment.PAYOFF)));
        settle(loan);
        assertThat(confirmed(waits).allocated().credit()).isEqualTo(quote);
    }

    @Test
    void onceTheSettlementIsTakenBackItCountsOnItsOwnDay() {
        long loan = disbursed(false);
        RepaymentResult waits = waits(loan, null);
        long settlement = settle(loan).id();
        confirm(reverse(loan, settlement), Role.CHIEF_ACCOUNTANT);
        assertThat(valueDate(confirmed(waits))).isEqualTo(CAME_IN);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.ACTIVE);
    }

    @Test
    void onALoanRestructuredMeanwhileItCountsFromThatDay() {
        long loan = disbursed(false);
        RepaymentResult waits = waits(loan, null);
        restructured(loan, new RestructureTerms(RestructureTerms.Kind.EXTEND, List.of(
                new PrincipalDue(LocalDate.of(2028, 6, 15), 500_000_000)), null));
        assertThat(valueDate(confirmed(waits))).isEqualTo(TODAY);
    }

    @Test
    void whoDecidesReadsWhatConfirmingMeansAndMayDecline() throws Exception {
        long loan = disbursed(false);
        RepaymentResult waits = waits(loan, null);
        settle(loan);
        mvc.perform(get("/proposals/" + waits.id()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("khoản vay đã tất toán ngày 02/03/2026")));
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> declineProposal.decline(waits.id(), "Tiền của khoản vay khác"));
        assertThat(file(loan).position().credit()).isZero();
    }

    @Test
    void moneyOfNowIsStillNotTakenOnASettledLoan() {
        long loan = disbursed(false);
        businessDay.moveTo(TODAY);
        settle(loan);
        assertThatThrownBy(() -> pay(loan, 1_000_000, TODAY)).hasMessageContaining("servicing.refused.state");
    }

    private RepaymentResult waits(long loan, EarlyRepayment early) {
        businessDay.moveTo(TODAY);
        RepaymentResult waits = pay(loan, 20_000_000, CAME_IN, early);
        assertThat(waits.state()).isEqualTo(RepaymentResult.State.PENDING);
        return waits;
    }

    /** By a pay-off whose day two people agreed on. */
    private RepaymentResult settle(long loan) {
        businessDay.moveTo(SETTLED);
        long quote = file(loan).position().payoffQuote().total();
        RepaymentResult settled = pay(loan, quote, SETTLED, EarlyRepayment.PAYOFF);
        businessDay.moveTo(TODAY);
        return settled;
    }

    private RepaymentResult confirmed(RepaymentResult waits) {
        return as(staff.with(Role.CHIEF_ACCOUNTANT), () -> confirmProposal.confirm(waits.id())).receipt();
    }

    private List<Long> withCredit() {
        return as(staff.with(Role.ACCOUNTANT), () -> loans.list(new Loans.Filter(null, null, false, true),
                SortBy.of(null, "-signed", Loans.COLUMNS), new PageOf.Wish(0, 1000))).page().items().stream()
                .map(Loans.Row::id).toList();
    }

    private LocalDate valueDate(RepaymentResult taken) {
        return jdbc.sql("select value_date from servicing.repayment where id = ?").param(taken.id()).query(LocalDate.class).single();
    }
}

package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

class TakeOnLoanModuleTests extends LoanModuleTest {

    static final LocalDate TAKEN_ON = LocalDate.of(2026, 6, 15);

    DayCount dayCount;
    OverdueScope overdueScope;
    @Autowired
    TakeOnLoan takeOnLoan;
    @Autowired
    Processes processes;
    @Autowired
    LoanStatements loanStatements;
    @Autowired
    Rehearsal rehearsal;

    @Test
    void opensTheBooksAndRunsOnFromThatDay() {
        long loan = takenOn("A");
        LoanFile file = file(loan);
        assertThat(file.loan().state()).isEqualTo(LoanState.ACTIVE);
        assertThat(file.position().principalOutstanding()).isEqualTo(300_000_000);
        assertThat(file.position().principalDue()).isEqualTo(50_000_000);
        assertThat(file.position().interestDue()).isEqualTo(4_000_000);
        assertThat(file.position().overdueInterest()).isEqualTo(200_000);
        assertThat(file.position().lateInterest()).isEqualTo(10_000);
        assertThat(file.position().interestAccrued()).isEqualTo(1_500_000);
        // overdue since 15 April
        assertThat(file.daysPastDue()).isEqualTo(61);
        assertThat(file.loan().restructureCount()).isEqualTo(1);
        assertThat(balanceOf("1283", loan)).isEqualTo(300_000_000);
        // brought along in group 3: its interest, 4,000,000 due and 1,500,000 accrued, is noted and not receivable
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(uncollected(loan)).isEqualTo(5_500_000);
        assertThat(balanceOf("33888", loan)).isEqualTo(300_000_000);
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(300_000_000));
        assertThat(processes.runs("loan-repayment", Subject.loan(loan))).isTrue();
        assertThat(loanStatements.of(loan).get(0).kind()).isEqualTo(StatementLine.Kind.TAKEN_ON);
        assertThat(loanStatements.of(loan).get(0).after())
                .isEqualTo(new StatementLine.Balances(300_000_000, 4_000_000, 1_500_000, 200_000, 10_000, 0));
    }

    @Test
    void interestOfALoanInGroupOneIsReceivable() {
        businessDay.moveTo(TAKEN_ON);
        long loan = confirm(propose(terms("H", 300_000_000, "33888", 1)), Role.CHIEF_ACCOUNTANT).loanId();
        assertThat(balanceOf("1388", loan)).isEqualTo(5_500_000);
        assertThat(uncollected(loan)).isZero();
        assertThat(balanceOf("33888", loan)).isEqualTo(305_500_000);
    }

    @Test
    void isPaidOffLikeAnyOther() {
        long loan = takenOn("B");
        LocalDate later = TAKEN_ON.plusDays(30);
        businessDay.moveTo(later);
        // in term 250,000,000 · 7.3 % · 30 / 365 = 1,500,000 more
        assertThat(file(loan).position().interestAccrued()).isEqualTo(3_000_000);
        pay(loan, file(loan).position().payoffQuote().total(), later, EarlyRepayment.PAYOFF);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(balanceOf("1388", loan)).isZero();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.ZERO);
    }

    @Test
    void runsOnByTheConventionsOfItsOldContract() {
        businessDay.moveTo(TAKEN_ON);
        long loan = confirm(propose(onConventions(DayCount.ACT_360, OverdueScope.WHOLE_BALANCE)), Role.CHIEF_ACCOUNTANT).loanId();
        businessDay.moveTo(TAKEN_ON.plusDays(30));
        // the whole 300,000,000 runs at 7.3 % · 150 %: 300,000,000 · 10.95 % · 30 / 360 = 2,737,500 beside the 200,000 brought
        assertThat(file(loan).position().overdueInterest()).isEqualTo(2_937_500);
        assertThat(file(loan).position().interestAccrued()).isEqualTo(1_500_000);
    }

    @Test
    void countsDaysAndArrearsAsTheRegulationDoesWhereTheOldContractIsSilent() {
        businessDay.moveTo(TAKEN_ON);
        long waits = propose(onConventions(null, null)).id();
        assertThat(jdbc.sql("select details::text from servicing.proposal where id = ?").param(waits).query(String.class).single())
                .contains("ACT_365", "INSTALMENT");
    }

    @Test
    void countsInTheTermOfItsFirstDisbursement() {
        long loan = takenOn("C");
        assertThat(jdbc.sql("select first_disbursed_on from servicing.taken_on where loan_id = ?").param(loan)
                .query(LocalDate.class).single()).isEqualTo(LocalDate.of(2024, 4, 15));
        assertThatThrownBy(() -> pay(loan, 1_000, TAKEN_ON.minusDays(1))).hasMessageContaining("before-disbursement");
    }

    @Test
    void waitsForTheChiefAccountant() {
        businessDay.moveTo(TAKEN_ON);
        Proposed waits = propose(terms("D", 300_000_000, "33888"));
        assertThatThrownBy(() -> propose(terms("D", 300_000_000, "33888"))).hasMessageContaining("contract-asked");
        assertThat(waits.loanId()).isNull();
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> takeOnLoan.propose(terms("E", 300_000_000, "33888"), "x")))
                .isInstanceOf(NotAllowed.class);
        confirm(waits, Role.CHIEF_ACCOUNTANT);
        assertThatThrownBy(() -> propose(terms("D", 300_000_000, "33888"))).hasMessageContaining("contract-known");
    }

    @Test
    void saysWhatDoesNotFitTogether() {
        businessDay.moveTo(TAKEN_ON);
        assertThatThrownBy(() -> propose(terms("F", 300_000_001, "33888"))).isInstanceOf(Refusal.class).hasMessageContaining("rows-sum");
        assertThatThrownBy(() -> propose(terms("F", 300_000_000, "4118"))).hasMessageContaining("source-needed");
        assertThatThrownBy(() -> propose(terms("F", 300_000_000, "999"))).hasMessageContaining("account-unknown");
        assertThatThrownBy(() -> propose(terms("F", 300_000_000, "1283"))).hasMessageContaining("account-unfit");
        assertThatThrownBy(() -> propose(terms("F", 300_000_000, "3388"))).hasMessageContaining("account-unfit");
        assertThatThrownBy(() -> propose(with(arrear(LocalDate.of(2024, 4, 15), 50_000_000, 1), 3))).hasMessageContaining("arrears-too-early");
        assertThatThrownBy(() -> propose(with(arrear(LocalDate.of(2026, 4, 15), 0, 0), 3))).hasMessageContaining("arrears-empty");
        assertThatThrownBy(() -> propose(with(arrear(LocalDate.of(2026, 4, 15), 50_000_000, Long.MAX_VALUE), 3)))
                .hasMessageContaining("amount-large");
        // unpaid since 15 April: 46 days at the end of May, which is group 3
        assertThatThrownBy(() -> propose(with(arrear(LocalDate.of(2026, 4, 15), 50_000_000, 0), 2))).hasMessageContaining("better-than-days");
        assertThatThrownBy(() -> propose(terms(" ", 300_000_000, "33888"))).hasMessageContaining("contractNumber");
    }

    @Test
    void rehearsalShowsTheOpeningBalances() {
        businessDay.moveTo(TAKEN_ON);
        Rehearsal.Scene scene = as(staff.with(Role.ACCOUNTANT), () ->
                rehearsal.of(() -> takeOnLoan.propose(terms("G", 300_000_000, "33888"), "Sổ cũ")));
        assertThat(scene.entries()).singleElement().satisfies(lines ->
                assertThat(lines).extracting("account").containsExactly("1283", "33888"));
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.ZERO);
    }

    private long takenOn(String number) {
        businessDay.moveTo(TAKEN_ON);
        return confirm(propose(terms(number, 300_000_000, "33888")), Role.CHIEF_ACCOUNTANT).loanId();
    }

    private Proposed propose(TakeOnTerms terms) {
        return as(staff.with(Role.ACCOUNTANT), () -> takeOnLoan.propose(terms, "Chuyển từ sổ Excel"));
    }

    private long uncollected(long loan) {
        return jdbc.sql("select coalesce(sum(increase - decrease), 0) from ledger.memorandum_entry where loan_id = ? and account = '941'")
                .param(loan).query(Long.class).single();
    }

    private TakeOnTerms terms(String number, long principal, String account) {
        return terms(number, principal, account, 3);
    }

    /** In group 1 its arrears are of 25 May: 6 days past due at the last month end. */
    private TakeOnTerms terms(String number, long principal, String account, int group) {
        return terms(number, principal, account, group, new LoanFact.Arrear(
                group == 1 ? LocalDate.of(2026, 5, 25) : LocalDate.of(2026, 4, 15), 50_000_000, 4_000_000, 200_000, 10_000));
    }

    private TakeOnTerms with(LoanFact.Arrear arrear, int group) {
        return terms("F", 300_000_000, "33888", group, arrear);
    }

    private TakeOnTerms onConventions(DayCount days, OverdueScope scope) {
        dayCount = days;
        overdueScope = scope;
        return terms("K", 300_000_000, "33888", 3);
    }

    private static LoanFact.Arrear arrear(LocalDate dueOn, long principal, long interest) {
        return new LoanFact.Arrear(dueOn, principal, interest, 0, 0);
    }

    private TakeOnTerms terms(String number, long principal, String account, int group, LoanFact.Arrear arrear) {
        return new TakeOnTerms(borrower, number.isBlank() ? number : number + borrower + "/2024/HĐTD", LocalDate.of(2024, 4, 10),
                "Nhà lưới trồng rau", LocalDate.of(2024, 4, 15), new BigDecimal("7.3"), new BigDecimal("150"), new BigDecimal("10"),
                dayCount, overdueScope, false, null, principal, List.of(new PrincipalDue(LocalDate.of(2026, 10, 15), 125_000_000),
                        new PrincipalDue(LocalDate.of(2027, 4, 15), 125_000_000)),
                List.of(arrear),
                1_500_000, 1, group, account, null);
    }
}

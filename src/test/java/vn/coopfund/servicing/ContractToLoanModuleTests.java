package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Rounding;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.Cases;
import vn.coopfund.origination.ContractPaper;
import vn.coopfund.origination.Contracts;
import vn.coopfund.products.RegulationDrafts;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.Tranche;
import vn.coopfund.schedule.WorkingDayRule;
import vn.coopfund.web.Refusal;

/** From the regulation of the day and what the officer chooses, by the contract, to the running loan. */
class ContractToLoanModuleTests extends ModuleTest {

    @Autowired
    Cases cases;
    @Autowired
    Applications applications;
    @Autowired
    Contracts contracts;
    @Autowired
    ContractPaper paper;
    @Autowired
    RegulationDrafts regulation;
    @Autowired
    LoanDesk desk;
    @Autowired
    BusinessDay businessDay;

    LocalDate today;

    @BeforeEach
    void prepare() {
        today = businessDay.today();
        regulation.clear();
    }

    @AfterEach
    void putBack() {
        regulation.putBack();
    }

    private Subject approved(String cooperative) {
        return cases.approved(cases.cooperative(cooperative), Cases.secured(240_000_000));
    }

    private LoanTerms signed(Subject subject, Map<String, ?> choices) {
        cases.complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, choices);
        cases.complete(subject, "Task_SignContract", Role.DIRECTOR, Map.of());
        return loan(subject);
    }

    private LoanTerms loan(Subject subject) {
        return desk.look(applications.byId(subject.id()).loanId()).terms();
    }

    @Test
    void completesByItsFormAloneAsTheRegulationHasIt() {
        Subject subject = approved("usual-terms");
        LoanTerms loan = signed(subject, Map.of());
        assertThat(loan.repayment().method()).isEqualTo(RepaymentMethod.EQUAL_PRINCIPAL);
        assertThat(loan.repayment().instalments()).isEqualTo(24 / 3);
        assertThat(loan.repayment().firstDueOn()).isEqualTo(today.plusMonths(3));
        assertThat(loan.repayment().rate().percent()).isEqualByComparingTo("6.6");
    }

    @Test
    void carriesTheRegulationAndTheChoicesToTheLoan() {
        regulation.inForce(Map.ofEntries(Map.entry("rate", "0.6"), Map.entry("rateUnit", "MONTH"),
                Map.entry("rateConversion", "TIMES_12"), Map.entry("overdueFactor", "140"),
                Map.entry("lateInterestRate", "9"), Map.entry("overdueScope", "WHOLE_BALANCE"),
                Map.entry("dayCount", "THIRTY_360"), Map.entry("interestRounding", "HALF_EVEN"),
                Map.entry("workingDays", "NEXT"), Map.entry("interestFollows", "false"),
                Map.entry("instalmentMultiple", "1000"), Map.entry("interestEvery", "1"),
                Map.entry("allocationInTerm", "PRINCIPAL,INTEREST,LATE_INTEREST,OVERDUE_INTEREST"),
                Map.entry("allocationOverdue", "INTEREST,PRINCIPAL,LATE_INTEREST,OVERDUE_INTEREST")));
        Subject subject = approved("all-terms");

        LoanTerms loan = signed(subject, Map.of("method", "EQUAL_PRINCIPAL", "monthsBetween", 6, "principalGrace", 1,
                "tranches", today.plusDays(0) + " 140.000.000\n" + today.plusMonths(2) + ": 100.000.000 đ"));

        var terms = loan.repayment();
        assertThat(terms.rate().percent()).isEqualByComparingTo("0.6");
        assertThat(terms.rate().yearly()).isEqualTo(vn.coopfund.schedule.Rate.percentAYear(new BigDecimal("7.2")));
        assertThat(terms.instalments()).isEqualTo(24 / 6);
        assertThat(terms.principalGrace()).isEqualTo(1);
        assertThat(terms.interestEvery()).isEqualTo(Rhythm.months(1));
        assertThat(terms.instalmentMultiple()).isEqualTo(1_000);
        assertThat(terms.dayCount()).isEqualTo(DayCount.THIRTY_360);
        assertThat(terms.interestRounding()).isEqualTo(Rounding.HALF_EVEN);
        assertThat(terms.workingDays()).isEqualTo(WorkingDayRule.NEXT);
        assertThat(terms.interestFollows()).isFalse();
        assertThat(terms.tranches()).containsExactly(new Tranche(today, 140_000_000),
                new Tranche(today.plusMonths(2), 100_000_000));
        assertThat(loan.overduePercent()).isEqualByComparingTo("140");
        assertThat(loan.latePercent()).isEqualByComparingTo("9");
        assertThat(loan.overdueScope()).isEqualTo(OverdueScope.WHOLE_BALANCE);
        assertThat(loan.inTermOrder()).containsExactly(Part.PRINCIPAL, Part.INTEREST, Part.LATE_INTEREST, Part.OVERDUE_INTEREST);
        assertThat(loan.overdueOrder()).containsExactly(Part.INTEREST, Part.PRINCIPAL, Part.LATE_INTEREST, Part.OVERDUE_INTEREST);
        assertThat(paper.pdf(subject.id())).isNotEmpty();
    }

    @Test
    void signedLoanStaysWhateverTheRegulationSaysLater() {
        Subject subject = approved("frozen-terms");
        cases.complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        LoanTerms drawnUp = contracts.of(subject.id()).orElseThrow().terms();

        regulation.inForce(Map.of("dayCount", "ACT_360", "overdueScope", "WHOLE_BALANCE", "overdueFactor", "120"));
        cases.complete(subject, "Task_SignContract", Role.DIRECTOR, Map.of());

        assertThat(loan(subject)).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(drawnUp);
        assertThat(signed(approved("later-terms"), Map.of()).repayment().dayCount()).isEqualTo(DayCount.ACT_360);
    }

    @Test
    void takesSeasonalRows() {
        Subject subject = approved("seasonal");
        LoanTerms loan = signed(subject, Map.of("method", "CUSTOM", "principals",
                today.plusMonths(6) + " 0\n" + today.plusMonths(12) + " 140.000.000\n" + today.plusMonths(24) + " 100.000.000"));
        assertThat(loan.repayment().every()).isNull();
        assertThat(loan.repayment().principals()).containsExactly(new PrincipalDue(today.plusMonths(6), 0),
                new PrincipalDue(today.plusMonths(12), 140_000_000), new PrincipalDue(today.plusMonths(24), 100_000_000));
        assertThat(paper.pdf(subject.id())).isNotEmpty();
    }

    @Test
    void namesWhatIsWrongAtItsField() {
        Subject subject = approved("wrong-terms");
        refuses(subject, Map.of("tranches", "mai 1"), "tranches", "origination.rows.unreadable");
        refuses(subject, Map.of("tranches", today + " 1.000"), "tranches", "schedule.sum");
        refuses(subject, Map.of("tranches", today.plusDays(1) + " 240.000.000"), "tranches", "schedule.tranches.first");
        refuses(subject, Map.of("principalGrace", 8), "principalGrace", "schedule.grace.tooLong");
        refuses(subject, Map.of("interestEvery", 2), "interestEvery", "schedule.interestEvery.divides");
        refuses(subject, Map.of("method", "EQUAL_INSTALMENT", "interestEvery", 1), "interestEvery",
                "schedule.interestEvery.method");
        refuses(subject, Map.of("method", "CUSTOM"), "principals", "origination.principals.needed");
        refuses(subject, Map.of("method", "CUSTOM", "principals", today.plusMonths(25) + " 240.000.000"), "principals",
                "origination.term.beyond");
        refuses(subject, Map.of("principals", today.plusMonths(5) + " 240.000.000"), "principals",
                "schedule.principals.method");
        refuses(subject, Map.of("firstDueOn", today.plusMonths(4).toString()), "firstDueOn", "origination.term.beyond");
        refuses(subject, Map.of("firstDueOn", today.toString()), "firstDueOn", "schedule.firstDueOn.after");
        refuses(subject, Map.of("monthsBetween", 0), "monthsBetween", "origination.months-between.term");
    }

    private void refuses(Subject subject, Map<String, ?> choices, String field, String code) {
        assertThatThrownBy(() -> cases.complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, choices))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .anySatisfy(reason -> {
                            assertThat(reason.field()).isEqualTo(field);
                            assertThat(reason.code()).isEqualTo(code);
                        }));
    }

    @Test
    void regulationSaysWhoDecidesAndWhoMayBorrow() {
        regulation.inForce(Map.of("directorSecuredLimit", "100000000"));
        Subject above = cases.beforeDecision(cases.cooperative("above-limit"), Cases.secured(100_000_001));
        assertThat(cases.openTasks(above)).contains("Task_CallCouncil").doesNotContain("Task_DecideApplication");
        Subject within = cases.beforeDecision(cases.cooperative("within-limit"), Cases.secured(100_000_000));
        assertThat(cases.openTasks(within)).containsExactly("Task_DecideApplication");

        regulation.inForce(Map.of("borrowerKinds", "UNION,PERSON"));
        Subject other = cases.submitted(cases.cooperative("not-eligible"), Cases.secured(50_000_000));
        cases.complete(other, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        assertThat(cases.openTasks(other)).contains("Task_HandleIneligible");
    }
}

package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.schedule.WorkingDays;

/**
 * One formula: the lines that the replay leaves behind, carried on by the close's one statement, give on any day what
 * the replay gives for that day; on every day count, scope and rounding, after any payments.
 */
class SubLedgerPropertiesModuleTests extends LoanModuleTest {

    @Autowired
    Standings standings;
    @Autowired
    AccrueInterest accrueInterest;
    @Autowired
    LoanRepository repository;

    /** A contract: the loan begins on {@code lentOn}. */
    record Contract(DayCount dayCount, OverdueScope scope, Rounding rounding, RepaymentMethod method, LocalDate lentOn,
            int monthsBetween, BigDecimal rate) {

        LoanTerms terms() {
            RepaymentTerms repayment = RepaymentTerms.lend(500_000_000, lentOn)
                    .at(QuotedRate.aYear(rate.toPlainString()), dayCount)
                    .repay(method, 8, Rhythm.months(monthsBetween)).interestRounding(rounding).terms();
            return new LoanTerms(repayment, new BigDecimal("150"), new BigDecimal("10"), scope);
        }
    }

    /** So many days after the one before; {@code paid} is 0 where the ledger is only looked at. */
    record Happening(int daysAfter, long paid) {
    }

    @BeforeProperty
    void joinTheSharedContext() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        startInJanuary();
    }

    @AfterProperty
    void leave() {
        goBackToWhereItWas();
    }

    @Property(tries = 40)
    void subLedgerIsTheReplay(@ForAll("contracts") Contract contract, @ForAll("happenings") List<Happening> happenings) {
        long id = host(contract.dayCount());
        Loan loan = repository.findById(id).orElseThrow();
        List<LoanFact> facts = new ArrayList<>();
        facts.add(new LoanFact.Disbursement(contract.lentOn(), 0, 500_000_000));
        LocalDate day = contract.lentOn();
        LoanPosition known = put(loan, running(contract, facts).atClose(day));
        for (Happening next : happenings) {
            LocalDate from = day;
            day = day.plusDays(next.daysAfter());
            known = close(loan, running(contract, facts), known, from, day);
            assertThat(subLedger(id)).as("at the close of " + day).isEqualTo(figures(running(contract, facts).atClose(day)));
            if (next.paid() > 0) {
                facts.add(new LoanFact.Payment("p" + facts.size(), day, facts.size(), next.paid(), null));
                known = put(loan, running(contract, facts).atClose(day));
                assertThat(subLedger(id)).as("paid on " + day).isEqualTo(figures(known));
            }
        }
        forget(id);
    }

    private void forget(long loan) {
        jdbc.sql("delete from servicing.running_interest where loan_id = ?").param(loan).update();
        jdbc.sql("delete from servicing.standing where loan_id = ?").param(loan).update();
    }

    /** Events by replay, each on its day; the rest by one statement at the end. */
    private LoanPosition close(Loan loan, RunningLoan running, LoanPosition from, LocalDate after, LocalDate through) {
        LoanPosition known = from;
        for (LocalDate next = known.nextEventOn(); next != null && !next.isAfter(through); next = known.nextEventOn()) {
            assertThat(next).as("an event after the last").isAfter(known.day());
            known = put(loan, running.atClose(next));
        }
        transaction.executeWithoutResult(status -> accrueInterest.run(through));
        return known;
    }

    private LoanPosition put(Loan loan, LoanPosition position) {
        transaction.executeWithoutResult(status -> standings.put(loan, position));
        return position;
    }

    private static RunningLoan running(Contract contract, List<LoanFact> facts) {
        return RunningLoan.of(contract.terms(), WorkingDays.WEEKENDS_OFF, facts);
    }

    /** A loan of this day count for the lines to hang on; the lines themselves come from the property. */
    private long host(DayCount dayCount) {
        long id = jdbc.sql("select nextval('servicing.repayment_seq') + 900000000").query(Long.class).single();
        jdbc.sql("""
                insert into servicing.loan (id, fund_id, version, number, application_id, contract_number, borrower_id,
                    project_name, search_text, signed_on, state, principal, annual_rate, overdue_factor,
                    late_interest_rate, day_count, method, instalments, months_between, planned_on, first_due_on,
                    overdue_scope, allocation_in_term, allocation_overdue, secured, disbursed_on, drawn)
                values (:id, 1, 0, 'P' || :id, :id, 'P' || :id, :borrower, 'Thử', 'thu', date '1999-01-01', 'ACTIVE',
                    500000000, 6.6, 150, 10, :dayCount, 'EQUAL_PRINCIPAL', 8, 3, date '1999-01-01', date '1999-04-01',
                    'INSTALMENT', :order, :order, false, date '9999-01-01',
                    500000000)""")
                .param("id", id).param("borrower", borrower).param("dayCount", dayCount.name())
                .param("order", "INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST").update();
        return id;
    }

    private List<Long> subLedger(long loan) {
        return jdbc.sql("""
                select array[principal_outstanding, principal_due, interest_due, interest_earned, interest_accrued,
                             overdue_interest, late_interest, credit] from servicing.sub_ledger where loan_id = ?""")
                .param(loan).query((row, number) -> List.of((Long[]) row.getArray(1).getArray())).single();
    }

    private static List<Long> figures(LoanPosition position) {
        return List.of(position.principalOutstanding(), position.principalDue(), position.interestDue(),
                position.interestEarned(), position.interestAccrued(), position.overdueInterest(),
                position.lateInterest(), position.credit());
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return Combinators.combine(Arbitraries.of(DayCount.class), Arbitraries.of(OverdueScope.class),
                        Arbitraries.of(Rounding.class), Arbitraries.of(RepaymentMethod.EQUAL_PRINCIPAL,
                                RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.BULLET),
                        Arbitraries.integers().between(0, 1500).map(LocalDate.of(2022, 11, 1)::plusDays)
                                .flatMap(day -> Arbitraries.of(day, day.withDayOfMonth(day.lengthOfMonth()))),
                        Arbitraries.of(1, 3), Arbitraries.of("6.6", "4.8", "0", "7.3217").map(BigDecimal::new))
                .as(Contract::new);
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(Arbitraries.integers().between(1, 130),
                        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, Arbitraries.just(0L)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.longs().between(1, 120_000_000))))
                .as(Happening::new).list().ofMinSize(4).ofMaxSize(12);
    }

    @Property(tries = 200)
    void databaseRoundsAsTheCodeDoes(@ForAll("numerators") long numerator, @ForAll("wholes") long whole,
            @ForAll Rounding rounding) {
        assertThat(jdbc.sql("select servicing.rounded(?, ?, ?)")
                .params(BigDecimal.valueOf(numerator), BigDecimal.valueOf(whole), rounding.name()).query(Long.class).single())
                .isEqualTo(rounding.divide(BigInteger.valueOf(numerator), BigInteger.valueOf(whole)));
    }

    @Provide
    Arbitrary<Long> numerators() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 60), Arbitraries.longs().between(0, Long.MAX_VALUE / 4));
    }

    @Provide
    Arbitrary<Long> wholes() {
        return Arbitraries.oneOf(Arbitraries.longs().between(1, 12), Arbitraries.of(182_500L, 360L, 3_650L * 365 * 366));
    }
}

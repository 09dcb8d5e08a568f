package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanPosition;

/**
 * Loans whose debt groups are followed from month to month. Every test has years of its own, so that the month ends of
 * one are not those of another; the years divide like those of the golden vectors.
 */
public abstract class RiskModuleTest extends LoanModuleTest {

    protected static final LocalDate FOREVER = LocalDate.of(2199, 1, 1);
    private static final Map<Class<?>, Integer> SHARED = new ConcurrentHashMap<>();
    private static int nextYear = 2041;
    private static final AtomicLong CONTRACTS = new AtomicLong(900_000_000);

    @Autowired
    Classifications classifications;
    @Autowired
    ApproveClassification approveClassification;
    @Autowired
    protected OverrideDebtGroup overrideDebtGroup;
    @Autowired
    protected Memorandum memorandum;

    protected int year;

    /** Takes years that no other test has, the first of 365 days; by itself a test takes one. */
    protected void takeYears(int years) {
        year = free(years);
    }

    private static synchronized int free(int years) {
        int first = Year.isLeap(nextYear) ? nextYear + 1 : nextYear;
        nextYear = first + years;
        return first;
    }

    /** For tests that close no month: all of a class live in the same years. */
    protected void shareYears() {
        year = SHARED.computeIfAbsent(getClass(), one -> free(2));
    }

    /** A day of the test's first year. */
    protected LocalDate on(int month, int day) {
        if (year == 0) {
            takeYears(1);
        }
        return LocalDate.of(year, month, day);
    }

    /** The golden loan, paid out on 15 January of the test's year: 500,000,000 at 6.6 %, 8 quarterly equal principals. */
    protected long lent(boolean secured) {
        return lent(500_000_000, secured, 8, 3);
    }

    protected long lent(long principal, boolean secured, int instalments, int monthsBetween) {
        return lent(on(1, 15), principal, secured, instalments, monthsBetween);
    }

    /** Whose first tranche left on 15 January of the test's year; unsecured, 8 quarterly principals. */
    protected long lentInPart(long principal, long first) {
        return lent(on(1, 15), principal, first, false, 8, 3);
    }

    protected long lent(LocalDate day, long principal, boolean secured, int instalments, int monthsBetween) {
        return lent(day, principal, principal, secured, instalments, monthsBetween);
    }

    private long lent(LocalDate day, long principal, long first, boolean secured, int instalments, int monthsBetween) {
        businessDay.moveTo(day);
        long id = CONTRACTS.incrementAndGet();
        ContractSigned contract = new ContractSigned(Actors.FIRST_FUND, id, id, borrower, id + "/HĐTD-QHTX", day,
                "Kho lạnh", onArrears(RepaymentTerms.lend(principal, day).at(QuotedRate.aYear("6.6"), DayCount.ACT_365)
                        .repay(RepaymentMethod.EQUAL_PRINCIPAL, instalments, Rhythm.months(monthsBetween)).terms()),
                secured, secured ? "Nhà xưởng" : null);
        transaction.executeWithoutResult(status -> {
            exposures.reserve(borrower, id, contract.principal());
            publisher.publishEvent(contract);
        });
        approved(id, Map.of("amount", first));
        complete(id, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", day.toString()));
        return id;
    }

    protected void closeDay(LocalDate day) {
        close(day);
    }

    /** Closes the month end and makes its classification official, with any that an earlier test left open. */
    protected void classify(LocalDate monthEnd) {
        close(monthEnd);
        approveThrough(monthEnd);
    }

    protected void approveThrough(LocalDate monthEnd) {
        classifications.all().stream().filter(run -> !run.isApproved() && !run.asOf().isAfter(monthEnd))
                .sorted(Comparator.comparing(Classifications.Run::asOf))
                .forEach(run -> as(staff.with(Role.CHIEF_ACCOUNTANT), () -> approveClassification.approve(run.asOf())));
    }

    protected Classifications.Line line(long loan, LocalDate monthEnd) {
        return classifications.lines(monthEnd).stream().filter(line -> line.loanId() == loan).findFirst().orElseThrow();
    }

    protected long noted(String account, long loan) {
        return memorandum.balance(account, loan, FOREVER);
    }

    protected RepaymentResult paid(long loan, long amount, LocalDate day) {
        businessDay.moveTo(day);
        return pay(loan, amount, day);
    }

    /** Money that came on a day and was learned of later, with the second person's word. */
    protected void paidLate(long loan, long amount, LocalDate day, LocalDate learnedOn) {
        businessDay.moveTo(learnedOn);
        long waits = pay(loan, amount, day).id();
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> confirmProposal.confirm(waits));
    }

    /** Takes a receipt back, with the second person's word. */
    protected void reversed(long loan, long receipt) {
        confirm(reverse(loan, receipt), vn.coopfund.access.Role.CHIEF_ACCOUNTANT);
    }

    /** Pays all that is due that day. */
    protected void paidDue(long loan, LocalDate day) {
        businessDay.moveTo(day);
        paid(loan, file(loan).toPayToday(), day);
    }

    /** Pays the loan off. */
    protected void settle(long loan, LocalDate day) {
        businessDay.moveTo(day);
        pay(loan, position(loan).payoffQuote().total(), day, EarlyRepayment.PAYOFF);
    }

    protected LoanPosition position(long loan) {
        return file(loan).position();
    }

    protected String state(long loan) {
        return file(loan).loan().state().name();
    }

    protected List<Actor> councilMembers() {
        return people.withRole(Role.COUNCIL_MEMBER);
    }

    /** What limits further loans of the test's borrower, đồng. */
    protected long exposureOf() {
        return Dong.longOf(exposures.of(List.of(borrower)));
    }

    protected int official(long loan) {
        return file(loan).officialGroup();
    }

    protected long inBooks(String account, long loan) {
        return balanceOf(account, loan);
    }

    /** 1283 is the principal not written off; 1388 and memorandum are the in-term interest earned (as posted) and unpaid. */
    protected void booksAgree(long loan) {
        LoanFile file = file(loan);
        boolean written = file.loan().state() == LoanState.CHARGED_OFF;
        assertThat(inBooks("1283", loan)).isEqualTo(written ? 0 : file.position().principalOutstanding());
        long earned = jdbc.sql("select coalesce(sum(amount), 0)::bigint from servicing.accrual where loan_id = ?")
                .param(loan).query(Long.class).single();
        long collected = jdbc.sql("""
                select coalesce(sum(interest), 0)::bigint from (
                    select interest from servicing.repayment where loan_id = :loan
                    union all select interest from servicing.reallocation where loan_id = :loan) as posted""")
                .param("loan", loan).query(Long.class).single();
        if (!written) {
            assertThat(inBooks("1388", loan) + noted("941", loan)).isEqualTo(earned - collected);
        }
        assertThat(inBooks("1388", loan)).isNotNegative();
        assertThat(noted("941", loan)).isNotNegative();
        assertThat(file.officialGroup() == 1 || inBooks("1388", loan) == 0).isTrue();
    }
}

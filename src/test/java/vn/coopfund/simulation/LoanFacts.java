package vn.coopfund.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.LoanTerms;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.ConfirmProposal;
import vn.coopfund.servicing.DeclineProposal;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.QuotePayoff;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.RefundCredit;
import vn.coopfund.servicing.RefundTerms;
import vn.coopfund.servicing.ReverseDisbursement;
import vn.coopfund.servicing.ReverseRepayment;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.servicing.WaiveInterest;
import vn.coopfund.servicing.WaiverTerms;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** What happens to loans: they are signed, paid out, paid back, paid back late or by mistake, and forgiven a part. */
final class LoanFacts {

    /** What is never done: the bank's reference is known. */
    static final String AGAIN = "receipt a second time";

    private static final int MOST_LOANS = 6;
    private static final long MILLION = 1_000_000;
    private static final long LOAN_IDS = 7_000_000_000_000L;
    private static final long LOANS_OF_A_FUND = 1000;

    /** On the way to the cashier, each with who does it and how. */
    private static final List<Map.Entry<String, Role>> TO_THE_CASHIER = List.of(
            Map.entry("Task_ConfirmNoBadDebt", Role.LOAN_OFFICER), Map.entry("Task_PrepareDisbursement", Role.ACCOUNTANT),
            Map.entry("Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT), Map.entry("Task_ApproveDisbursement", Role.DIRECTOR));
    private static final Map<String, Map<String, String>> ANSWERS = Map.of("Task_ConfirmNoBadDebt",
            Map.of("outcome", "NO_BAD_DEBT"), "Task_CheckDisbursement", Map.of("outcome", "APPROVED"),
            "Task_ApproveDisbursement", Map.of("outcome", "APPROVED"));

    private static final String RUNNING = "select id from servicing.loan where fund_id = :fund "
            + "and state in ('PARTLY_DISBURSED', 'ACTIVE') order by id";

    private final Fund fund;

    LoanFacts(Fund fund) {
        this.fund = fund;
    }

    List<Fact> all() {
        return List.of(
                new Fact("contract signed", 6, this::contract),
                new Fact("loan paid out", 10, this::payout),
                new Fact("receipt", 14, this::receipt),
                new Fact("receipt learned late", 5, this::lateReceipt),
                new Fact(AGAIN, 2, this::receiptAgain),
                new Fact("pay-off", 1, this::payoff),
                new Fact("receipt to be taken back", 5, this::reversal),
                new Fact("credit to be paid back", 3, this::refund),
                new Fact("interest to be forgiven", 3, this::waiver),
                new Fact("payout to be taken back", 1, this::payoutBack),
                new Fact("act on a loan decided", 12, this::decision));
    }

    private Optional<Deed> contract() {
        long loans = fund.jdbc.sql("select count(*) from servicing.loan where fund_id = ?").param(fund.id).query(Long.class).single();
        if (loans >= MOST_LOANS) {
            return Optional.empty();
        }
        long id = LOAN_IDS + fund.id * LOANS_OF_A_FUND + loans;
        LocalDate today = fund.today();
        ContractSigned contract = new ContractSigned(fund.id, id, id, fund.one(fund.borrowers).orElseThrow(),
                id + "/HĐTD", today, "Nhà sơ chế", terms(today), false, null);
        return Optional.of(fund.deed(Role.DIRECTOR, Deed.Again.REFUSED, contract.principal() + " of loan " + loans,
                () -> fund.transaction.execute(status -> {
                    fund.the(Exposures.class).reserve(contract.borrowerId(), id, contract.principal());
                    fund.publish(contract);
                    return id;
                })));
    }

    private LoanTerms terms(LocalDate day) {
        boolean monthly = fund.chance(75);
        RepaymentTerms repayment = RepaymentTerms.lend(fund.between(20, 100) * MILLION, day)
                .at(QuotedRate.aYear(fund.one(List.of("6.6", "4.8", "7.3217")).orElseThrow()),
                        fund.one(List.of(DayCount.values())).orElseThrow())
                .repay(fund.one(List.of(RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.EQUAL_INSTALMENT,
                        RepaymentMethod.BULLET)).orElseThrow(), monthly ? 8 : 4, Rhythm.months(monthly ? 1 : 3)).terms();
        return new LoanTerms(repayment, new BigDecimal("150"), new BigDecimal("10"),
                fund.one(List.of(OverdueScope.values())).orElseThrow());
    }

    /** Of the way to the cashier only the last step is a fact. */
    private Optional<Deed> payout() {
        return fund.one("select id from servicing.loan where fund_id = :fund and state = 'CONTRACT_SIGNED' order by id").map(loan -> {
            TO_THE_CASHIER.forEach(step -> task(loan, step.getKey()).ifPresent(task -> fund.as(step.getValue(),
                    () -> fund.the(CompleteTask.class).complete(task.id(), ANSWERS.getOrDefault(step.getKey(), Map.of())))));
            String pays = task(loan, "Task_PayDisbursement").map(OpenTask::id).orElse("none");
            return fund.deed(Role.CASHIER, Deed.Again.REFUSED, words(loan),
                    () -> fund.the(CompleteTask.class).complete(pays, Map.of("paidOn", fund.today().toString())));
        });
    }

    private Optional<OpenTask> task(long loan, String key) {
        return fund.as(Role.ACCOUNTANT, () -> fund.the(Inbox.class).on(Subject.loan(loan))).stream()
                .filter(task -> task.key().equals(key)).findFirst();
    }

    private Optional<Deed> receipt() {
        return fund.one(RUNNING).map(loan -> {
            long due = fund.as(Role.ACCOUNTANT, () -> fund.the(Loans.class).file(loan)).toPayToday();
            long amount = due > 0 && fund.chance(60) ? due : due > 1 && fund.chance(50) ? fund.between(1, due)
                    : due + fund.between(1, 20 * MILLION);
            EarlyRepayment early = fund.chance(20) ? fund.one(List.of(EarlyRepayment.FEWER, EarlyRepayment.SMALLER,
                    EarlyRepayment.NEXT)).orElseThrow() : null;
            return take(loan, new Receipt(Dong.of(amount), fund.today().minusDays(fund.chance(60) ? 0 : fund.between(1, 5)),
                    channel(), reference(), early));
        });
    }

    private Optional<Deed> lateReceipt() {
        return fund.one(RUNNING).map(loan -> {
            LocalDate paidOut = fund.jdbc.sql("select disbursed_on from servicing.loan where id = ?").param(loan)
                    .query(LocalDate.class).single();
            long most = Math.max(6, Math.min(70, paidOut.until(fund.today(), java.time.temporal.ChronoUnit.DAYS)));
            return take(loan, new Receipt(Dong.of(fund.between(1, 15 * MILLION)), fund.today().minusDays(fund.between(6, most)),
                    channel(), reference(), null));
        });
    }

    private Optional<Deed> receiptAgain() {
        return fund.one("""
                select id from servicing.repayment where fund_id = :fund and channel = 'BANK' and reversed_on is null order by id""")
                .map(known -> {
                    record Taken(long loanId, long amount, String reference) {
                    }
                    Taken taken = fund.jdbc.sql("select loan_id, amount, reference from servicing.repayment where id = ?")
                            .param(known).query(Taken.class).single();
                    return take(taken.loanId(), new Receipt(Dong.of(taken.amount()), fund.today(), Channel.BANK,
                            taken.reference(), null));
                });
    }

    private Optional<Deed> payoff() {
        return fund.one(RUNNING).map(loan -> {
            long total = fund.as(Role.ACCOUNTANT, () -> fund.the(QuotePayoff.class).quote(Subject.loan(loan), fund.today()).total());
            return take(loan, new Receipt(Dong.of(Math.max(1, total)), fund.today(), Channel.BANK, reference(), EarlyRepayment.PAYOFF));
        });
    }

    private Deed take(long loan, Receipt receipt) {
        return fund.deed(Role.ACCOUNTANT, receipt.channel() == Channel.BANK ? Deed.Again.REFUSED : Deed.Again.MORE,
                words(loan) + " " + receipt.amount() + " " + receipt.channel() + " of " + receipt.valueDate() + " "
                        + (receipt.early() == null ? "" : receipt.early()),
                () -> fund.the(TakeRepayment.class).take(Subject.loan(loan), receipt));
    }

    private Channel channel() {
        return fund.chance(70) ? Channel.BANK : Channel.CASH;
    }

    private String reference() {
        return "FT" + fund.id + "R" + fund.next();
    }

    private Optional<Deed> reversal() {
        return fund.one("""
                select r.id from servicing.repayment r where r.fund_id = :fund and r.reversed_on is null and not exists (
                    select 1 from servicing.proposal p where p.target_id = r.id and p.kind = 'REVERSE_REPAYMENT' and p.state = 'PENDING')
                order by r.id""").map(receipt -> {
            long loan = fund.jdbc.sql("select loan_id from servicing.repayment where id = ?").param(receipt).query(Long.class).single();
            return fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, words(loan), () -> fund.the(ReverseRepayment.class)
                    .propose(Subject.loan(loan), receipt, "Ghi nhầm"));
        });
    }

    private Optional<Deed> refund() {
        return fund.one("""
                select s.loan_id from servicing.standing s join servicing.loan l on l.id = s.loan_id
                where l.fund_id = :fund and s.credit > 0 and not exists (select 1 from servicing.proposal p
                    where p.loan_id = l.id and p.kind = 'REFUND_CREDIT' and p.state = 'PENDING') order by 1""").map(loan -> {
            long credit = fund.jdbc.sql("select credit from servicing.standing where loan_id = ?").param(loan).query(Long.class).single();
            RefundTerms terms = new RefundTerms(Dong.of(fund.between(1, credit)), channel(), "2508201001234");
            return fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, words(loan) + " " + terms.amount(),
                    () -> fund.the(RefundCredit.class).propose(Subject.loan(loan), terms, "Theo đề nghị của HTX"));
        });
    }

    private Optional<Deed> waiver() {
        return fund.one("""
                select l.id from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.fund_id = :fund and l.state = 'ACTIVE' and s.next_due_on < (select day from calendar.business_day b
                    where b.fund_id = :fund) and not exists (select 1 from servicing.proposal p
                    where p.loan_id = l.id and p.kind = 'WAIVE_INTEREST' and p.state = 'PENDING') order by 1""").map(loan -> {
            LoanPosition now = fund.as(Role.LOAN_OFFICER, () -> fund.the(Loans.class).file(loan)).position();
            WaiverTerms terms = new WaiverTerms(fund.between(0, now.interestDue()), fund.between(0, now.overdueInterest()),
                    fund.between(0, now.lateInterest()), fund.chance(20));
            return fund.deed(Role.LOAN_OFFICER, Deed.Again.REFUSED, words(loan) + " " + terms,
                    () -> fund.the(WaiveInterest.class).propose(Subject.loan(loan), terms, "Mất mùa"));
        });
    }

    private Optional<Deed> payoutBack() {
        return fund.one("""
                select d.id from servicing.disbursement d join servicing.loan l on l.id = d.loan_id
                where l.fund_id = :fund and l.state = 'ACTIVE' and d.state = 'PAID' and not exists (
                    select 1 from servicing.repayment r where r.loan_id = l.id and r.reversed_on is null) order by 1""").map(paid -> {
            long loan = fund.jdbc.sql("select loan_id from servicing.disbursement where id = ?").param(paid).query(Long.class).single();
            LocalDate on = fund.today();
            return fund.deed(Role.ACCOUNTANT, Deed.Again.REFUSED, words(loan), () -> fund.the(ReverseDisbursement.class)
                    .propose(Subject.loan(loan), paid, on, "Ngân hàng trả lại"));
        });
    }

    private Optional<Deed> decision() {
        return fund.one("select id from servicing.proposal where fund_id = :fund and state = 'PENDING' order by id").map(waits -> {
            String kind = fund.jdbc.sql("select kind from servicing.proposal where id = ?").param(waits).query(String.class).single();
            Role decider = kind.equals("WAIVE_INTEREST") ? Role.DIRECTOR : Role.CHIEF_ACCOUNTANT;
            return fund.chance(85)
                    ? fund.deed(decider, Deed.Again.REFUSED, kind + " confirmed", () -> fund.the(ConfirmProposal.class).confirm(waits))
                    : fund.deed(decider, Deed.Again.REFUSED, kind + " declined", () -> fund.the(DeclineProposal.class)
                            .decline(waits, "Không đúng"));
        });
    }

    private static String words(long loan) {
        return "loan " + loan % LOANS_OF_A_FUND;
    }
}

package vn.coopfund.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.funding.CapitalSource;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.Exposures;
import vn.coopfund.ledger.Account;
import vn.coopfund.funding.FundingPostings;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** A live loan taken on, on the day it is confirmed: its opening balances posted, its process begun. */
@Component
class LoanTakenOn implements WaitingAct {

    private static final long LARGEST = Dong.longOf(Dong.LARGEST);
    private static final int MOST_RESTRUCTURINGS = 20;
    /** Old books bring a debt against capital or what the fund owes, never against another asset or a result. */
    private static final Set<Account.Kind> OPPOSITE = Set.of(Account.Kind.LIABILITY, Account.Kind.EQUITY);

    private final JdbcClient jdbc;
    private final Proposals proposals;
    private final LoanRepository loans;
    private final Positions positions;
    private final Standings standings;
    private final ScheduleVersions versions;
    private final Borrowers borrowers;
    private final CapitalSources sources;
    private final Accounts accounts;
    private final NumberSeries numbers;
    private final Exposures exposures;
    private final LoanJournal journal;
    private final LoanPostings postings;
    private final FundingPostings funding;
    private final OfficialGroups groups;
    private final DebtGroups debtGroups;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Processes processes;
    private final ApplicationEventPublisher publisher;

    LoanTakenOn(JdbcClient jdbc, Proposals proposals, LoanRepository loans, Positions positions, Standings standings,
            ScheduleVersions versions, Borrowers borrowers, CapitalSources sources, Accounts accounts,
            NumberSeries numbers, Exposures exposures, LoanJournal journal, LoanPostings postings, FundingPostings funding,
            OfficialGroups groups, DebtGroups debtGroups, BusinessDay businessDay, CaseEvents events, Processes processes,
            ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.proposals = proposals;
        this.loans = loans;
        this.positions = positions;
        this.standings = standings;
        this.versions = versions;
        this.borrowers = borrowers;
        this.sources = sources;
        this.accounts = accounts;
        this.numbers = numbers;
        this.exposures = exposures;
        this.journal = journal;
        this.postings = postings;
        this.funding = funding;
        this.groups = groups;
        this.debtGroups = debtGroups;
        this.businessDay = businessDay;
        this.events = events;
        this.processes = processes;
        this.publisher = publisher;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.TAKE_ON_LOAN;
    }

    void refuseWrong(TakeOnTerms terms) {
        LocalDate today = businessDay.today();
        Refusal.Problems problems = new Refusal.Problems();
        refuseMissing(terms, problems);
        problems.refuseIfAny();
        borrowers.byId(terms.borrowerId());
        problems.addIf(terms.firstDisbursedOn().isAfter(today), "firstDisbursedOn", "servicing.refused.future", today)
                .addIf(terms.signedOn().isAfter(terms.firstDisbursedOn()), "signedOn", "servicing.refused.signed-late")
                .addIf(terms.principal() <= 0, "principal", "servicing.refused.amount-positive")
                .addIf(terms.interestAccrued() < 0, "interestAccrued", "servicing.refused.amount-negative")
                .addIf(terms.interestAccrued() > LARGEST, "interestAccrued", "servicing.refused.amount-large", Dong.LARGEST)
                .addIf(isOutside(terms.annualRate(), 0, 20), "annualRate", "servicing.refused.outside", 0, 20)
                .addIf(isOutside(terms.overdueFactor(), 100, 150), "overdueFactor", "servicing.refused.outside", 100, 150)
                .addIf(isOutside(terms.lateInterestRate(), 0, 10), "lateInterestRate", "servicing.refused.outside", 0, 10)
                .addIf(terms.debtGroup() < 1 || terms.debtGroup() > 5, "debtGroup", "servicing.refused.outside", 1, 5)
                .addIf(terms.restructureCount() < 0 || terms.restructureCount() > MOST_RESTRUCTURINGS, "restructureCount",
                        "servicing.refused.outside", 0, MOST_RESTRUCTURINGS)
                .addIf(isLong(terms.contractNumber()), "contractNumber", "servicing.refused.too-long", ProposalDesk.LONGEST)
                .addIf(isLong(terms.projectName()), "projectName", "servicing.refused.too-long", ProposalDesk.LONGEST)
                .addIf(isLong(terms.security()), "security", "servicing.refused.too-long", ProposalDesk.LONGEST)
                .addIf(isKnown(terms.contractNumber()), "contractNumber", "servicing.refused.contract-known", terms.contractNumber());
        refuseWrongAccount(terms, problems);
        refuseWrongRows(terms, today, problems);
        problems.refuseIfAny();
        refuseBetterGroup(terms, today);
    }

    static void refuseMissing(TakeOnTerms terms, Refusal.Problems problems) {
        Map<String, Object> needed = new java.util.LinkedHashMap<>();
        needed.put("borrowerId", terms.borrowerId() == 0 ? null : "");
        needed.put("contractNumber", terms.contractNumber() == null || terms.contractNumber().isBlank() ? null : "");
        needed.put("projectName", terms.projectName() == null || terms.projectName().isBlank() ? null : "");
        needed.put("signedOn", terms.signedOn());
        needed.put("firstDisbursedOn", terms.firstDisbursedOn());
        needed.put("annualRate", terms.annualRate());
        needed.put("overdueFactor", terms.overdueFactor());
        needed.put("lateInterestRate", terms.lateInterestRate());
        needed.put("principal", terms.principal() == 0 ? null : "");
        needed.forEach((field, value) -> problems.addIf(value == null, field, "servicing.refused.required"));
        problems.addIf(terms.rows().isEmpty(), "rows", "servicing.refused.rows-needed");
    }

    private static boolean isLong(String text) {
        return text != null && text.length() > ProposalDesk.LONGEST;
    }

    private static boolean isOutside(BigDecimal rate, int least, int most) {
        return rate.compareTo(BigDecimal.valueOf(least)) < 0 || rate.compareTo(BigDecimal.valueOf(most)) > 0;
    }

    private boolean isKnown(String contractNumber) {
        return jdbc.sql("select exists (select 1 from servicing.loan where fund_id = ? and contract_number = ?)")
                .params(Actors.current().fundId(), contractNumber.strip()).query(Boolean.class).single();
    }

    /** The same contract, proposed and not decided. */
    boolean isAsked(String contractNumber) {
        return jdbc.sql("""
                select exists (select 1 from servicing.proposal where fund_id = ? and kind = 'TAKE_ON_LOAN'
                                 and state = 'PENDING' and details ->> 'contractNumber' = ?)""")
                .params(Actors.current().fundId(), contractNumber).query(Boolean.class).single();
    }

    private void refuseWrongAccount(TakeOnTerms terms, Refusal.Problems problems) {
        boolean capital = funding.isOwners(terms.account()) || funding.isOther(terms.account());
        CapitalSource source = sources.all().stream().filter(one -> terms.capitalSource() != null
                && one.id() == terms.capitalSource() && one.account().equals(terms.account())).findFirst().orElse(null);
        Account opposite = accounts.all().stream().filter(one -> one.code().equals(terms.account())).findFirst().orElse(null);
        problems.addIf(opposite == null, "account", "servicing.refused.account-unknown", terms.account())
                .addIf(opposite != null && !(opposite.leaf() && OPPOSITE.contains(opposite.kind())), "account",
                        "servicing.refused.account-unfit", terms.account())
                .addIf(capital && source == null, "capitalSource", "servicing.refused.source-needed", terms.account())
                .addIf(!capital && terms.capitalSource() != null, "capitalSource", "servicing.refused.source-needed", funding.accounts().get(1));
    }

    private static void refuseWrongRows(TakeOnTerms terms, LocalDate today, Refusal.Problems problems) {
        PrincipalRows.refuseWrong(terms.rows(), today, problems);
        Set<LocalDate> dates = new HashSet<>();
        for (LoanFact.Arrear arrear : terms.arrears()) {
            problems.addIf(arrear.dueOn() == null || arrear.dueOn().isAfter(today) || !dates.add(arrear.dueOn()), "arrears",
                            "servicing.refused.arrears-in-order", arrear.dueOn() == null ? today : arrear.dueOn())
                    .addIf(arrear.dueOn() != null && !arrear.dueOn().isAfter(terms.firstDisbursedOn()), "arrears",
                            "servicing.refused.arrears-too-early", arrear.dueOn(), terms.firstDisbursedOn())
                    .addIf(arrear.dueOn() != null && parts(arrear).allMatch(part -> part == 0), "arrears", "servicing.refused.arrears-empty",
                            arrear.dueOn())
                    .addIf(parts(arrear).anyMatch(part -> part > LARGEST), "arrears", "servicing.refused.amount-large", Dong.LARGEST);
        }
        problems.addIf(terms.arrears().size() > RepaymentTerms.MOST_ROWS, "arrears", "servicing.refused.rows-needed").refuseIfAny();
        long sum = PrincipalRows.sum(terms.rows()) + terms.arrearsPrincipal();
        problems.addIf(sum != terms.principal(), "rows", "servicing.refused.rows-sum", Dong.of(sum), Dong.of(terms.principal()));
    }

    private static LongStream parts(LoanFact.Arrear arrear) {
        return LongStream.of(arrear.principal(), arrear.interest(), arrear.overdueInterest(), arrear.lateInterest());
    }

    /** The official group is that of the last month end: arrears that were unpaid then say how bad it is at least. */
    private void refuseBetterGroup(TakeOnTerms terms, LocalDate today) {
        LocalDate monthEnd = today.withDayOfMonth(1).minusDays(1);
        int days = terms.arrears().stream().filter(arrear -> arrear.principal() + arrear.interest() > 0)
                .map(LoanFact.Arrear::dueOn).min(LocalDate::compareTo)
                .map(oldest -> (int) Math.max(0, ChronoUnit.DAYS.between(oldest, monthEnd))).orElse(0);
        int least = debtGroups.byRule(monthEnd, days, 0, false, false).byDays();
        if (terms.debtGroup() < least) {
            throw Refusal.invalid("debtGroup", "servicing.refused.better-than-days", days, monthEnd, least);
        }
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        refuseWrong(proposals.details(proposal, TakeOnTerms.class));
    }

    @Override
    public Done perform(Loan none, Proposal proposal, Long checkedBy) {
        recheck(none, proposal);
        TakeOnTerms terms = proposals.details(proposal, TakeOnTerms.class);
        LocalDate today = businessDay.today();
        Loan loan = loans.saveAndFlush(Loan.takenOn(
                jdbc.sql("select nextval('servicing.taken_on_loan_id_seq')").query(Long.class).single(),
                Actors.current().fundId(), numbers.nextWritten(CreateLoan.NUMBER_SYMBOL, today.getYear()), terms, today));
        exposures.takeOn(loan.borrowerId(), loan.id(), Dong.of(terms.principal()));
        keep(loan, terms, opened(loan, terms, proposal, checkedBy), proposal);
        proposals.nameLoan(proposal, loan.id());
        LoanPosition position = positions.at(loan, today);
        standings.put(loan, position);
        groups.put(loan, terms.debtGroup(), today, null);
        versions.keep(loan, ScheduleVersions.Reason.TAKEN_ON, position);
        events.tell(loan.subject(), "servicing.event.taken-on", loan.number(), terms.contractNumber(),
                Dong.of(terms.principal()), terms.firstDisbursedOn());
        processes.start("loan-repayment", loan.subject(), Map.of("secured", loan.secured()));
        publisher.publishEvent(new LoanBegan(loan.id(), today));
        return Done.of(loan.id());
    }

    /** Opening balances; the interest of a loan that comes in group 2 or worse is only noted. */
    private Posted opened(Loan loan, TakeOnTerms terms, Proposal proposal, Long checkedBy) {
        long receivable = terms.debtGroup() == 1 ? terms.interestBrought() : 0;
        NewEntry entry = postings.takenOn(loan, businessDay.today(), terms, receivable).madeBy(proposal.proposedBy());
        journal.note(loan, entry, terms.interestBrought() - receivable);
        return journal.postMoney(loan, checkedBy == null ? entry : entry.checkedBy(checkedBy));
    }

    /** The interest brought along is in the ledger from its first day. */
    private void keep(Loan loan, TakeOnTerms terms, Posted entry, Proposal proposal) {
        LocalDate today = businessDay.today();
        jdbc.sql("""
                insert into servicing.taken_on (loan_id, value_date, first_disbursed_on, principal, interest_accrued,
                    debt_group, account, entry_id, proposal_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(loan.id(), today, terms.firstDisbursedOn(), terms.principal(), terms.interestAccrued(),
                        terms.debtGroup(), terms.account(), entry.entryId(), proposal.id()).update();
        terms.arrears().forEach(arrear -> jdbc.sql("""
                insert into servicing.taken_on_arrear (loan_id, due_on, principal, interest, overdue_interest, late_interest)
                values (?, ?, ?, ?, ?, ?)""").params(loan.id(), arrear.dueOn(), arrear.principal(), arrear.interest(),
                        arrear.overdueInterest(), arrear.lateInterest()).update());
        if (terms.interestBrought() > 0) {
            jdbc.sql("""
                    insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id)
                    values (nextval('servicing.accrual_seq'), ?, ?, ?, ?, ?)""")
                    .params(loan.id(), today, terms.interestBrought(), entry.bookedOn(), entry.entryId()).update();
        }
    }
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.BankAccount;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.SignIns;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.RunningLoan;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** Finds loans for those who may see them: staff all of their fund's, a borrower its own. */
@Component
public class Loans {

    /** The columns by which the list is ordered, as its address names them. */
    public static final Map<String, String> COLUMNS = Map.of("number", "l.number", "borrower", "b.name",
            "principal", "l.principal", "outstanding", "s.principal_outstanding", "nextDue", "s.next_due_on",
            "daysPastDue", PAST_DUE(), "state", "l.state", "signed", "l.signed_on");

    private final LoanDesk desk;
    private final Positions positions;
    private final DebtGroups groups;
    private final Borrowers borrowers;
    private final SignIns signIns;
    private final DisbursementRepository disbursements;
    private final MoneyAtHand money;
    private final BackDating backDating;
    private final NewDates newDates;
    private final BusinessDay businessDay;
    private final BankAccounts banks;
    private final JdbcClient jdbc;

    Loans(LoanDesk desk, Positions positions, DebtGroups groups, Borrowers borrowers, SignIns signIns,
            DisbursementRepository disbursements, MoneyAtHand money, BackDating backDating, NewDates newDates,
            BusinessDay businessDay, BankAccounts banks, JdbcClient jdbc) {
        this.desk = desk;
        this.positions = positions;
        this.groups = groups;
        this.borrowers = borrowers;
        this.signIns = signIns;
        this.disbursements = disbursements;
        this.money = money;
        this.backDating = backDating;
        this.newDates = newDates;
        this.businessDay = businessDay;
        this.banks = banks;
        this.jdbc = jdbc;
    }

    /** A row of the list. {@code nextDueOn} is null where nothing is owed or nothing is paid out. */
    public record Row(long id, String number, Long applicationId, long borrowerId, String borrower,
            String projectName, LoanState state, MonetaryAmount principal, MonetaryAmount outstanding,
            LocalDate nextDueOn, int daysPastDue, int debtGroup, LocalDate signedOn, LocalDate disbursedOn) {

        Row in(int group) {
            return new Row(id, number, applicationId, borrowerId, borrower, projectName, state, principal, outstanding,
                    nextDueOn, daysPastDue, group, signedOn, disbursedOn);
        }
    }

    /** What narrows the list; null narrows nothing. */
    public record Filter(LoanState state, String text, boolean pastDue, boolean credit) {

        public Filter(LoanState state, String text, boolean pastDue) {
            this(state, text, pastDue, false);
        }
    }

    /** The page asked for, and the sums over all that the filter lets through; a cancelled loan is no loan in them. */
    public record Listed(PageOf<Row> page, MonetaryAmount principal, MonetaryAmount outstanding) {
    }

    /** The loan with how it stands today; another cooperative's is not there. */
    @Transactional(readOnly = true)
    public LoanFile file(long id) {
        Loan loan = desk.look(id);
        LocalDate today = businessDay.today();
        RunningLoan running = positions.of(loan);
        boolean active = loan.state().isRunning();
        DebtGroups.Standing group = groups.of(loan, today);
        LoanPosition position = running.at(loan.disbursedOn() == null ? loan.signedOn() : today);
        LoanPosition planned = loan.disbursedOn() == null ? asPlanned(loan) : position;
        return new LoanFile(loan.view(), borrowers.byId(loan.borrowerId()), position, planned.rows(), today,
                group.debtGroup(), group.criterion().name(), group.official(), active ? coming(running, position) : null);
    }

    private LoanPosition asPlanned(Loan loan) {
        LocalDate plannedOn = loan.conventions().plannedOn();
        return positions.with(loan, LoanFacts.disbursement(loan, plannedOn)).at(plannedOn);
    }

    private static LoanFile.Coming coming(RunningLoan running, LoanPosition today) {
        return today.rows().stream().filter(row -> row.isUnpaid() && row.dueOn().isAfter(today.day())).findFirst()
                .map(row -> running.at(row.dueOn())).map(then -> new LoanFile.Coming(then.day(),
                        Math.max(0, then.due() - then.credit()))).orElse(null);
    }

    @Transactional(readOnly = true)
    public Listed list(Filter filter, SortBy sort, PageOf.Wish wish) {
        Map<String, Object> params = params(filter);
        List<Row> rows = jdbc.sql(SELECT + FROM + sort.orderBy("l.id") + "limit " + wish.size() + " offset "
                + wish.offset()).params(params).query((row, number) -> row(row)).list();
        return jdbc.sql("select count(*) as n, coalesce(sum(l.principal) "
                + "filter (where l.state <> 'CANCELLED' or :state::text = 'CANCELLED'), 0)::bigint as principal, "
                + "coalesce(sum(s.principal_outstanding), 0)::bigint as outstanding" + FROM).params(params)
                .query((row, number) -> new Listed(
                        new PageOf<>(inGroups(rows), wish.page(), wish.size(), row.getLong("n")),
                        Dong.of(row.getLong("principal")), Dong.of(row.getLong("outstanding")))).single();
    }

    private List<Row> inGroups(List<Row> rows) {
        Map<Long, Integer> today = groups.of(rows.stream().map(Row::borrowerId).toList(), businessDay.today());
        return rows.stream().map(one -> one.in(today.getOrDefault(one.id(), 1))).toList();
    }

    /** The account to which the borrower is paid, by its file; empty where the file names none. */
    String borrowersAccount(long loanId) {
        BankAccount account = borrowers.forPaper(desk.look(loanId).borrowerId()).bank();
        return account == null || account.number() == null ? null : account.number()
                + (account.bank() == null ? "" : " · " + account.bank())
                + (account.holder() == null ? "" : " · " + account.holder());
    }

    /** What the tasks of a disbursement show: the loan, the payment as far as it is prepared, the money at hand. */
    Map<String, Object> shownAtDisbursement(long loanId) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("loan", file(loanId));
        DisbursementView disbursement = disbursement(loanId);
        shown.put("disbursement", disbursement);
        shown.put("backDated", disbursement != null && disbursement.isOnItsWay()
                && backDating.needsSecondPerson(disbursement.plannedOn()));
        shown.put("anew", newDates(loanId));
        shown.put("loanAccount", money.loanAccount());
        shown.put("moneyAccount", disbursement == null || disbursement.channel() == null ? null
                : money.account(disbursement.channel(), disbursement.bankAccount()));
        shown.put("payingAccounts", payingAccounts());
        shown.put("inBank", money.by(Channel.BANK));
        shown.put("inCash", money.by(Channel.CASH));
        return shown;
    }

    /** The rows of a schedule that the payment on its way proposes to agree anew; null where the dates stay. */
    private List<RepaymentSchedule.Row> newDates(long loanId) {
        Loan loan = desk.look(loanId);
        return disbursements.findByLoanIdOrderByTranche(loanId).stream().filter(Disbursement::isOnItsWay).findFirst()
                .map(payment -> newDates.proposed(loan, payment)).map(RepaymentSchedule::rows).orElse(null);
    }

    /** The fund's accounts at banks by id, as a payment names the one it leaves from. */
    public Map<Long, String> payingAccounts() {
        return banks.all().stream().collect(Collectors.toMap(one -> one.id(), one -> one.label()));
    }

    /** The latest payment of the loan to its borrower, as far as it came; null before the first is prepared. */
    @Transactional(readOnly = true)
    public DisbursementView disbursement(long loanId) {
        List<DisbursementView> all = disbursements(loanId);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Every payment of the loan to its borrower, tranche by tranche, those that came back too. */
    @Transactional(readOnly = true)
    public List<DisbursementView> disbursements(long loanId) {
        return disbursements.findByLoanIdOrderByTranche(desk.look(loanId).id()).stream().map(Disbursement::view).toList();
    }

    private Map<String, Object> params(Filter filter) {
        Actor actor = Actors.current();
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("fund", actor.fundId());
        params.put("staff", actor.isStaff() || actor.isSystem());
        params.put("own", signIns.borrowerOf(actor).orElse(0L));
        params.put("state", filter.state() == null ? null : filter.state().name());
        params.put("text", SearchText.patterns(filter.text()).toArray(String[]::new));
        params.put("pastDue", filter.pastDue());
        params.put("credit", filter.credit());
        params.put("today", businessDay.today());
        return params;
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(row.getLong("id"), row.getString("number"), row.getObject("application_id", Long.class),
                row.getLong("borrower_id"), row.getString("borrower"), row.getString("project_name"),
                LoanState.valueOf(row.getString("state")), Dong.of(row.getLong("principal")),
                Dong.of(row.getLong("principal_outstanding")), row.getObject("next_due_on", LocalDate.class),
                row.getInt("days_past_due"), 1,
                row.getObject("signed_on", LocalDate.class), row.getObject("disbursed_on", LocalDate.class));
    }

    private static String PAST_DUE() {
        return "case when l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED', 'CHARGED_OFF') and s.next_due_on < :today then :today::date - s.next_due_on else 0 end";
    }

    private static final String SELECT = "select l.*, b.name as borrower, s.principal_outstanding, s.next_due_on, "
            + PAST_DUE() + " as days_past_due";
    private static final String FROM = """
             from servicing.loan l join cooperatives.borrower b on b.id = l.borrower_id
             join servicing.standing s on s.loan_id = l.id
            where l.fund_id = :fund and (:staff or l.borrower_id = :own)
              and (:state::text is null or l.state = :state)
              and (not :credit or s.credit > 0)
              and (not :pastDue or l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED', 'CHARGED_OFF') and s.next_due_on < :today)
              and l.search_text || ' ' || b.search_text like all (:text)""";
}

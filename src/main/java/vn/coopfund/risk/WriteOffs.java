package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.ProvisionUse;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;

/** What the risk council is asked to write off, and the debts that are pursued in memorandum. */
@Component
public class WriteOffs {

    /** Out of the balance sheet, or for good five years later. */
    public enum Kind { CHARGE_OFF, FINAL }

    /** Why it may be. */
    public enum Ground { GROUP_5, DISSOLVED, DEAD, FIVE_YEARS }

    /** How it stands. */
    public enum State {
        PENDING, APPROVED, REFUSED,
        /** By who had proposed it, or to be proposed anew. */
        WITHDRAWN,
        /** The loan was settled, or its write-off taken back, meanwhile. */
        LAPSED,
        /** Carried out, and taken back since. */
        REVERSED
    }

    /**
     * One of them.
     *
     * @param reviewedByName who forwarded it to the council; null before
     * @param decision       number and date of the paper, or why not
     * @param principal      what left the balance sheet, đồng; null before, and for a final one
     */
    public record WriteOff(long id, long loanId, String number, String borrower, Kind kind, Ground ground, String paper,
            String reason, State state, long proposedBy, String proposedByName, LocalDate proposedOn, Long reviewedBy,
            String reviewedByName, LocalDate reviewedOn, String decidedByName, LocalDate decidedOn, String decision,
            Long principal, Long specificUsed, Long generalUsed) implements HasSubject {

        @Override
        public Subject subject() {
            return Subject.loan(loanId);
        }

        public boolean isPending() {
            return state == State.PENDING;
        }
    }

    /**
     * A debt off the balance sheet, đồng.
     *
     * @param recovered what came in since
     * @param finalFrom the first day on which it may be given up for good
     */
    public record Pursued(long loanId, String number, String borrower, LocalDate chargedOffOn, LocalDate finalFrom,
            LocalDate writtenOffOn, long writtenOff, long recovered, long principal, long interest, long overdueInterest,
            long lateInterest) {

        public long owed() {
            return principal + interest + overdueInterest + lateInterest;
        }
    }

    /** By what the debts may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("number", "p.loan_id", "borrower", "p.borrower", "chargedOffOn",
            "p.charged_off_on", "writtenOff", "p.written_off", "recovered", "p.recovered", "principal", "p.principal", "interest",
            "p.interest", "overdueInterest", "p.overdue_interest", "lateInterest", "p.late_interest", "finalFrom", "p.final_from");

    private static final String PURSUED = """
            from (
            select l.id as loan_id, l.number, b.name as borrower, l.charged_off_on,
                   b.search_text || ' ' || l.search_text || ' ' || lower(l.number) as search_text,
                   (l.charged_off_on + interval '5 years')::date as final_from, l.written_off_on,
                   coalesce(w.principal, 0) as written_off,
                   (select coalesce(sum(credit - debit), 0)::bigint from ledger.posting p
                    where p.loan_id = l.id and p.account = any ((select ledger.accounts(:fund, 'loan.receipt', 'recovery'))::text[])) as recovered,
                   m.principal, m.interest, m.overdue_interest, m.late_interest
            from servicing.loan l join cooperatives.borrower b on b.id = l.borrower_id
            left join risk.write_off w on w.loan_id = l.id and w.kind = 'CHARGE_OFF' and w.state = 'APPROVED'
            cross join lateral (
                select coalesce(sum(increase - decrease) filter (where account = any ((select ledger.accounts(:fund, 'memorandum.charged-off', 'principal'))::text[])), 0)::bigint as principal,
                       coalesce(sum(increase - decrease) filter (where account = any ((select ledger.accounts(:fund, 'memorandum.charged-off', 'interest'))::text[])), 0)::bigint as interest,
                       coalesce(sum(increase - decrease) filter (where account = any ((select ledger.accounts(:fund, 'memorandum.charged-off', 'overdue-interest'))::text[])), 0)::bigint as overdue_interest,
                       coalesce(sum(increase - decrease) filter (where account = any ((select ledger.accounts(:fund, 'memorandum.charged-off', 'late-interest'))::text[])), 0)::bigint as late_interest
                from ledger.memorandum_entry e where e.loan_id = l.id) as m
            where l.fund_id = :fund and l.charged_off_on is not null
            ) p where (:loan::bigint is null or p.loan_id = :loan)
                and (:pursued::boolean is null or (p.written_off_on is null) = :pursued)
                and p.search_text like all (:words::text[])""";

    private final JdbcClient jdbc;

    WriteOffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, the latest first. */
    @Transactional(readOnly = true)
    public List<WriteOff> all() {
        return select(" order by w.id desc").query(WriteOff.class).list();
    }

    /** What waits on the loan, reviewed or not. */
    @Transactional(readOnly = true)
    public Optional<WriteOff> pendingOn(Subject loan) {
        return select(" and w.state = 'PENDING' and w.loan_id = :loan").param("loan", loan.id()).query(WriteOff.class).optional();
    }

    /** All that was ever asked on the loan, the latest first. */
    @Transactional(readOnly = true)
    public List<WriteOff> on(Subject loan) {
        return select(" and w.loan_id = :loan order by w.id desc").param("loan", loan.id()).query(WriteOff.class).list();
    }

    @Transactional(readOnly = true)
    public WriteOff get(long id) {
        return select(" and w.id = :id").param("id", id).query(WriteOff.class).optional().orElseThrow(Refusal::notFound);
    }

    /**
     * What narrows the list of debts; null does not.
     *
     * @param pursued whether those that are pursued, or those given up for good
     */
    public record Filter(String text, Boolean pursued) {
    }

    /** The sums of a list, đồng. */
    public record Sums(long debts, long writtenOff, long recovered, long principal, long interest, long overdueInterest,
            long lateInterest) {
    }

    /** One page of the debts with the sums of all that the filter lets through. */
    public record Listed(PageOf<Pursued> page, Sums sums) {
    }

    /** The debts that left the balance sheet. */
    @Transactional(readOnly = true)
    public Listed pursued(Filter filter, SortBy sort, PageOf.Wish wish) {
        List<Pursued> debts = debts("select p.* ", sort.orderBy("p.loan_id") + "limit " + wish.size() + " offset " + wish.offset(),
                null, filter).query(Pursued.class).list();
        Sums sums = debts("""
                select count(*) as debts, coalesce(sum(written_off), 0)::bigint as written_off,
                       coalesce(sum(recovered), 0)::bigint as recovered, coalesce(sum(principal), 0)::bigint as principal,
                       coalesce(sum(interest), 0)::bigint as interest, coalesce(sum(overdue_interest), 0)::bigint as overdue_interest,
                       coalesce(sum(late_interest), 0)::bigint as late_interest
                """, "", null, filter).query(Sums.class).single();
        return new Listed(new PageOf<>(debts, wish.page(), wish.size(), sums.debts()), sums);
    }

    /** The debt of one loan, off the balance sheet. */
    @Transactional(readOnly = true)
    public Pursued pursuedOn(Subject loan) {
        return debts("select p.* ", "", loan.id(), new Filter(null, null)).query(Pursued.class).optional().orElseThrow(Refusal::notFound);
    }

    private JdbcClient.StatementSpec debts(String what, String order, Long loan, Filter filter) {
        return jdbc.sql(what + PURSUED + order).param("fund", Actors.current().fundId())
                .param("loan", loan, java.sql.Types.BIGINT).param("pursued", filter.pursued(), java.sql.Types.BOOLEAN)
                .param("words", SearchText.patterns(filter.text()).toArray(String[]::new));
    }

    /** Locked; refused where nothing waits on the loan. */
    @Transactional(propagation = Propagation.MANDATORY)
    WriteOff lockPending(Subject loan) {
        jdbc.sql("select id from risk.write_off where loan_id = ? and state = 'PENDING' for update").param(loan.id())
                .query(Long.class).optional();
        return pendingOn(loan).orElseThrow(() -> Refusal.conflict("risk.refused.nothing-waits"));
    }

    /** What the council approved on the loan last, and is to be carried out. */
    @Transactional(propagation = Propagation.MANDATORY)
    WriteOff approvedOn(Subject loan) {
        return on(loan).stream().filter(one -> one.state() == State.APPROVED).findFirst().orElseThrow();
    }

    /** Principal that left the balance sheet after one day and through another, by loan, whatever became of it later. */
    Map<Long, Long> takenOut(LocalDate after, LocalDate through) {
        Map<Long, Long> taken = new HashMap<>();
        jdbc.sql("select loan_id, principal from risk.write_off where fund_id = ? and kind = 'CHARGE_OFF' "
                        + "and state in ('APPROVED', 'REVERSED') and decided_on > ? and decided_on <= ?")
                .params(Actors.current().fundId(), after, through)
                .query(row -> { taken.put(row.getLong("loan_id"), row.getLong("principal")); });
        return taken;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(Subject loan, Kind kind, Ground ground, String paper, String reason, LocalDate today) {
        long id = jdbc.sql("select nextval('risk.write_off_seq')").query(Long.class).single();
        int added = jdbc.sql("insert into risk.write_off (id, fund_id, loan_id, kind, ground, paper, reason, proposed_by, "
                        + "proposed_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        + "on conflict (loan_id, kind) where state in ('PENDING', 'APPROVED') do nothing")
                .params(id, Actors.current().fundId(), loan.id(), kind.name(), ground.name(), paper, reason,
                        Actors.current().id(), today).update();
        if (added == 0) {
            throw Refusal.conflict("risk.refused.asked");
        }
        return id;
    }

    /** Forwarded to the council by who looked at its figures. */
    @Transactional(propagation = Propagation.MANDATORY)
    void review(WriteOff one, LocalDate today) {
        jdbc.sql("update risk.write_off set reviewed_by = ?, reviewed_on = ? where id = ?")
                .params(Actors.current().id(), today, one.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(WriteOff one, State state, String decision, LocalDate today) {
        jdbc.sql("update risk.write_off set state = ?, decided_by = ?, decided_on = ?, decision = ? where id = ?")
                .params(state.name(), Actors.current().id(), today, decision, one.id()).update();
    }

    /** Over without anybody having decided, or taken back; {@code why} says it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(WriteOff one, State state, String why, LocalDate today) {
        jdbc.sql("update risk.write_off set state = ?, decided_on = coalesce(decided_on, ?), decision = coalesce(decision, ?) where id = ?")
                .params(state.name(), today, why, one.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void used(WriteOff one, long principal, ProvisionUse use, long entry) {
        jdbc.sql("update risk.write_off set principal = ?, specific_used = ?, general_used = ?, entry_id = ? where id = ?")
                .params(principal, use.specific(), use.general(), entry, one.id()).update();
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql("""
                select w.id, w.loan_id, l.number, b.name as borrower, w.kind, w.ground, w.paper, w.reason, w.state,
                       w.proposed_by, p.display_name as proposed_by_name, w.proposed_on, w.reviewed_by,
                       r.display_name as reviewed_by_name, w.reviewed_on, d.display_name as decided_by_name, w.decided_on,
                       w.decision, w.principal, w.specific_used, w.general_used
                from risk.write_off w join servicing.loan l on l.id = w.loan_id
                join cooperatives.borrower b on b.id = l.borrower_id join access.person p on p.id = w.proposed_by
                left join access.person r on r.id = w.reviewed_by left join access.person d on d.id = w.decided_by where w.fund_id = :fund""" + where)
                .param("fund", Actors.current().fundId());
    }
}

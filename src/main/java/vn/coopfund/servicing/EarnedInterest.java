package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;

/** In-term interest that the sub-ledger shows as earned and nobody posted yet, of many loans at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EarnedInterest {

    /** The sub-ledger less what was posted, in the accounts or in memorandum. */
    record Unposted(long loan, String number, long borrower, int debtGroup, LocalDate plannedOn, LocalDate lastDueOn,
            long amount) {

        /** Whether it is income before it is received. */
        boolean accruing() {
            return debtGroup == 1;
        }
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Memorandum memorandum;
    private final LoanPostings postings;

    EarnedInterest(JdbcClient jdbc, Journal journal, Memorandum memorandum, LoanPostings postings) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.memorandum = memorandum;
        this.postings = postings;
    }

    /** Of the next so many loans by id; the sub-ledger must stand at that day. */
    List<Unposted> unposted(LocalDate day, long afterLoan, int most) {
        return jdbc.sql("""
                with earned as materialized (
                    select l.id as loan, l.number, l.borrower_id as borrower, s.official_group as debt_group,
                           l.planned_on, coalesce(
                               (select max(due_on) from servicing.loan_principal p where p.loan_id = l.id),
                               l.first_due_on + make_interval(months => l.months_between * (l.instalments - 1)))::date
                               as last_due_on,
                           s.interest_fixed + coalesce(line.accrued, 0) - coalesce(posted.amount, 0) as amount
                    from servicing.loan l join servicing.standing s on s.loan_id = l.id
                    left join lateral (select sum(accrued)::bigint as accrued from servicing.running_interest r
                                       where r.loan_id = l.id and r.kind = 'IN_TERM') line on true
                    left join lateral (select sum(amount)::bigint as amount from servicing.accrual a
                                       where a.loan_id = l.id) posted on true
                    where l.fund_id = :fund and l.id > :after and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED')
                      and l.disbursed_on <= :day
                    order by l.id limit :most)
                select * from earned order by loan""")
                .param("fund", Actors.current().fundId()).param("after", afterLoan).param("most", most)
                .param("day", day)
                .query(Unposted.class).list();
    }

    /** Posts it, dated the day through which the sub-ledger stands; returns of how many loans. */
    int post(List<Unposted> loans, LocalDate day) {
        List<Unposted> all = loans.stream().filter(loan -> loan.amount() != 0).toList();
        if (all.isEmpty()) {
            return 0;
        }
        List<Long> ids = jdbc.sql("select nextval('servicing.accrual_seq') from generate_series(1, ?)")
                .param(all.size()).query(Long.class).list();
        List<Integer> accruing = IntStream.range(0, all.size()).filter(i -> all.get(i).accruing()).boxed().toList();
        List<NewEntry> entries = accruing.stream()
                .map(i -> postings.accrual(all.get(i), ids.get(i), day)).toList();
        List<Posted> posted = journal.postAll(entries);
        Map<Integer, Posted> byPlace = IntStream.range(0, posted.size()).boxed()
                .collect(Collectors.toMap(accruing::get, posted::get));
        memorandum.recordAll(day, IntStream.range(0, all.size()).filter(i -> !all.get(i).accruing())
                .mapToObj(i -> postings.uncollected(all.get(i), ids.get(i), day)).toList());
        keep(all, ids, byPlace, day);
        return all.size();
    }

    private void keep(List<Unposted> all, List<Long> ids, Map<Integer, Posted> posted, LocalDate day) {
        List<Long> entries = new ArrayList<>();
        IntStream.range(0, all.size()).forEach(i -> entries.add(posted.containsKey(i) ? posted.get(i).entryId() : null));
        jdbc.sql("""
                insert into servicing.accrual (id, loan_id, through_on, amount, booked_on, entry_id)
                select id, loan, :day, amount, :day, entry
                from unnest(:ids, :loans, :amounts, :entries) as accrual(id, loan, amount, entry)""")
                .param("day", day).param("ids", ids.toArray(Long[]::new))
                .param("loans", longs(all, Unposted::loan)).param("amounts", longs(all, Unposted::amount))
                .param("entries", entries.toArray(Long[]::new)).update();
    }

    private static Long[] longs(List<Unposted> all, Function<Unposted, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }
}

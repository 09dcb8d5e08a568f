package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.database.Ids;
import vn.coopfund.ledger.Posted;

/** Each time a debt left the balance sheet: from where, by which entry, and whether it was taken back. */
@Component
class ChargeOffs {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final OfficialGroups groups;

    ChargeOffs(JdbcClient jdbc, Ids ids, OfficialGroups groups) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.groups = groups;
    }

    /** Where the loan stood before. */
    record Begun(long id, LoanState state, int group) {
    }

    /** One that stands. */
    record Standing(long id, LocalDate chargedOffOn, LoanState stateBefore, int groupBefore, long entryId) {
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Begun begin(Loan loan) {
        return new Begun(ids.next("servicing.charge_off_seq"), loan.state(), groups.of(loan));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Loan loan, Begun begun, LocalDate on, Posted entry) {
        jdbc.sql("insert into servicing.charge_off (id, loan_id, charged_off_on, state_before, group_before, entry_id) "
                        + "values (?, ?, ?, ?, ?, ?)")
                .params(begun.id(), loan.id(), on, begun.state().name(), begun.group(), entry.entryId()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Standing one, LocalDate on, Posted back, Proposal proposal) {
        jdbc.sql("insert into servicing.charge_off_reversal (charge_off_id, reversed_on, entry_id, why, proposal_id) "
                        + "values (?, ?, ?, ?, ?)")
                .params(one.id(), on, back.entryId(), proposal.why(), proposal.id()).update();
    }

    @Transactional(readOnly = true)
    Optional<Standing> standing(Loan loan) {
        return jdbc.sql("""
                select id, charged_off_on, state_before, group_before, entry_id from servicing.charge_off c
                where loan_id = ? and not exists (select 1 from servicing.charge_off_reversal back where back.charge_off_id = c.id)""")
                .param(loan.id()).query(Standing.class).optional();
    }

    /** From the day on which it left the balance sheet to the one on which that was taken back. */
    record Span(LocalDate from, LocalDate until) {
    }

    /** Those that stand no more. */
    @Transactional(readOnly = true)
    List<Span> takenBack(Loan loan) {
        return jdbc.sql("""
                select charged_off_on as "from", reversed_on as until from servicing.charge_off c
                join servicing.charge_off_reversal back on back.charge_off_id = c.id where loan_id = ?""")
                .param(loan.id()).query(Span.class).list();
    }

    /** What came in on it as recovery and was not taken back, đồng. */
    @Transactional(readOnly = true)
    long recovered(Loan loan) {
        return jdbc.sql("""
                select coalesce(sum(credit - debit), 0)::bigint from ledger.posting
                where loan_id = :loan and account = any ((select ledger.accounts(:fund, 'loan.receipt', 'recovery'))::text[])""")
                .param("loan", loan.id()).param("fund", Actors.current().fundId()).query(Long.class).single();
    }

    /** Those of the loans that stood outside the balance sheet at the end of a day. */
    @Transactional(readOnly = true)
    Set<Long> outAt(LocalDate day, Collection<Long> loans) {
        List<Long> out = jdbc.sql("""
                select c.loan_id from servicing.charge_off c
                left join servicing.charge_off_reversal back on back.charge_off_id = c.id
                where c.loan_id = any (:loans) and c.charged_off_on <= :day and (back.reversed_on is null or back.reversed_on > :day)""")
                .param("loans", loans.toArray(Long[]::new)).param("day", day).query(Long.class).list();
        return Set.copyOf(out);
    }
}

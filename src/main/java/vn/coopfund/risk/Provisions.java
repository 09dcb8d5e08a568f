package vn.coopfund.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.web.Refusal;

/** Provisions as at month ends, proposed and confirmed. */
@Component
public class Provisions {

    /** How it stands. */
    public enum State { PENDING, CONFIRMED, REJECTED }

    /** One month end, đồng. {@code decidedBy} is null while it waits. */
    public record Run(long id, LocalDate asOf, State state, long generalTarget, long generalBefore, long proposedBy,
            String proposedByName, LocalDate proposedOn, String decidedByName, LocalDate decidedOn, String reason) {
    }

    /**
     * One loan in it, đồng.
     *
     * @param debtGroup null where the loan is not on the balance sheet any more
     * @param rate      percent
     * @param target    what it needs
     * @param before    what it has from the months before
     */
    public record Line(long loanId, String number, String borrower, Integer debtGroup, long principal, long deducted,
            BigDecimal rate, boolean entrusted, long target, long before) {

        public long change() {
            return target - before;
        }
    }

    private final JdbcClient jdbc;

    Provisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that counts for a month end: not a rejected one. */
    @Transactional(readOnly = true)
    public Optional<Run> find(LocalDate asOf) {
        return runs(" and r.as_of = :asOf and r.state <> 'REJECTED'").param("asOf", asOf).query(Run.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Line> lines(long run) {
        return jdbc.sql("""
                select p.loan_id, l.number, b.name as borrower, p.debt_group, p.principal, p.deducted, p.rate, p.entrusted,
                       p.target, p.before
                from risk.provision_line p join servicing.loan l on l.id = p.loan_id
                join cooperatives.borrower b on b.id = l.borrower_id
                where p.run_id = ? order by p.debt_group desc nulls last, p.principal desc, p.loan_id""")
                .param(run).query(Line.class).list();
    }

    /** The last month end whose provisions are posted; empty before the first. */
    Optional<LocalDate> lastConfirmed() {
        return jdbc.sql("select max(as_of) from risk.provision_run where fund_id = ? and state = 'CONFIRMED'")
                .param(Actors.current().fundId()).query(LocalDate.class).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Run lockPending(LocalDate asOf) {
        if (asOf == null) {
            throw Refusal.invalid("asOf", "risk.refused.required");
        }
        Run run = runs(" and r.as_of = :asOf and r.state <> 'REJECTED' for update of r").param("asOf", asOf)
                .query(Run.class).optional().orElseThrow(Refusal::notFound);
        if (run.state() != State.PENDING) {
            throw Refusal.conflict("risk.refused.provision-decided", asOf);
        }
        return run;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(LocalDate asOf, long generalTarget, long generalBefore, LocalDate today) {
        long id = jdbc.sql("select nextval('risk.provision_run_seq')").query(Long.class).single();
        jdbc.sql("insert into risk.provision_run (id, fund_id, as_of, general_target, general_before, proposed_by, "
                        + "proposed_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, Actors.current().fundId(), asOf, generalTarget, generalBefore, Actors.current().id(), today)
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addLine(long run, long loan, Integer group, long principal, long deducted, BigDecimal rate, boolean entrusted,
            long target, long before) {
        jdbc.sql("insert into risk.provision_line values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(run, loan, group, principal, deducted, rate, entrusted, target, before)).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(Run run, State state, LocalDate today, String reason) {
        if (run.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("risk.refused.own-proposal");
        }
        jdbc.sql("update risk.provision_run set state = ?, decided_by = ?, decided_on = ?, reason = ? where id = ?")
                .params(state.name(), Actors.current().id(), today, reason, run.id()).update();
    }

    private JdbcClient.StatementSpec runs(String where) {
        return jdbc.sql("""
                select r.id, r.as_of, r.state, r.general_target, r.general_before, r.proposed_by,
                       p.display_name as proposed_by_name, r.proposed_on, d.display_name as decided_by_name, r.decided_on,
                       r.reason
                from risk.provision_run r join access.person p on p.id = r.proposed_by
                left join access.person d on d.id = r.decided_by where r.fund_id = :fund""" + where)
                .param("fund", Actors.current().fundId());
    }
}

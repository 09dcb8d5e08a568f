package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** The classifications of all debts, one for each month end: what the rules propose, and what is official. */
@Component
public class Classifications {

    /** How it stands. */
    public enum State { PROPOSED, APPROVED }

    /** One month end. {@code approvedBy} and {@code approvedOn} are null until it is official. */
    public record Run(long id, LocalDate asOf, String ruleSet, State state, LocalDate madeOn, String approvedBy,
            LocalDate approvedOn) {

        public boolean isApproved() {
            return state == State.APPROVED;
        }
    }

    /**
     * One loan in it, amounts in đồng.
     *
     * @param byDays     the group by days past due alone, and so on for the other criteria
     * @param proposed   by the rules: the worst of all, the customer's other loans counted
     * @param criterion  which of them decided; message key {@code servicing.criterion.*}
     * @param overridden the group that the authority set instead, or null
     */
    public record Line(long loanId, String number, long borrowerId, String borrower, long principal, int daysPastDue,
            int restructures, int byDays, int byRestructure, int byWaiver, int byHistory, int proposed, String criterion,
            Integer overridden, String reason, String paper, String overriddenBy) {

        public int debtGroup() {
            return overridden == null ? proposed : overridden;
        }
    }

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final People people;
    private final Notices notices;

    Classifications(JdbcClient jdbc, BusinessDay businessDay, People people, Notices notices) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.people = people;
        this.notices = notices;
    }

    /** All of them, the latest first. */
    @Transactional(readOnly = true)
    public List<Run> all() {
        return runs(" order by r.as_of desc").query(Run.class).list();
    }

    @Transactional(readOnly = true)
    public Optional<Run> find(LocalDate asOf) {
        return runs(" and r.as_of = :asOf").param("asOf", asOf).query(Run.class).optional();
    }

    /** The month ends that are not official yet, the oldest first: they are approved in this order. */
    @Transactional(readOnly = true)
    public List<LocalDate> unapproved() {
        return jdbc.sql("select as_of from servicing.classification_run where fund_id = ? and state = 'PROPOSED' order by as_of")
                .param(Actors.current().fundId()).query(LocalDate.class).list();
    }

    /** The lines of a month end, the worst group first; none where there is no such run. */
    @Transactional(readOnly = true)
    public List<Line> lines(LocalDate asOf) {
        return jdbc.sql("""
                select c.loan_id, l.number, c.borrower_id, b.name as borrower, c.principal, c.days_past_due, c.restructures,
                       c.by_days, c.by_restructure, c.by_waiver, c.by_history, c.debt_group as proposed, c.criterion,
                       o.debt_group as overridden, o.reason, o.paper, p.display_name as overridden_by
                from servicing.classification_run r join servicing.classification c on c.run_id = r.id
                join servicing.loan l on l.id = c.loan_id join cooperatives.borrower b on b.id = c.borrower_id
                left join lateral (select * from servicing.classification_override v
                    where v.run_id = c.run_id and v.loan_id = c.loan_id order by v.turn desc limit 1) as o on true
                left join access.person p on p.id = o.decided_by
                where r.fund_id = :fund and r.as_of = :asOf
                order by coalesce(o.debt_group, c.debt_group) desc, c.principal desc, c.loan_id""")
                .param("fund", Actors.current().fundId()).param("asOf", asOf).query(Line.class).list();
    }

    /** Locked until the transaction ends, and refused when it is official already. */
    @Transactional(propagation = Propagation.MANDATORY)
    Run lockProposed(LocalDate asOf) {
        if (asOf == null) {
            throw Refusal.invalid("asOf", "servicing.refused.required");
        }
        Run run = runs(" and r.as_of = :asOf for update of r").param("asOf", asOf).query(Run.class).optional()
                .orElseThrow(() -> Refusal.conflict("servicing.refused.no-classification", asOf));
        if (run.isApproved()) {
            throw Refusal.conflict("servicing.refused.classification-approved", asOf);
        }
        return run;
    }

    /** Proposes the groups of all debts as at the end of a day; again, it adds what is missing. Answers how many. */
    @Transactional(propagation = Propagation.MANDATORY)
    int propose(LocalDate asOf) {
        int begun = jdbc.sql("""
                insert into servicing.classification_run (id, fund_id, as_of, rule_set, made_on)
                select nextval('servicing.classification_run_seq'), :fund, :day, rule_set, :today
                from servicing.classification_set where fund_id = :fund and in_force_from <= :day
                order by in_force_from desc limit 1 on conflict do nothing""")
                .param("fund", Actors.current().fundId()).param("day", asOf).param("today", businessDay.today()).update();
        if (begun > 0) {
            notices.tell(people.withRole(Role.CHIEF_ACCOUNTANT).stream().map(Actor::id).toList(), path(asOf),
                    "servicing.notice.classification-proposed", asOf, MonthEnd.approveBy(asOf));
        }
        return find(asOf).filter(run -> !run.isApproved()).map(run -> addLines(run.id(), asOf)).orElse(0);
    }

    /** The page of a month end. */
    static String path(LocalDate asOf) {
        return "/risk?asOf=" + asOf;
    }

    private int addLines(long run, LocalDate asOf) {
        return jdbc.sql(DebtGroups.grouped("") + """
                insert into servicing.classification (run_id, loan_id, borrower_id, principal, days_past_due, restructures,
                    by_days, by_restructure, by_waiver, by_history, debt_group, criterion)
                select :run, loan_id, borrower_id, principal, days, restructures, by_days, by_restructure, by_waiver,
                       by_history, debt_group, criterion
                from grouped where state <> 'CHARGED_OFF' on conflict do nothing""")
                .param("fund", Actors.current().fundId()).param("day", asOf).param("run", run).update();
    }

    /** Who set another group than the rules proposed, by id. */
    List<Long> overriders(long run) {
        return jdbc.sql("select distinct decided_by from servicing.classification_override where run_id = ?").param(run)
                .query(Long.class).list();
    }

    private JdbcClient.StatementSpec runs(String where) {
        return jdbc.sql("select r.id, r.as_of, r.rule_set, r.state, r.made_on, p.display_name as approved_by, r.approved_on "
                + "from servicing.classification_run r left join access.person p on p.id = r.approved_by "
                + "where r.fund_id = :fund" + where).param("fund", Actors.current().fundId());
    }
}

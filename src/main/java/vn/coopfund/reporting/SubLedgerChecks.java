package vn.coopfund.reporting;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/** The checks of the loans' ledger against the books that were recorded, and the alarm where one did not agree. */
@Component
public class SubLedgerChecks {

    /** Why it was made. */
    public enum Cause { MONTH_END, ON_DEMAND }

    /** One check; {@code madeBy} is null for the program itself. */
    public record Check(@JsonFormat(shape = JsonFormat.Shape.STRING) long id, LocalDate onDay, Cause cause, LocalDate madeOn,
            String madeBy, Instant recordedAt, int loans, int differing, long principal, long interest) {

        public boolean agrees() {
            return differing == 0;
        }
    }

    private final JdbcClient jdbc;
    private final Notices notices;
    private final People people;
    private final BusinessDay businessDay;

    SubLedgerChecks(JdbcClient jdbc, Notices notices, People people, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.people = people;
        this.businessDay = businessDay;
    }

    @Transactional(readOnly = true)
    public List<Check> latest(int most) {
        return jdbc.sql(SELECT + " order by c.id desc limit :most").param("fund", Actors.current().fundId())
                .param("most", most).query(Check.class).list();
    }

    /** How many loans did not agree when it was last looked at; 0 before the first time. */
    @Transactional(readOnly = true)
    public int alarming() {
        return latest(1).stream().findFirst().map(Check::differing).orElse(0);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Check record(LocalDate day, Cause cause, List<SubLedgers.Line> lines) {
        List<SubLedgers.Line> differing = lines.stream().filter(line -> !line.agrees()).toList();
        long id = begin(day, cause, lines.size(), differing.size(),
                lines.stream().mapToLong(SubLedgers.Line::principalBooked).sum(),
                lines.stream().mapToLong(line -> line.receivable() + line.noted()).sum());
        differing.forEach(line -> jdbc.sql("insert into reporting.sub_ledger_difference values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, line.loanId(), line.principalBooked(), line.principalOwed(), line.receivable(), line.noted(),
                        line.interestOwed(), line.unposted()).update());
        alarm(day, differing.size());
        return byId(id).orElseThrow();
    }

    /**
     * The same at the close of a month, when all interest is posted, in one statement on the ledger that the close itself
     * carried forward: also where there are a hundred thousand loans.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Check recordMonthEnd(LocalDate day) {
        record Sums(int loans, int differing, long principal, long interest) {
        }
        Sums sums = jdbc.sql(MONTH_END + """
                select count(*)::int as loans, count(*) filter (where differs)::int as differing,
                       coalesce(sum(principal), 0)::bigint as principal,
                       coalesce(sum(receivable + noted), 0)::bigint as interest from both_sides""")
                .param("fund", Actors.current().fundId()).param("day", day).query(Sums.class).single();
        long id = begin(day, Cause.MONTH_END, sums.loans(), sums.differing(), sums.principal(), sums.interest());
        if (sums.differing() > 0) {
            jdbc.sql(MONTH_END + """
                    insert into reporting.sub_ledger_difference
                    select :id, loan_id, principal, principal_owed, receivable, noted, interest_owed, 0
                    from both_sides where differs""")
                    .param("fund", Actors.current().fundId()).param("day", day).param("id", id).update();
        }
        alarm(day, sums.differing());
        return byId(id).orElseThrow();
    }

    private long begin(LocalDate day, Cause cause, int loans, int differing, long principal, long interest) {
        Actor actor = Actors.current();
        long id = jdbc.sql("select nextval('reporting.sub_ledger_check_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into reporting.sub_ledger_check (id, fund_id, on_day, cause, made_on, made_by, loans, differing, principal,
                    interest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, actor.fundId(), day, cause.name(), businessDay.today(),
                        actor.isSystem() ? null : actor.id(), loans, differing, principal, interest)).update();
        return id;
    }

    private void alarm(LocalDate day, int differing) {
        if (differing > 0) {
            notices.tell(Stream.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER).flatMap(role -> people.withRole(role).stream())
                    .map(Actor::id).distinct().toList(), "/sub-ledger?on=" + day, "reporting.notice.sub-ledger", differing, day);
        }
    }

    private Optional<Check> byId(long id) {
        return jdbc.sql(SELECT + " and c.id = :id").param("fund", Actors.current().fundId()).param("id", id)
                .query(Check.class).optional();
    }

    private static final String SELECT = """
            select c.id, c.on_day, c.cause, c.made_on, p.display_name as made_by, c.recorded_at, c.loans, c.differing,
                   c.principal, c.interest
            from reporting.sub_ledger_check c left join access.person p on p.id = c.made_by where c.fund_id = :fund""";

    private static final String MONTH_END = """
            with booked as (
                select loan_id, coalesce(sum(debit - credit) filter (where account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal'))::text[])), 0)::bigint as principal,
                       coalesce(sum(debit - credit) filter (where account = any ((select ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[])), 0)::bigint as receivable
                from ledger.posting where fund_id = :fund and account = any ((select ledger.accounts(:fund, 'loan.disbursement', 'principal') || ledger.accounts(:fund, 'loan.accrual', 'receivable'))::text[]) and booked_on <= :day
                  and loan_id is not null group by 1),
            noted as (
                select loan_id, sum(increase - decrease)::bigint as noted from ledger.memorandum_entry
                where fund_id = :fund and account = any ((select ledger.accounts(:fund, 'memorandum.uncollected', 'interest'))::text[]) and booked_on <= :day and loan_id is not null group by 1),
            owed as (
                select l.id as loan_id,
                       case when l.charged_off_on is null then s.principal_outstanding else 0 end as principal_owed,
                       case when l.charged_off_on is null then s.interest_due + s.interest_accrued else 0 end as interest_owed
                from servicing.loan l join servicing.sub_ledger s on s.loan_id = l.id where l.fund_id = :fund),
            found as (
                select loan_id, coalesce(principal, 0) as principal, coalesce(receivable, 0) as receivable,
                       coalesce(noted, 0) as noted, coalesce(principal_owed, 0) as principal_owed,
                       coalesce(interest_owed, 0) as interest_owed
                from booked full join noted using (loan_id) full join owed using (loan_id)),
            both_sides as (
                select found.*, principal <> principal_owed or receivable + noted <> interest_owed as differs from found)
            """;
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/**
 * The debt group of a loan on a day: the worst of all criteria of the set in force (Circular 14/2024/TT-NHNN for
 * microfinance institutions, or the bands of banks). Restructuring never lowers it: a better group comes only after
 * all arrears are paid and the months of the set on schedule. All loans of a customer take the worst.
 *
 * <p>Worked examples, microfinance: 61 days past due is group 3; restructured once and in term is group 2, one day
 * past due on the new schedule 3; restructured twice is group 4, and 5 once past due. Arrears from before a restructure
 * that it left where they were count among the days past due, on the new schedule only from the restructure on.
 */
@Component
class DebtGroups {

    /** What decides a group; message key {@code servicing.criterion.*}. */
    public enum Criterion { IN_TERM, DAYS_PAST_DUE, RESTRUCTURED, INTEREST_WAIVED, NOT_YET_UPGRADED, CUSTOMER, CHARGED_OFF }

    /** A loan's group on a day, and the official one it has beside. */
    record Standing(int debtGroup, Criterion criterion, int official) {
    }

    /** The group by each criterion of its own. */
    record ByRule(int byDays, int byRestructure, int byWaiver) {
    }

    private final JdbcClient jdbc;

    DebtGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Standing of(Loan loan, LocalDate day) {
        return grouped("select debt_group, criterion, official from grouped where loan_id = :loan", day,
                List.of(loan.borrowerId())).param("loan", loan.id()).query(Standing.class).optional()
                .orElse(new Standing(1, Criterion.IN_TERM, 1));
    }

    /** The groups of all running loans of these borrowers, by loan. */
    Map<Long, Integer> of(Collection<Long> borrowers, LocalDate day) {
        record Part(long loanId, int debtGroup) {
        }
        return grouped("select loan_id, debt_group from grouped", day, borrowers).query(Part.class).list().stream()
                .collect(Collectors.toMap(Part::loanId, Part::debtGroup));
    }

    /** What the rules say of such a loan. {@code proven}: all paid and long enough on schedule. */
    ByRule byRule(LocalDate day, int daysPastDue, int restructures, boolean waived, boolean proven) {
        return jdbc.sql("with " + RULES
                        + "select by_rule.* from (select :days::int as days, :days::int as days_anew, "
                        + ":restructures::int as restructures, :waived::boolean as waived, :proven::boolean as proven) as f "
                        + BY_RULE)
                .param("fund", Actors.current().fundId()).param("day", day).param("days", daysPastDue)
                .param("restructures", restructures).param("waived", waived).param("proven", proven)
                .query(ByRule.class).single();
    }

    private JdbcClient.StatementSpec grouped(String select, LocalDate day, Collection<Long> borrowers) {
        return jdbc.sql(grouped("and l.borrower_id = any(:borrowers)") + select)
                .param("fund", Actors.current().fundId()).param("day", day)
                .param("borrowers", borrowers.toArray(Long[]::new));
    }

    /** The rules of the set in force on {@code :day}, as the table {@code rule}. */
    static final String RULES = """
            chosen as (
                select rule_set, upgrade_months, upgrade_months_short_term from servicing.classification_set
                where fund_id = :fund and in_force_from <= :day order by in_force_from desc limit 1),
            rule as materialized (
                select r.criterion, r.restructures, r.days_from, r.debt_group
                from chosen c join servicing.classification_rule r on r.fund_id = :fund and r.rule_set = c.rule_set
                where r.in_force_from = (select max(o.in_force_from) from servicing.classification_rule o
                    where o.fund_id = :fund and o.rule_set = c.rule_set and o.in_force_from <= :day))
            """;

    private static final String BY_RULE = """
            cross join lateral (
                select coalesce(max(debt_group) filter (where criterion = 'DAYS_PAST_DUE'), 1) as by_days,
                       coalesce(max(debt_group) filter (where criterion = 'RESTRUCTURED' and days_from <= f.days_anew
                                and not (f.days = 0 and f.proven)), 1) as by_restructure,
                       coalesce(max(debt_group) filter (where criterion = 'INTEREST_WAIVED'
                                and f.waived and not f.proven), 1) as by_waiver
                from rule where days_from <= f.days and restructures <= f.restructures) as by_rule
            """;

    /** A working day may move the last due date of a loan of twelve months, by Tết at most so many days. */
    private static final String SHORT_TERM = """
            (select max(row.due_on) from servicing.schedule_row row where row.loan_id = l.id and row.version = 1)
                            <= l.planned_on + interval '12 months 10 days'""";

    /**
     * Everything about the groups on {@code :day} of fund {@code :fund}, as the table {@code grouped}; to be followed by
     * a select or insert. One row a loan that owes; whether it is proven is asked only where it has something to prove.
     *
     * @param filter narrows loan {@code l} with standing {@code s}; all loans of a borrower or none
     */
    static String grouped(String filter) {
        return "with " + RULES + """
            , fact as materialized (
                select l.id as loan_id, l.borrower_id, l.state, s.principal_outstanding as principal, s.official_group as official,
                       s.indicative_group as indicative,
                       case when s.next_due_on < :day then :day::date - s.next_due_on else 0 end as days,
                       case when s.next_due_on < :day then least(:day::date - s.next_due_on,
                           :day::date - r.restructured_on) else 0 end as days_anew,
                       coalesce(r.restructures, 0) as restructures, r.waived_on is not null as waived,
                       greatest(s.official_group, (select g.debt_group from servicing.indicative_group g
                           where g.loan_id = l.id and g.on_day < r.restructured_on order by g.on_day desc limit 1)) as held,
                       (s.official_group > 1 or r.loan_id is not null) and s.on_schedule_since is not null
                           and greatest(s.on_schedule_since, r.restructured_on, r.waived_on) + make_interval(months =>
                               case when %s
                                    then c.upgrade_months_short_term else c.upgrade_months end) <= :day as proven
                from servicing.loan l join servicing.standing s on s.loan_id = l.id cross join chosen c
                left join servicing.relief r on r.loan_id = l.id
                where l.fund_id = :fund and l.disbursed_on <= :day and l.settled_on is null and l.state <> 'WRITTEN_OFF_FINAL' %s),
            own as materialized (
                select f.*, by_rule.*, case when f.proven then 1 else f.held end as by_history,
                       case when f.state = 'CHARGED_OFF' then 5 else 1 end as by_charge_off
                from fact f
                """.formatted(SHORT_TERM, filter) + BY_RULE + """
            ), grouped as (
                select own.*, max(greatest(by_days, by_restructure, by_waiver, by_history, by_charge_off))
                           over (partition by borrower_id) as debt_group,
                       case max(greatest(by_days, by_restructure, by_waiver, by_history, by_charge_off))
                           over (partition by borrower_id)
                           when by_charge_off then case by_charge_off when 5 then 'CHARGED_OFF' else 'IN_TERM' end
                           when by_days then 'DAYS_PAST_DUE' when by_restructure then 'RESTRUCTURED'
                           when by_waiver then 'INTEREST_WAIVED' when by_history then 'NOT_YET_UPGRADED'
                           else 'CUSTOMER' end as criterion
                from own)
            """;
    }
}

package vn.coopfund.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;

/** The fund in one picture, on its business date: what is lent, in which debt groups, what came in, what waits. */
@Component
@Transactional(readOnly = true)
public class OverviewFigures {

    /** The debt groups of the regulation. */
    public static final int GROUPS = 5;
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    OverviewFigures(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /**
     * Loans on the balance sheet, đồng.
     *
     * @param bad principal in groups 3 to 5
     */
    public record Portfolio(long loans, long outstanding, long pastDueLoans, long bad) {
    }

    public Portfolio portfolio() {
        return bind("""
                select count(*) as loans, coalesce(sum(s.principal_outstanding), 0)::bigint as outstanding,
                       count(*) filter (where s.next_due_on < :today) as past_due,
                       coalesce(sum(s.principal_outstanding) filter (where s.indicative_group >= 3), 0)::bigint as bad
                """ + ON_BALANCE_SHEET).query((row, number) -> new Portfolio(row.getLong("loans"),
                        row.getLong("outstanding"), row.getLong("past_due"), row.getLong("bad"))).single();
    }

    /** Principal outstanding by the debt group of the last close of a day; every group has an entry. */
    public Map<Integer, Long> byGroup() {
        Map<Integer, Long> groups = new TreeMap<>();
        for (int group = 1; group <= GROUPS; group++) {
            groups.put(group, 0L);
        }
        bind("select s.indicative_group, sum(s.principal_outstanding)::bigint" + ON_BALANCE_SHEET + " group by 1")
                .query(row -> {
                    groups.put(row.getInt(1), row.getLong(2));
                });
        return groups;
    }

    /** What borrowers paid in each of the last twelve months, the running one included; what was taken back is not. */
    public Map<YearMonth, Long> receiptsByMonth() {
        YearMonth now = YearMonth.from(businessDay.today());
        Map<YearMonth, Long> months = new TreeMap<>();
        for (int back = 0; back < MONTHS; back++) {
            months.put(now.minusMonths(back), 0L);
        }
        LocalDate from = now.minusMonths(MONTHS - 1).atDay(1);
        bind("""
                select date_trunc('month', value_date)::date, sum(amount)::bigint from servicing.repayment
                where fund_id = :fund and reversed_on is null and value_date between :from and :today group by 1""")
                .param("from", from).query(row -> {
                    months.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getLong(2));
                });
        return months;
    }

    /** Open tasks of the whole fund, and how many of them are late. */
    public record Waiting(long applications, long tasks, long late) {
    }

    public Waiting waiting() {
        return bind("""
                select count(distinct subject_id) filter (where subject_type = 'APPLICATION') as applications,
                       count(*) as tasks, count(*) filter (where due_on < :today) as late
                from workflow.inbox_task where fund_id = :fund""").query((row, number) -> new Waiting(
                        row.getLong("applications"), row.getLong("tasks"), row.getLong("late"))).single();
    }

    private JdbcClient.StatementSpec bind(String sql) {
        return jdbc.sql(sql).param("fund", Actors.current().fundId()).param("today", businessDay.today());
    }

    private static final String ON_BALANCE_SHEET = """
            \sfrom servicing.loan l join servicing.standing s on s.loan_id = l.id
            where l.fund_id = :fund and l.state in ('PARTLY_DISBURSED', 'ACTIVE', 'ACCELERATED')""";
}

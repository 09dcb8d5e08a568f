package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;

/** At the close of a day, writes down every indicative group that changed; loans that never had trouble cost nothing. */
@Component
class FollowDebtGroups implements DayCloseStep {

    private static final String OF_TROUBLED_BORROWERS = """
            and l.borrower_id in (
                select x.borrower_id from servicing.loan x join servicing.standing y on y.loan_id = x.id
                where x.fund_id = :fund and x.settled_on is null and (x.disbursed_on is not null and y.next_due_on < :day
                    or y.official_group > 1 or y.indicative_group > 1 or x.state = 'CHARGED_OFF')
                union all
                select x.borrower_id from servicing.relief f join servicing.loan x on x.id = f.loan_id)""";

    private final JdbcClient jdbc;
    private final OnSchedule onSchedule;

    FollowDebtGroups(JdbcClient jdbc, OnSchedule onSchedule) {
        this.jdbc = jdbc;
        this.onSchedule = onSchedule;
    }

    @Override
    public String name() {
        return "debtGroups";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public int run(LocalDate day) {
        onSchedule.endUnpaid(day);
        return jdbc.sql(DebtGroups.grouped(OF_TROUBLED_BORROWERS) + """
                , changed as (
                    update servicing.standing s set indicative_group = g.debt_group from grouped g
                    where s.loan_id = g.loan_id and s.indicative_group <> g.debt_group
                    returning g.loan_id, g.debt_group, g.criterion)
                insert into servicing.indicative_group (loan_id, on_day, debt_group, criterion)
                select loan_id, :day, debt_group, criterion from changed on conflict do nothing""")
                .param("fund", Actors.current().fundId()).param("day", day).update();
    }
}

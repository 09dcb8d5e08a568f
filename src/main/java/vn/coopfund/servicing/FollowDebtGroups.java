package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.DayCloseStep;

/** At the close of a day, writes down every indicative group that changed; loans that never had trouble cost nothing. */
@Component
class FollowDebtGroups implements DayCloseStep {

    /** Found from the loans in trouble on: few beside all, which arrays of their ids tell the planner. */
    private static final String OF_TROUBLED_BORROWERS = """
            and l.borrower_id = any (array(
                select x.borrower_id from servicing.loan x
                where x.fund_id = :fund and x.settled_on is null and x.id = any (array(
                    select y.loan_id from servicing.standing y where y.next_due_on < :day
                    union all select y.loan_id from servicing.standing y where y.official_group > 1 or y.indicative_group > 1
                    union all select f.loan_id from servicing.relief f
                    union all select c.id from servicing.loan c where c.fund_id = :fund and c.state = 'CHARGED_OFF'))))""";

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
                    where s.loan_id = g.loan_id and g.indicative <> g.debt_group
                    returning g.loan_id, g.debt_group, g.criterion)
                insert into servicing.indicative_group (loan_id, on_day, debt_group, criterion)
                select loan_id, :day, debt_group, criterion from changed on conflict do nothing""")
                .param("fund", Actors.current().fundId()).param("day", day).update();
    }
}

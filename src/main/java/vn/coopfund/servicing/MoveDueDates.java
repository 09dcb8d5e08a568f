package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.calendar.HolidaysChanged;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.schedule.RowPosition;

/**
 * When the days without work change, the due dates to come of running loans that move off such days are kept anew, in
 * the transaction of the change (a signed loan uses the calendar in force when its date arrives).
 */
@Component
class MoveDueDates {

    private final JdbcClient jdbc;
    private final LoanRepository loans;
    private final Positions positions;
    private final ScheduleVersions versions;
    private final Standings standings;
    private final BusinessDay businessDay;

    MoveDueDates(JdbcClient jdbc, LoanRepository loans, Positions positions, ScheduleVersions versions,
            Standings standings, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.loans = loans;
        this.positions = positions;
        this.versions = versions;
        this.standings = standings;
        this.businessDay = businessDay;
    }

    @EventListener
    void move(HolidaysChanged changed) {
        jdbc.sql("""
                select id from servicing.loan
                where fund_id = ? and working_days <> 'NONE' and disbursed_on is not null and settled_on is null
                order by id""").param(Actors.current().fundId()).query(Long.class).list()
                .forEach(id -> move(loans.lock(id).orElseThrow()));
    }

    private void move(Loan loan) {
        LoanPosition position = positions.at(loan, businessDay.today());
        List<LocalDate> dates = position.rows().stream().filter(row -> row.payment() > 0).map(RowPosition::dueOn).toList();
        if (!dates.equals(kept(loan))) {
            versions.keep(loan, ScheduleVersions.Reason.CALENDAR, position);
            standings.put(loan, position);
        }
    }

    private List<LocalDate> kept(Loan loan) {
        return jdbc.sql("""
                select due_on from servicing.schedule_row where loan_id = :loan
                  and version = (select max(version) from servicing.schedule_version where loan_id = :loan)
                order by number""").param("loan", loan.id()).query(LocalDate.class).list();
    }
}

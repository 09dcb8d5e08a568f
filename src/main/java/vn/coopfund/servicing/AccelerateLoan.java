package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * Calls a loan back before its time (thu hồi nợ trước hạn): all principal not yet due falls due on one day, what is not
 * drawn is given up, the borrower gets a notice. Decided by whoever has the authority over the principal owed; this act
 * carries the decision out.
 */
@Act
@Allowed({Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class AccelerateLoan {

    private final JdbcClient jdbc;
    private final LoanDesk desk;
    private final LoanRepository loans;
    private final Positions positions;
    private final LoanFacts facts;
    private final Realignment realignment;
    private final ScheduleVersions versions;
    private final UndrawnReleased undrawn;
    private final RecallNotices notices;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Processes processes;

    AccelerateLoan(JdbcClient jdbc, LoanDesk desk, LoanRepository loans, Positions positions, LoanFacts facts,
            Realignment realignment, ScheduleVersions versions, UndrawnReleased undrawn, RecallNotices notices,
            BusinessDay businessDay, CaseEvents events, Processes processes) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.loans = loans;
        this.positions = positions;
        this.facts = facts;
        this.realignment = realignment;
        this.versions = versions;
        this.undrawn = undrawn;
        this.notices = notices;
        this.businessDay = businessDay;
        this.events = events;
        this.processes = processes;
    }

    /**
     * Returns the id of the recall.
     *
     * @param payBy after today
     * @param why   as the borrower reads it
     */
    public long accelerate(Subject subject, LocalDate payBy, String why) {
        Loan loan = desk.lock(subject);
        LocalDate today = businessDay.today();
        new Refusal.Problems().addIf(!payBy.isAfter(today), "payBy", "servicing.refused.not-later", today).refuseIfAny();
        if (!loan.undrawn().isZero()) {
            undrawn.giveUpCalledBack(loan, why);
        }
        long called = Recalls.notYetDue(positions.at(loan, today));
        if (called == 0) {
            throw Refusal.conflict("servicing.refused.all-due", loan.number());
        }
        loan.accelerate(today);
        loans.flush();
        long id = jdbc.sql("select nextval('servicing.acceleration_seq')").query(Long.class).single();
        String number = notices.nextNumber(today);
        jdbc.sql("""
                insert into servicing.acceleration (id, fund_id, loan_id, turn, value_date, pay_by, why, principal,
                    notice_number, schedule_version, decided_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), facts.nextTurn(loan), today, payBy, why, called,
                        number, versions.next(loan), Actors.current().isSystem() ? null : Actors.current().id())).update();
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.ACCELERATED, today, Dong.ZERO);
        versions.keep(loan, ScheduleVersions.Reason.ACCELERATION, after);
        notices.issue(loan, number, payBy, why, called);
        events.tell(subject, "servicing.event.accelerated", Dong.of(called), payBy, number, why);
        processes.tell("Message_LoanAccelerated", subject);
        return id;
    }
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/**
 * Makes the groups of a month end official: from now on they drive accrual and provision. Whoever set a group against the
 * rules does not approve.
 */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class ApproveClassification {

    private final Classifications classifications;
    private final LoanDesk desk;
    private final NonAccrual nonAccrual;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Notices notices;
    private final Processes processes;

    ApproveClassification(Classifications classifications, LoanDesk desk, NonAccrual nonAccrual, JdbcClient jdbc,
            BusinessDay businessDay, CaseEvents events, Notices notices, Processes processes) {
        this.classifications = classifications;
        this.desk = desk;
        this.nonAccrual = nonAccrual;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
        this.processes = processes;
    }

    /** Answers how many loans stand in another group than before. */
    public int approve(LocalDate asOf) {
        Classifications.Run run = classifications.lockProposed(asOf);
        if (classifications.overriders(run.id()).contains(Actors.current().id())) {
            throw Refusal.forbidden("servicing.refused.own-override");
        }
        refuseOutOfOrder(asOf);
        jdbc.sql("update servicing.classification_run set state = 'APPROVED', approved_by = ?, approved_on = ? where id = ?")
                .params(Actors.current().id(), businessDay.today(), run.id()).update();
        notices.done(Classifications.path(asOf));
        List<Move> moves = moves(run);
        moves.forEach(move -> move(move, run));
        keepTheSame(run);
        processes.tell("Message_ClassificationApproved", Subject.classification(run.id()));
        return moves.size();
    }

    private void refuseOutOfOrder(LocalDate asOf) {
        LocalDate earlier = classifications.all().stream().filter(run -> !run.isApproved()).map(Classifications.Run::asOf)
                .min(LocalDate::compareTo).orElse(asOf);
        if (earlier.isBefore(asOf)) {
            throw Refusal.conflict("servicing.refused.earlier-classification", earlier);
        }
    }

    private record Move(long loan, int from, int to) {
    }

    private List<Move> moves(Classifications.Run run) {
        return jdbc.sql("select loan, official as \"from\", to_group as \"to\" from (select c.loan_id as loan, s.official_group as official, "
                + DECIDED + " as to_group from servicing.classification c join servicing.standing s on s.loan_id = c.loan_id "
                + "join servicing.loan l on l.id = c.loan_id where c.run_id = ? and l.settled_on is null "
                + "and l.charged_off_on is null) as decided where official <> to_group order by loan")
                .param(run.id()).query(Move.class).list();
    }

    private void move(Move move, Classifications.Run run) {
        nonAccrual.moveTo(desk.lock(Subject.loan(move.loan())), move.to(), run.asOf(), run.id());
        events.note(Subject.loan(move.loan()), "servicing.event.group", run.asOf(), "#servicing.group." + move.from(),
                "#servicing.group." + move.to());
    }

    private void keepTheSame(Classifications.Run run) {
        jdbc.sql("insert into servicing.official_group (loan_id, as_of, debt_group, run_id) select c.loan_id, ?, " + DECIDED
                + ", c.run_id from servicing.classification c where c.run_id = ? on conflict do nothing")
                .params(run.asOf(), run.id()).update();
    }

    private static final String DECIDED = """
            coalesce((select o.debt_group from servicing.classification_override o
                where o.run_id = c.run_id and o.loan_id = c.loan_id order by o.turn desc limit 1), c.debt_group)""";
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/**
 * Sets another group for a customer than the rules propose, before the month end is official: all its loans take it. The
 * director may set a worse one; a better one is for the council's chair.
 */
@Act
@Allowed({Role.DIRECTOR, Role.COUNCIL_CHAIR})
public class OverrideDebtGroup {

    private final Classifications classifications;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    OverrideDebtGroup(Classifications classifications, JdbcClient jdbc, BusinessDay businessDay, CaseEvents events) {
        this.classifications = classifications;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
    }

    /** @param paper number and date of the decision */
    public void override(Subject subject, LocalDate asOf, int group, String reason, String paper) {
        new Refusal.Problems()
                .addIf(group < 1 || group > 5, "group", "servicing.refused.group")
                .addIf(reason == null || reason.isBlank(), "reason", "servicing.refused.required")
                .addIf(paper == null || paper.isBlank(), "paper", "servicing.refused.required").refuseIfAny();
        Classifications.Run run = classifications.lockProposed(asOf);
        Classifications.Line line = classifications.lines(asOf).stream().filter(one -> one.loanId() == subject.id())
                .findFirst().orElseThrow(Refusal::notFound);
        if (group < line.proposed() && !Actors.current().is(Role.COUNCIL_CHAIR)) {
            throw Refusal.forbidden("servicing.refused.better-group");
        }
        classifications.lines(asOf).stream().filter(one -> one.borrowerId() == line.borrowerId())
                .forEach(one -> write(run, one, group, reason.strip(), paper.strip()));
    }

    private void write(Classifications.Run run, Classifications.Line line, int group, String reason, String paper) {
        jdbc.sql("""
                insert into servicing.classification_override (run_id, loan_id, turn, debt_group, reason, paper, decided_by,
                    decided_on)
                select :run, :loan, coalesce(max(turn), 0) + 1, :group, :reason, :paper, :person, :today
                from servicing.classification_override where run_id = :run and loan_id = :loan""")
                .param("run", run.id()).param("loan", line.loanId()).param("group", group).param("reason", reason)
                .param("paper", paper).param("person", Actors.current().id()).param("today", businessDay.today()).update();
        events.note(Subject.loan(line.loanId()), "servicing.event.group-overridden", run.asOf(), line.proposed(), group,
                reason, paper);
    }
}

package vn.coopfund.risk;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Notes that a loan is of entrusted money whose risk the fund does not bear: it carries no provision. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class NoteEntrustedLoan {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    NoteEntrustedLoan(JdbcClient jdbc, BusinessDay businessDay, CaseEvents events) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.events = events;
    }

    /** @param paper the contract of entrustment */
    public void note(Subject loan, String paper) {
        if (paper == null || paper.isBlank()) {
            throw Refusal.invalid("paper", "risk.refused.say-why");
        }
        jdbc.sql("insert into risk.entrusted_loan (loan_id, paper, noted_by, noted_on) values (?, ?, ?, ?) "
                + "on conflict do nothing").params(loan.id(), paper.strip(), Actors.current().id(), businessDay.today()).update();
        events.note(loan, "risk.event.entrusted", paper.strip());
    }
}

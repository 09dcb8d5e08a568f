package vn.coopfund.servicing;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** A recall taken back: its notice withdrawn, the loan replayed by the schedule before; what is not drawn stays given up. */
@Component
class AccelerationTakenBack implements WaitingAct {

    private final JdbcClient jdbc;
    private final Recalls recalls;
    private final Positions positions;
    private final Realignment realignment;
    private final ScheduleVersions versions;
    private final RecallNotices notices;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    AccelerationTakenBack(JdbcClient jdbc, Recalls recalls, Positions positions, Realignment realignment,
            ScheduleVersions versions, RecallNotices notices, BusinessDay businessDay, CaseEvents events) {
        this.jdbc = jdbc;
        this.recalls = recalls;
        this.positions = positions;
        this.realignment = realignment;
        this.versions = versions;
        this.notices = notices;
        this.businessDay = businessDay;
        this.events = events;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.REVERSE_ACCELERATION;
    }

    @Override
    public Set<Role> deciders(Proposal proposal) {
        return Authority.deciders(proposal);
    }

    Recalls.Recall holding(Loan loan) {
        loan.requireInBooks();
        return recalls.holding(loan).orElseThrow(() -> Refusal.conflict("servicing.refused.not-recalled", loan.number()));
    }

    long outstanding(Loan loan) {
        return positions.at(loan, businessDay.today()).principalOutstanding();
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        Recalls.Recall recall = holding(loan);
        if (recall.id() != proposal.targetId()) {
            throw Refusal.conflict("servicing.refused.not-the-last", recall.notice());
        }
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        Recalls.Recall recall = holding(loan);
        jdbc.sql("insert into servicing.acceleration_reversal (acceleration_id, reversed_on, why, proposal_id) values (?, ?, ?, ?)")
                .params(recall.id(), businessDay.today(), proposal.why(), proposal.id()).update();
        loan.accelerationTakenBack();
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.ACCELERATED, recall.valueDate(), Dong.ZERO);
        versions.keep(loan, ScheduleVersions.Reason.REVERSAL, after);
        notices.withdraw(loan, recall.notice());
        events.tell(loan.subject(), "servicing.event.acceleration-reversed", recall.notice(), proposal.why());
        return Done.of(recall.id());
    }
}

package vn.coopfund.servicing;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** The last restructuring taken back: counted no more, its annex withdrawn, the loan replayed by the schedule before. */
@Component
class RestructureTakenBack implements WaitingAct {

    private final JdbcClient jdbc;
    private final Positions positions;
    private final Realignment realignment;
    private final ScheduleVersions versions;
    private final Attachments attachments;
    private final Recalls recalls;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final BorrowerNotices notices;

    RestructureTakenBack(JdbcClient jdbc, Positions positions, Realignment realignment, ScheduleVersions versions,
            Attachments attachments, Recalls recalls, BusinessDay businessDay, CaseEvents events, BorrowerNotices notices) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.realignment = realignment;
        this.versions = versions;
        this.attachments = attachments;
        this.recalls = recalls;
        this.businessDay = businessDay;
        this.events = events;
        this.notices = notices;
    }

    /** The last that stands. */
    record Last(long id, LocalDate valueDate, String annexNumber) {
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.REVERSE_RESTRUCTURE;
    }

    @Override
    public Set<Role> deciders(Proposal proposal) {
        return Authority.deciders(proposal);
    }

    Last last(Loan loan) {
        loan.requireInBooks();
        return jdbc.sql("select id, value_date, annex_number from servicing.standing_restructure where loan_id = ? "
                        + "order by turn desc limit 1").param(loan.id()).query(Last.class).optional()
                .orElseThrow(() -> Refusal.conflict("servicing.refused.not-restructured", loan.number()));
    }

    long outstanding(Loan loan) {
        return positions.at(loan, businessDay.today()).principalOutstanding();
    }

    @Override
    public void recheck(Loan loan, Proposal proposal) {
        Last last = last(loan);
        if (last.id() != proposal.targetId()) {
            throw Refusal.conflict("servicing.refused.not-the-last", last.annexNumber());
        }
    }

    @Override
    public Done perform(Loan loan, Proposal proposal, Long checkedBy) {
        recheck(loan, proposal);
        Last last = last(loan);
        jdbc.sql("insert into servicing.restructure_reversal (restructure_id, reversed_on, why, proposal_id) values (?, ?, ?, ?)")
                .params(last.id(), businessDay.today(), proposal.why(), proposal.id()).update();
        loan.restructureTakenBack(recalls.holding(loan).map(Recalls.Recall::valueDate).orElse(null));
        attachments.of(loan.subject()).stream().filter(paper -> paper.kind().equals(Annexes.KIND)
                        && paper.filename().equals(Annexes.filename(last.annexNumber())))
                .forEach(paper -> attachments.withdraw(loan.subject(), paper.id()));
        LoanPosition after = realignment.align(loan, LoanBooks.Reason.RESTRUCTURED, last.valueDate(), Dong.ZERO);
        versions.keep(loan, ScheduleVersions.Reason.REVERSAL, after);
        events.tell(loan.subject(), "servicing.event.restructure-reversed", last.annexNumber(), proposal.why());
        notices.tell(loan, "servicing.notice.restructure-reversed", loan.number(), last.annexNumber());
        return Done.of(last.id());
    }
}

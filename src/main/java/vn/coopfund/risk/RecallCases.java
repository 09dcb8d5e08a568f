package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.web.Refusal;

/** What came of misuses that were found: warnings, and proposals to call the loan back with what was decided on them. */
@Component
public class RecallCases {

    /** How one stands. */
    public enum State { WARNED, PROPOSED, RECALLED, REFUSED, OVERTAKEN }

    /**
     * One of them.
     *
     * @param putRightBy of a warning
     * @param payBy      of a proposal: by when everything is to be paid
     * @param decision   what the director or the council said to it
     * @param minutes    number of the council's minutes, or null
     */
    public record RecallCase(long id, long loanId, long inspectionId, State state, String reason, LocalDate putRightBy,
            LocalDate payBy, String reviewer, LocalDate reviewedOn, String decider, LocalDate decidedOn, String decision,
            String minutes) {

        public boolean isOpen() {
            return state == State.PROPOSED;
        }
    }

    static final String MATTER = "RECALL";

    private final JdbcClient jdbc;
    private final CouncilMatters matters;
    private final BusinessDay businessDay;

    RecallCases(JdbcClient jdbc, CouncilMatters matters, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.businessDay = businessDay;
    }

    /** Of a loan, the latest first. */
    @Transactional(readOnly = true)
    public List<RecallCase> of(long loanId) {
        return jdbc.sql("""
                select r.id, r.loan_id, r.inspection_id, r.state, r.reason, r.put_right_by, r.pay_by, p.display_name as reviewer,
                       r.reviewed_on, d.display_name as decider, r.decided_on, r.decision, r.minutes
                from risk.recall r join access.person p on p.id = r.reviewed_by left join access.person d on d.id = r.decided_by
                where r.loan_id = ? order by r.id desc""").param(loanId).query(RecallCase.class).list();
    }

    /** The proposal that nobody has decided yet. */
    @Transactional(readOnly = true)
    public Optional<RecallCase> open(Subject loan) {
        return of(loan.id()).stream().filter(RecallCase::isOpen).findFirst();
    }

    RecallCase needOpen(Subject loan) {
        return open(loan).orElseThrow(() -> Refusal.conflict("risk.refused.no-recall"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void warn(Subject loan, long inspection, String reason, LocalDate putRightBy) {
        add(loan, inspection, State.WARNED, reason, putRightBy, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void propose(Subject loan, long inspection, String reason, LocalDate payBy) {
        add(loan, inspection, State.PROPOSED, reason, null, payBy);
    }

    private void add(Subject loan, long inspection, State state, String reason, LocalDate putRightBy, LocalDate payBy) {
        jdbc.sql("""
                insert into risk.recall (id, fund_id, loan_id, inspection_id, state, reason, put_right_by, pay_by, reviewed_by, reviewed_on)
                values (nextval('risk.recall_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(Actors.current().fundId(), loan.id(), inspection, state.name(), reason, putRightBy, payBy,
                        Actors.current().id(), businessDay.today())).update();
    }

    /** @param decider who decided it, or signed for the council */
    @Transactional(propagation = Propagation.MANDATORY)
    void decide(RecallCase one, boolean recalled, LocalDate payBy, String decision, String minutes, long decider) {
        jdbc.sql("update risk.recall set state = ?, pay_by = ?, decision = ?, minutes = ?, decided_by = ?, decided_on = ? where id = ?")
                .params(Arrays.asList((recalled ? State.RECALLED : State.REFUSED).name(), payBy, decision, minutes, decider,
                        businessDay.today(), one.id())).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void carriedOut(RecallCase one, long acceleration) {
        jdbc.sql("update risk.recall set acceleration_id = ? where id = ?").params(acceleration, one.id()).update();
    }

    /** The loan is over another way: nobody need decide. */
    @Transactional(propagation = Propagation.MANDATORY)
    void overtake(Subject loan) {
        jdbc.sql("update risk.recall set state = 'OVERTAKEN' where loan_id = ? and state = 'PROPOSED'")
                .param(loan.id()).update();
        matters.openOn(loan).filter(matter -> matter.kind().equals(MATTER)).ifPresent(matter -> matters.takeBack(loan));
    }
}

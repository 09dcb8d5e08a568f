package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.risk.ConfirmProvisions;
import vn.coopfund.risk.ProposeProvisions;
import vn.coopfund.risk.ProposeWriteOff;
import vn.coopfund.risk.WriteOffs;
import vn.coopfund.workflow.OpenTask;

/** Debts that are asked to be written off, looked at, voted on and signed, by the people it takes. */
public abstract class WriteOffModuleTest extends RiskModuleTest {

    @Autowired protected ProposeProvisions proposeProvisions;
    @Autowired protected ConfirmProvisions confirmProvisions;
    @Autowired protected ProposeWriteOff proposeWriteOff;
    @Autowired protected WriteOffs writeOffs;

    /** The golden loan, never paid: group 5 at the end of October, 199 days past due, provided for in full. */
    protected long doubtful() {
        long loan = lent(false);
        classify(on(10, 31));
        as(staff.with(Role.ACCOUNTANT), () -> proposeProvisions.propose(on(10, 31)));
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            confirmProvisions.confirm(on(10, 31));
            return null;
        });
        businessDay.moveTo(on(11, 10));
        return loan;
    }

    /** The same, charged off on 10 November. */
    protected long chargedOff() {
        long loan = doubtful();
        propose(loan, WriteOffs.Ground.GROUP_5);
        decided(loan);
        return loan;
    }

    protected long propose(long loan, WriteOffs.Ground ground) {
        return as(staff.with(Role.LOAN_OFFICER), () -> proposeWriteOff.propose(Subject.loan(loan), ground, "Biên bản 01",
                "Đã dùng hết biện pháp thu hồi"));
    }

    protected void reviewed(long loan) {
        done(loan, Role.CHIEF_ACCOUNTANT, "Task_ReviewWriteOff", Map.of("outcome", "FORWARD"));
    }

    /** Reviewed, voted for by as many as it takes, signed and carried out. */
    protected void decided(long loan) {
        reviewed(loan);
        councilVotes(loan, "FOR");
        signed(loan, "SIGN");
    }

    protected void signed(long loan, String outcome) {
        done(loan, chair(), "Task_SignWriteOff", Map.of("outcome", outcome, "decision", "05/NQ-HĐQL"));
    }

    protected void councilVotes(long loan, String vote) {
        chair();
        done(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        ballots(loan).forEach(ballot -> {
            if (inbox.find(ballot.id()).isPresent()) {
                vote(ballot, vote);
            }
        });
        done(loan, chair(), "Task_SignMinutes", Map.of());
    }

    protected List<OpenTask> ballots(long loan) {
        return inbox.on(Subject.loan(loan)).stream().filter(task -> task.key().equals("Task_CastVote")).toList();
    }

    protected void vote(OpenTask ballot, String vote) {
        as(staff.byId(ballot.forPerson()), () -> completeTask.complete(ballot.id(),
                Map.of("outcome", vote, "comment", "Còn khả năng thu hồi")));
    }

    protected Actor chair() {
        return staff.with(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR);
    }

    protected void done(long loan, Role role, String key, Map<String, Object> fields) {
        complete(loan, role, key, fields);
    }

    protected void done(long loan, Actor who, String key, Map<String, Object> fields) {
        complete(loan, who, key, fields);
    }

    protected void completed(OpenTask task, Actor who, Map<String, Object> fields) {
        as(who, () -> completeTask.complete(task.id(), fields));
    }

    protected OpenTask open(long loan, String key) {
        return task(loan, key);
    }

    /** The tasks that the write-off itself waits for. */
    protected List<String> tasksOf(long loan) {
        return openTasks(loan).stream().filter(key -> !key.equals("Task_RemindOverdue")).toList();
    }

    protected void stands(long loan, String... tasks) {
        assertThat(tasksOf(loan)).containsExactlyInAnyOrder(tasks);
    }

    protected void followsTheReplay(long loan) {
        var position = position(loan);
        assertThat(noted("9711", loan)).isEqualTo(position.principalOutstanding());
        assertThat(noted("9712", loan)).isEqualTo(position.interestDue() + position.interestAccrued());
        assertThat(noted("9713", loan)).isEqualTo(position.overdueInterest());
        assertThat(noted("9714", loan)).isEqualTo(position.lateInterest());
    }
}

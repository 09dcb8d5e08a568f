package vn.coopfund.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.origination.Cases;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;

/** Who does whose tasks during an absence, under which names, and who may not. */
class StandInModuleTests extends ModuleTest {

    @Autowired Cases cases;
    @Autowired ArrangeStandIn arrangeStandIn;
    @Autowired EndStandIn endStandIn;
    @Autowired CompleteTask completeTask;
    @Autowired ClaimTask claimTask;
    @Autowired CaseEvents events;
    @Autowired CaseTrail trail;
    @Autowired Inbox inbox;
    @Autowired Duties duties;
    @Autowired Notices notices;
    @Autowired People people;
    @Autowired BusinessDay businessDay;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Actor person(Role... roles) {
        return cases.staff().named("abs-" + UUID.randomUUID().toString().substring(0, 8), roles);
    }

    private Subject submitted() {
        return cases.submitted(cases.cooperative("abs-" + UUID.randomUUID()), Cases.secured(100_000_000));
    }

    private ArrangeStandIn.Wish week(Actor absent, Actor standIn) {
        LocalDate today = businessDay.today();
        return new ArrangeStandIn.Wish(absent == null ? null : absent.id(), standIn.id(), today, today.plusDays(6), "Nghỉ phép");
    }

    private Absences.Absence away(Actor absent, Actor standIn) {
        return Actors.as(absent, () -> arrangeStandIn.arrange(week(null, standIn)));
    }

    private void refused(String key, Actor absent, ArrangeStandIn.Wish wish) {
        assertThatThrownBy(() -> Actors.as(absent, () -> arrangeStandIn.arrange(wish)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code).contains("workflow.absence." + key));
    }

    @Test
    void doesTheAbsentOnesTasksUnderBothNamesAndNoLongerThanThat() {
        Actor officer = person(Role.LOAN_OFFICER);
        Actor head = person(Role.HEAD_OF_LENDING);
        Subject subject = submitted();
        Subject later = submitted();
        assertThat(Actors.as(head, () -> inbox.mineOn(subject))).isEmpty();

        Absences.Absence absence = away(officer, head);
        assertThat(Actors.as(head, () -> inbox.rows(new Inbox.Filter("Task_CheckCompleteness", null), Inbox.orderBy(null),
                new PageOf.Wish(0, 500)).items())).filteredOn(row -> row.task().subject().equals(subject))
                .extracting(Inbox.Row::inPlaceOf).containsExactly(officer.displayName());
        cases.complete(subject, "Task_CheckCompleteness", head, Map.of("outcome", "COMPLETE"));

        assertThat(trail.of(subject)).singleElement().satisfies(step -> {
            assertThat(step.by()).isEqualTo(head.displayName());
            assertThat(step.inPlaceOf()).isEqualTo(officer.displayName());
        });
        assertThat(events.of(subject)).extracting(CaseEvents.Line::by)
                .contains(head.displayName() + " (thay " + officer.displayName() + ")");
        assertThat(jdbc.sql("select detail from access.audit_log where what = 'CheckCompleteness' and subject_id = ?")
                .param(subject.id()).query(String.class).single()).startsWith("STANDS_IN " + officer.username());
        assertThat(jdbc.sql("select stands_in_for from access.duty_taken where subject_id = ? and person_id = ?")
                .params(subject.id(), head.id()).query(Long.class).single()).isEqualTo(officer.id());

        Actors.as(officer, () -> endStandIn.end(absence.id()));
        assertThat(Actors.as(head, () -> inbox.mineOn(later))).isEmpty();
        assertThat(Actors.as(head, () -> notices.mine(5))).extracting(Notices.Notice::path).contains("/absences");
    }

    @Test
    void takesUpWhatTheAbsentOneClaimed() {
        Actor officer = person(Role.LOAN_OFFICER);
        Actor colleague = person(Role.LOAN_OFFICER);
        Subject subject = submitted();
        String task = cases.task(subject, "Task_CheckCompleteness").id();
        Actors.as(officer, () -> claimTask.claim(task));
        assertThatThrownBy(() -> Actors.as(colleague, () -> completeTask.complete(task, Map.of("outcome", "COMPLETE"))))
                .isInstanceOf(Refusal.class);

        away(officer, colleague);
        Actors.as(colleague, () -> completeTask.complete(task, Map.of("outcome", "COMPLETE")));
        assertThat(trail.of(subject)).extracting(CaseTrail.Step::inPlaceOf).containsExactly(officer.displayName());
    }

    @Test
    void seesNothingWhereEitherOfTheTwoTookTheOtherSide() {
        Actor director = person(Role.DIRECTOR);
        Actor deputy = person(Role.HEAD_OF_LENDING);
        Subject subject = cases.beforeDecision(cases.cooperative("abs-" + UUID.randomUUID()), Cases.secured(100_000_000));
        away(director, deputy);
        assertThat(Actors.as(deputy, () -> inbox.mineOn(subject))).hasSize(1);

        Actors.as(director, () -> transaction.execute(status -> {
            duties.take(subject, Duty.VISIT);
            return null;
        }));
        assertThat(Actors.as(deputy, () -> inbox.mineOn(subject))).isEmpty();
        assertThatThrownBy(() -> cases.complete(subject, "Task_DecideApplication", deputy, Map.of("outcome", "APPROVED")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> jdbc.sql("""
                insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id, stands_in_for)
                values (1, 'APPLICATION', ?, 'DECIDE', ?, ?)""").params(subject.id(), deputy.id(), director.id()).update())
                .hasMessageContaining("conflicts with VISIT");
    }

    @Test
    void leavesTheAbsentOneOnTheSideThatWasTakenForIt() {
        Actor officer = person(Role.LOAN_OFFICER, Role.DIRECTOR);
        Actor head = person(Role.HEAD_OF_LENDING);
        Subject subject = submitted();
        away(officer, head);
        cases.complete(subject, "Task_CheckCompleteness", head, Map.of("outcome", "COMPLETE"));
        assertThatThrownBy(() -> Actors.as(officer, () -> transaction.execute(status -> {
            duties.take(subject, Duty.DECIDE);
            return null;
        }))).isInstanceOf(vn.coopfund.access.DutyConflict.class);
    }

    @Test
    void refusesWhoMayNot() {
        Actor officer = person(Role.LOAN_OFFICER);
        Actor head = person(Role.HEAD_OF_LENDING);
        refused("self", officer, week(null, officer));
        refused("apart", officer, week(null, person(Role.ACCOUNTANT)));
        refused("who", officer, week(null, person(Role.CONTROLLER)));
        refused("not-for-others", officer, week(head, officer));
        Actor gone = person(Role.HEAD_OF_LENDING);
        people.setEnabled(gone.id(), false);
        refused("disabled", officer, week(null, gone));

        away(officer, head);
        refused("already", officer, week(null, person(Role.HEAD_OF_LENDING)));
        refused("away", person(Role.LOAN_OFFICER), week(null, officer));
        LocalDate today = businessDay.today();
        refused("from", head, new ArrangeStandIn.Wish(null, officer.id(), today.minusDays(1), today, "x"));
        refused("to", head, new ArrangeStandIn.Wish(null, officer.id(), today, today.minusDays(1), "x"));
        refused("reason-needed", head, new ArrangeStandIn.Wish(null, officer.id(), today, today, " "));
        assertThatThrownBy(() -> Actors.as(person(Role.ADMINISTRATOR), () -> arrangeStandIn.arrange(week(null, head))))
                .isInstanceOf(NotAllowed.class);
        assertThat(Actors.as(person(Role.DIRECTOR), () -> arrangeStandIn.arrange(week(head, person(Role.HEAD_OF_LENDING)))).absentId())
                .isEqualTo(head.id());
    }

    @Test
    void losesAStandInWhoGetsARoleThatStandsApart() {
        Actor cashier = person(Role.CASHIER);
        Actor officer = person(Role.LOAN_OFFICER);
        away(cashier, officer);
        String visible = "select count(*) from workflow.standing_in where stand_in_id = ?";
        assertThat(jdbc.sql(visible).param(officer.id()).query(Integer.class).single()).isEqualTo(1);
        people.setRoles(officer.id(), java.util.Set.of(Role.LOAN_OFFICER, Role.ACCOUNTANT));
        assertThat(jdbc.sql(visible).param(officer.id()).query(Integer.class).single()).isZero();
    }
}

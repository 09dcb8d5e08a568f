package vn.coopfund.workflow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.RolesLost;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;

/**
 * What somebody held who may no longer do it goes back to the role, in the transaction that shuts the person out; all who
 * may do it now are told. A stand-in who is shut out stands in for nobody, and the absent one and the managers hear of it.
 */
@Component
class GiveTasksBack {

    private final JdbcClient jdbc;
    private final People people;
    private final CasePaths paths;
    private final CaseEvents events;
    private final Absences absences;
    private final Notices notices;
    private final BusinessDay businessDay;

    GiveTasksBack(JdbcClient jdbc, People people, CasePaths paths, CaseEvents events, Absences absences, Notices notices,
            BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.people = people;
        this.paths = paths;
        this.events = events;
        this.absences = absences;
        this.notices = notices;
        this.businessDay = businessDay;
    }

    @EventListener
    void giveBack(RolesLost lost) {
        Actor person = people.find(lost.personId()).orElseThrow();
        Set<Role> left = lost.disabled() ? Set.of() : person.roles();
        jdbc.sql("select t.* from workflow.inbox_task t where t.assignee_id = ? or t.for_person = ? order by t.task_id for update")
                .params(person.id(), person.id()).query(Inbox::task).list().stream()
                .filter(task -> task.roles().stream().noneMatch(left::contains)).forEach(task -> giveBack(task, person));
        if (lost.disabled()) {
            absences.ofPerson(person.id()).stream().filter(absence -> absence.standInId() == person.id())
                    .forEach(this::end);
        }
    }

    private void giveBack(OpenTask task, Actor person) {
        if (task.forPerson() != null) {
            // a vote is nobody else's: the chair sees to it
            tell(task, Set.of(Role.COUNCIL_CHAIR), person, "workflow.notice.vote-left");
            events.note(task.subject(), "workflow.event.vote-left", "#" + task.nameKey(), person.displayName());
            return;
        }
        jdbc.sql("update workflow.inbox_task set assignee_id = null, claimed_at = null where task_id = ?")
                .param(task.id()).update();
        events.note(task.subject(), "workflow.event.given-back", "#" + task.nameKey(), person.displayName());
        tell(task, task.roles(), person, "workflow.notice.given-back");
    }

    private void tell(OpenTask task, Set<Role> roles, Actor person, String code) {
        Set<Long> told = new TreeSet<>();
        roles.stream().filter(Role::isStaff).forEach(role -> people.withRole(role).forEach(one -> told.add(one.id())));
        told.remove(person.id());
        notices.tell(told, paths.of(task.subject()), code, "#" + task.nameKey(), task.title(), person.displayName());
    }

    private void end(Absences.Absence absence) {
        absences.end(absence.id(), businessDay.today());
        Set<Long> told = new TreeSet<>(List.of(absence.absentId()));
        people.withRole(Role.DIRECTOR).forEach(director -> told.add(director.id()));
        notices.tell(told, "/absences", "workflow.notice.stand-in-lost", absence.standIn(), absence.absent());
    }
}

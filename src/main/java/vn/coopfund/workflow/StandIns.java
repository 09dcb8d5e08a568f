package vn.coopfund.workflow;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;

/** In whose place somebody does a task. */
@Component
public class StandIns {

    private final JdbcClient jdbc;
    private final Duties duties;
    private final People people;

    StandIns(JdbcClient jdbc, Duties duties, People people) {
        this.jdbc = jdbc;
        this.duties = duties;
        this.people = people;
    }

    private record Place(long absentId, Role role) {
    }

    /**
     * The actor as who does the task: in the place of the absent colleague who claimed it, or of one whose role it needs;
     * empty when the actor does it, or cannot do it, as nobody but itself.
     */
    @Transactional(readOnly = true)
    public Optional<Actor> placeFor(OpenTask task) {
        Actor actor = Actors.current();
        boolean held = task.assigneeId() != null && task.assigneeId() != actor.id();
        boolean own = task.roles().stream().anyMatch(actor::is);
        if (task.forPerson() != null || own && !held) {
            return Optional.empty();
        }
        return places(actor).stream().filter(place -> task.roles().contains(place.role()))
                .filter(place -> !held || place.absentId() == task.assigneeId())
                .map(place -> actor.standingInFor(people.find(place.absentId()).orElseThrow(), place.role()))
                .filter(both -> task.duty() == null || duties.conflicts(both, task.subject(), task.duty()).isEmpty())
                .findFirst();
    }

    private List<Place> places(Actor actor) {
        return jdbc.sql("select absent_id, role from workflow.standing_in where stand_in_id = ? order by absence_id, role")
                .param(actor.id()).query(Place.class).list();
    }
}

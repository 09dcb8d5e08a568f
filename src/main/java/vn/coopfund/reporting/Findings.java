package vn.coopfund.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/** The controller's findings with their history: raised, answered by the responsible, returned or closed. */
@Component
public class Findings {

    /** What happened to it; the last is how it stands. */
    public enum Step { RAISED, ANSWERED, RETURNED, CLOSED }

    /** One finding, and how many papers it has. */
    public record Finding(long id, String title, String matter, long responsible, String responsibleName, LocalDate dueOn,
            long raisedBy, String raisedByName, LocalDate raisedOn, Step state, int papers) {

        public boolean waitsFor(Actor actor) {
            return state == Step.ANSWERED ? actor.is(Role.CONTROLLER)
                    : state != Step.CLOSED && actor.id() == responsible;
        }

        public boolean takesPapersOf(Actor actor) {
            return state != Step.CLOSED && (actor.is(Role.CONTROLLER) || actor.id() == responsible);
        }
    }

    /** A line of its history. */
    public record Line(Step kind, String words, String by, LocalDate on) {
    }

    private final JdbcClient jdbc;
    private final Notices notices;
    private final BusinessDay businessDay;

    Findings(JdbcClient jdbc, Notices notices, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.businessDay = businessDay;
    }

    /** Those that the actor reads: controllers, the director and the council all, others what they answer for. */
    @Transactional(readOnly = true)
    public List<Finding> list(boolean openOnly) {
        return select(Actors.current(), " and (not :open or f.state <> 'CLOSED') order by f.state = 'CLOSED', f.due_on, f.id").param("open", openOnly)
                .query(Finding.class).list();
    }

    /** @throws Refusal as if it were not there, for who may not read it */
    @Transactional(readOnly = true)
    public Finding byId(long id) {
        return find(Actors.current(), id).orElseThrow(Refusal::notFound);
    }

    /** Empty where the actor may not read it. */
    Optional<Finding> find(Actor actor, long id) {
        return select(actor, " and f.id = :id").param("id", id).query(Finding.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Line> history(long id) {
        return jdbc.sql("""
                select s.kind, s.words, p.display_name as by, s.made_on as on from reporting.finding_step s
                join access.person p on p.id = s.made_by where s.finding_id = ? order by s.turn""")
                .param(byId(id).id()).query(Line.class).list();
    }

    /** How many wait for the actor. */
    @Transactional(readOnly = true)
    public int waiting() {
        return (int) list(true).stream().filter(finding -> finding.waitsFor(Actors.current())).count();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(String title, String matter, long responsible, LocalDate dueOn, String words) {
        long id = jdbc.sql("select nextval('reporting.finding_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into reporting.finding (id, fund_id, title, matter, responsible, due_on, raised_by, raised_on)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(id, Actors.current().fundId(), title, matter, responsible, dueOn,
                        Actors.current().id(), businessDay.today())).update();
        step(id, Step.RAISED, words);
        notices.tell(List.of(responsible), "/control/findings/" + id, "reporting.notice.finding-raised", title, dueOn);
        return id;
    }

    /** The next step; the other side is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Finding finding, Step step, String words) {
        step(finding.id(), step, words);
        notices.tell(List.of(step == Step.ANSWERED ? finding.raisedBy() : finding.responsible()),
                "/control/findings/" + finding.id(), "reporting.notice.finding", finding.title(), "#reporting.finding.state." + step);
    }

    private void step(long id, Step step, String words) {
        if (words == null || words.isBlank()) {
            throw Refusal.invalid("words", "reporting.refused.words");
        }
        jdbc.sql("""
                insert into reporting.finding_step (finding_id, turn, kind, words, made_by, made_on)
                select :id, coalesce(max(turn), 0) + 1, :kind, :words, :by, :on from reporting.finding_step where finding_id = :id""")
                .param("id", id).param("kind", step.name()).param("words", words.strip()).param("by", Actors.current().id())
                .param("on", businessDay.today()).update();
    }

    private JdbcClient.StatementSpec select(Actor actor, String where) {
        return jdbc.sql("""
                select f.* from (
                    select f.id, f.title, f.matter, f.responsible, r.display_name as responsible_name, f.due_on, f.raised_by,
                           c.display_name as raised_by_name, f.raised_on,
                           (select s.kind from reporting.finding_step s where s.finding_id = f.id order by s.turn desc limit 1) as state,
                           (select count(*) from documents.attachment a where a.subject_type = 'FINDING' and a.subject_id = f.id
                                and a.withdrawn_at is null)::int as papers
                    from reporting.finding f join access.person r on r.id = f.responsible
                    join access.person c on c.id = f.raised_by
                    where f.fund_id = :fund and (:all or f.responsible = :me)) as f where true""" + where)
                .param("fund", actor.fundId()).param("me", actor.id())
                .param("all", actor.isAny(Role.CONTROLLER, Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.COUNCIL_MEMBER));
    }
}

package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;

/** Who is away from when to when, and who does that person's tasks meanwhile. */
@Component
public class Absences {

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Absences(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** @param endedOn the first day on which it holds no more; null where it runs to its last day */
    public record Absence(long id, long absentId, String absent, long standInId, String standIn, LocalDate fromDay,
            LocalDate toDay, String reason, String arrangedBy, LocalDate endedOn) implements HasSubject {

        public boolean overOn(LocalDate day) {
            return toDay.isBefore(day) || endedOn != null && !endedOn.isAfter(day);
        }

        /** The absent person. */
        @Override
        public Subject subject() {
            return new Subject(Subject.Type.PERSON, absentId);
        }
    }

    private static final String SELECT = """
            select s.id, s.absent_id, a.display_name as absent, s.stand_in_id, p.display_name as stand_in, s.from_day,
                   s.to_day, s.reason, b.display_name as arranged_by, s.ended_on
            from workflow.absence s join access.person a on a.id = s.absent_id join access.person p on p.id = s.stand_in_id
            join access.person b on b.id = s.arranged_by where s.fund_id = :fund""";

    Absence byId(long id) {
        return jdbc.sql(SELECT + " and s.id = :id for update of s").params(Map.of("fund", Actors.current().fundId(), "id", id))
                .query(Absence.class).optional().orElseThrow(Refusal::notFound);
    }

    /** One page of all arrangements, the latest first; {@code open} leaves out those that are over. */
    @Transactional(readOnly = true)
    public PageOf<Absence> page(boolean open, PageOf.Wish wish) {
        Map<String, Object> params = Map.of("fund", Actors.current().fundId(), "open", open, "today", businessDay.today());
        String rest = " and (not :open or s.to_day >= :today and (s.ended_on is null or s.ended_on > :today))";
        List<Absence> items = jdbc.sql(SELECT + rest + " order by s.from_day desc, s.id desc limit " + wish.size()
                + " offset " + wish.offset()).params(params).query(Absence.class).list();
        return new PageOf<>(items, wish.page(), wish.size(), jdbc.sql("select count(*) from (" + SELECT + rest + ") found")
                .params(params).query(Long.class).single());
    }

    /** Roles of the one that stand apart from a role of the other: nobody gains those as a stand-in. */
    List<Role> apart(Actor absent, Actor standIn) {
        return jdbc.sql("""
                select distinct r.role from access.person_role r join access.role_apart x on x.apart_from = r.role
                join access.person_role o on o.role = x.role and o.person_id = ? where r.person_id = ? order by 1""")
                .params(standIn.id(), absent.id()).query((row, number) -> Role.valueOf(row.getString(1))).list();
    }

    /** One that touches these days and in which the person is absent. */
    Optional<Absence> of(long absent, LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + " and s.absent_id = :absent and s.from_day <= :to and s.to_day >= :from "
                        + "and (s.ended_on is null or s.ended_on > greatest(s.from_day, :from)) order by s.from_day limit 1")
                .params(Map.of("fund", Actors.current().fundId(), "absent", absent, "from", from, "to", to))
                .query(Absence.class).optional();
    }

    /** Those in which the person stands in or is absent, and that are not over. */
    @Transactional(readOnly = true)
    public List<Absence> ofPerson(long person) {
        return jdbc.sql(SELECT + " and :person in (s.absent_id, s.stand_in_id) and s.to_day >= :today "
                        + "and (s.ended_on is null or s.ended_on > :today) order by s.from_day, s.id")
                .params(Map.of("fund", Actors.current().fundId(), "person", person, "today", businessDay.today()))
                .query(Absence.class).list();
    }

    Absence add(long absent, long standIn, LocalDate from, LocalDate to, String reason) {
        long id = jdbc.sql("""
                insert into workflow.absence (id, fund_id, absent_id, stand_in_id, from_day, to_day, reason, arranged_by)
                values (nextval('workflow.absence_seq'), ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Actors.current().fundId(), absent, standIn, from, to, reason, Actors.current().id())
                .query(Long.class).single();
        return byId(id);
    }

    void end(long id, LocalDate on) {
        jdbc.sql("update workflow.absence set ended_on = ?, ended_by = ? where id = ?")
                .params(on, Actors.current().isSystem() ? null : Actors.current().id(), id).update();
    }
}

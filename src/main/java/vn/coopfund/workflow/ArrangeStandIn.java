package vn.coopfund.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Refusal;

/**
 * Says who does somebody's tasks from one day to another: for oneself, or by the director for anybody. The stand-in's own
 * roles must leave room for it; case by case the sides that either of the two took stand against it as well.
 */
@Act
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT,
    Role.CASHIER})
public class ArrangeStandIn {

    private static final int LONGEST_REASON = 300;
    private static final long LONGEST_DAYS = 366;

    private final Absences absences;
    private final People people;
    private final JdbcClient jdbc;
    private final Notices notices;
    private final BusinessDay businessDay;

    ArrangeStandIn(Absences absences, People people, JdbcClient jdbc, Notices notices, BusinessDay businessDay) {
        this.absences = absences;
        this.people = people;
        this.jdbc = jdbc;
        this.notices = notices;
        this.businessDay = businessDay;
    }

    /** @param absent null for oneself */
    public record Wish(Long absent, Long standIn, LocalDate from, LocalDate to, String reason) {
    }

    public Absences.Absence arrange(Wish wish) {
        Actor absent = wish.absent() == null ? Actors.current() : person(wish.absent(), "absent");
        if (absent.id() != Actors.current().id() && !Actors.current().is(Role.DIRECTOR)) {
            throw Refusal.forbidden("workflow.absence.not-for-others");
        }
        check(wish);
        Actor standIn = person(wish.standIn(), "standIn");
        // two arrangements for the same people come here one after the other
        jdbc.sql("select id from access.person where id in (?, ?) order by id for update")
                .params(absent.id(), standIn.id()).query(Long.class).list();
        check(absent, standIn, wish.from(), wish.to());
        Absences.Absence absence = absences.add(absent.id(), standIn.id(), wish.from(), wish.to(), wish.reason().strip());
        AuditDetail.note(absent.username() + " → " + standIn.username());
        AuditDetail.note(AuditDetail.word(wish.from()) + "–" + AuditDetail.word(wish.to()));
        notices.tell(List.of(absent.id(), standIn.id()), "/absences", "workflow.notice.stand-in", standIn.displayName(),
                absent.displayName(), wish.from(), wish.to());
        return absence;
    }

    private Actor person(Long id, String field) {
        return Optional.ofNullable(id).flatMap(people::find).filter(found -> found.fundId() == Actors.current().fundId())
                .filter(found -> found.isAny(ArrangeStandIn.class.getAnnotation(Allowed.class).value()))
                .orElseThrow(() -> Refusal.invalid(field, "workflow.absence.who"));
    }

    private void check(Wish wish) {
        LocalDate today = businessDay.today();
        boolean dated = wish.from() != null && wish.to() != null;
        String reason = wish.reason() == null ? "" : wish.reason().strip();
        new Refusal.Problems()
                .addIf(wish.from() == null || wish.from().isBefore(today), "from", "workflow.absence.from", today)
                .addIf(wish.to() == null || dated && (wish.to().isBefore(wish.from())
                        || wish.to().isAfter(wish.from().plusDays(LONGEST_DAYS))), "to", "workflow.absence.to")
                .addIf(reason.isEmpty() || reason.length() > LONGEST_REASON, "reason", "workflow.absence.reason-needed", LONGEST_REASON)
                .refuseIfAny();
    }

    private void check(Actor absent, Actor standIn, LocalDate from, LocalDate to) {
        List<Role> apart = absences.apart(absent, standIn);
        Optional<Absences.Absence> away = absences.of(standIn.id(), from, to);
        Optional<Absences.Absence> already = absences.of(absent.id(), from, to);
        new Refusal.Problems()
                .addIf(absent.id() == standIn.id(), "standIn", "workflow.absence.self")
                .addIf(!isEnabled(standIn), "standIn", "workflow.absence.disabled", standIn.displayName())
                .addIf(!apart.isEmpty(), "standIn", "workflow.absence.apart", standIn.displayName(),
                        apart.isEmpty() ? "" : "#access.role." + apart.get(0))
                .addIf(away.isPresent(), "standIn", "workflow.absence.away", standIn.displayName(),
                        away.map(Absences.Absence::fromDay).orElse(null), away.map(Absences.Absence::toDay).orElse(null))
                .addIf(already.isPresent(), "from", "workflow.absence.already", already.map(Absences.Absence::standIn).orElse(null),
                        already.map(Absences.Absence::fromDay).orElse(null), already.map(Absences.Absence::toDay).orElse(null))
                .refuseIfAny();
    }

    private boolean isEnabled(Actor person) {
        return jdbc.sql("select enabled from access.person where id = ?").param(person.id()).query(Boolean.class).single();
    }
}

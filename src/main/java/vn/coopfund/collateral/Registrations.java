package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Security measures at their registers (Decree 99/2022/NĐ-CP), and money that may leave before them. */
@Component
public class Registrations {

    private final JdbcClient jdbc;
    private final Items items;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    Registrations(JdbcClient jdbc, Items items, BusinessDay businessDay, CaseEvents events) {
        this.jdbc = jdbc;
        this.items = items;
        this.businessDay = businessDay;
        this.events = events;
    }

    /** A line of the history; {@code kind} is REGISTERED, NOT_REQUIRED or DEREGISTERED. */
    public record Line(String kind, RegistrationOffice office, String number, LocalDate onDay, String notary, String reason,
            String by) {
    }

    /**
     * What the register said.
     *
     * @param required false where it need not be registered, for a reason
     * @param notary   where and under which number the security contract was notarised, or null
     */
    public record Entry(boolean required, RegistrationOffice office, String number, LocalDate on, String notary, String reason) {
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Line> of(long item) {
        return jdbc.sql("""
                select r.kind, r.office, r.number, r.on_day, r.notary, r.reason, p.display_name as by
                from collateral.registration r left join access.person p on p.id = r.made_by where r.item_id = ?
                order by r.recorded_at desc""").param(item).query(Line.class).list();
    }

    /** What secures the loan and should be registered, but is not. */
    @Transactional(readOnly = true)
    public List<Item> dueOn(long loan) {
        return items.ofLoan(loan).stream().filter(Item::registrationDue).filter(item -> item.openCovers().stream()
                .anyMatch(cover -> cover.loanId() == loan)).toList();
    }

    /** Whether something offered for the application is to be registered once it secures the loan. */
    @Transactional(readOnly = true)
    public boolean isNeeded(long application) {
        return items.ofApplication(application).stream().anyMatch(Item::registrationDue);
    }

    /** Money cannot leave before the security is registered, unless the director let it. */
    @Transactional(readOnly = true)
    public void refuseUnregistered(long loan) {
        List<Item> due = dueOn(loan);
        if (!due.isEmpty() && waiver(loan).isEmpty()) {
            throw Refusal.conflict("collateral.refused.unregistered", due.get(0).number(), due.get(0).description());
        }
    }

    /** @param by the director */
    public record Waiver(String reason, LocalDate waivedOn, String by) {
    }

    @Transactional(readOnly = true)
    public java.util.Optional<Waiver> waiver(long loan) {
        return jdbc.sql("""
                select w.reason, w.waived_on, p.display_name as by from collateral.registration_waiver w
                join access.person p on p.id = w.waived_by where w.loan_id = ?""").param(loan).query(Waiver.class).optional();
    }

    /** In the director's name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waive(long loan, String reason) {
        if (dueOn(loan).isEmpty()) {
            throw Refusal.conflict("collateral.refused.nothing-due");
        }
        int rows = jdbc.sql("insert into collateral.registration_waiver (loan_id, reason, waived_by, waived_on) values (?, ?, ?, ?) "
                + "on conflict do nothing").params(loan, reason, Actors.current().id(), businessDay.today()).update();
        if (rows == 0) {
            throw Refusal.conflict("collateral.refused.waived-already");
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void note(Item item, Entry entry) {
        refuseWrong(item, entry);
        RegistrationOffice office = entry.required() ? entry.office() == null ? item.office() : entry.office() : null;
        add(item, entry.required() ? "REGISTERED" : "NOT_REQUIRED", office, entry.required() ? entry.number().strip() : null,
                entry.on(), entry.notary(), entry.reason());
        if (entry.required()) {
            events.tell(item.subject(), "collateral.event.registered", "#" + office.key(), entry.number().strip(), entry.on());
        } else {
            events.tell(item.subject(), "collateral.event.registration-not-required", entry.reason());
        }
    }

    private void refuseWrong(Item item, Entry entry) {
        LocalDate earliest = item.openCovers().stream().map(Item.Cover::fromOn).min(LocalDate::compareTo).orElse(null);
        new Refusal.Problems()
                .addIf(entry.required() && isBlank(entry.number()), "number", "collateral.refused.number-needed")
                .addIf(entry.required() && entry.office() == null && item.office() == null, "office", "collateral.refused.required")
                .addIf(!entry.required() && isBlank(entry.reason()), "reason", "collateral.refused.reason-needed")
                .addIf(entry.on() == null, "on", "collateral.refused.required")
                .addIf(entry.on() != null && entry.on().isAfter(businessDay.today()), "on", "collateral.refused.future",
                        businessDay.today())
                .addIf(entry.on() != null && earliest != null && entry.on().isBefore(earliest), "on",
                        "collateral.refused.before-contract", earliest)
                .refuseIfAny();
        if (!item.secures()) {
            throw Refusal.conflict("collateral.refused.secures-nothing", item.number());
        }
        if (item.isRegistered()) {
            throw Refusal.conflict("collateral.refused.registered-already", item.number(), item.registrationNumber());
        }
    }

    /** Strikes it off; refused while it secures something. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Item item, LocalDate on, String number) {
        if (item.secures()) {
            throw Refusal.conflict("collateral.refused.still-secures", item.number());
        }
        if (!item.isRegistered()) {
            throw Refusal.conflict("collateral.refused.not-registered", item.number());
        }
        new Refusal.Problems().addIf(on == null, "on", "collateral.refused.required")
                .addIf(isBlank(number), "number", "collateral.refused.required")
                .addIf(on != null && on.isAfter(businessDay.today()), "on", "collateral.refused.future", businessDay.today())
                .refuseIfAny();
        add(item, "DEREGISTERED", item.office(), number.strip(), on, null, null);
        events.tell(item.subject(), "collateral.event.deregistered", on);
    }

    private void add(Item item, String kind, RegistrationOffice office, String number, LocalDate on, String notary,
            String reason) {
        jdbc.sql("""
                insert into collateral.registration (item_id, kind, office, number, on_day, notary, reason, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(item.id(), kind, office == null ? null : office.name(), number, on, notary, reason,
                        Actors.current().isSystem() ? null : Actors.current().id())).update();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

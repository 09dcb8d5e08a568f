package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** When items stop securing loans. */
@Component
public class Releases {

    private final JdbcClient jdbc;
    private final Items items;
    private final SecuredDebts debts;
    private final Registrations registrations;
    private final Handovers handovers;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    Releases(JdbcClient jdbc, Items items, SecuredDebts debts, Registrations registrations, Handovers handovers,
            BusinessDay businessDay, CaseEvents events) {
        this.jdbc = jdbc;
        this.items = items;
        this.debts = debts;
        this.registrations = registrations;
        this.handovers = handovers;
        this.businessDay = businessDay;
        this.events = events;
    }

    /** A release that was asked for while the loan is owed. */
    public record Proposed(long id, long itemId, long loanId, String state, String reason, String proposedBy,
            LocalDate proposedOn, String decidedBy, LocalDate decidedOn, String remark) {

        public boolean isPending() {
            return "PENDING".equals(state);
        }
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Proposed> of(long item) {
        return jdbc.sql("""
                select r.id, r.item_id, r.loan_id, r.state, r.reason, p.display_name as proposed_by, r.proposed_on,
                    d.display_name as decided_by, r.decided_on, r.remark
                from collateral.release r left join access.person p on p.id = r.proposed_by
                left join access.person d on d.id = r.decided_by where r.item_id = ? and r.owed order by r.id desc""")
                .param(item).query(Proposed.class).list();
    }

    /** How many wait for the director. */
    @Transactional(readOnly = true)
    public List<Long> itemsWaiting() {
        return jdbc.sql("select item_id from collateral.release where fund_id = ? and state = 'PENDING' order by id")
                .param(Actors.current().fundId()).query(Long.class).list();
    }

    /**
     * What secures a settled loan secures it no more. What then secures nothing is struck off its register, and its papers
     * go back; what secures another loan stays for that, and what the register has not answered for stays to be struck off.
     *
     * @param number of the register's answer; null while there is none
     * @param party  who takes the papers
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void allOf(long loan, LocalDate on, String number, String party) {
        for (Item item : items.ofLoan(loan)) {
            Item held = items.lock(item.id());
            if (held.openCovers().stream().noneMatch(cover -> cover.loanId() == loan)) {
                continue;
            }
            Item free = atOnce(held, loan, on, null);
            if (free.secures() || free.isRegistered() && number == null) {
                continue;
            }
            if (free.isRegistered()) {
                registrations.end(free, on, number);
            }
            handovers.giveBack(free, party, on);
        }
    }

    /** Refused while the loan is owed, or can still be drawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    Item atOnce(Item item, long loan, LocalDate on, String reason) {
        SecuredDebts.Debt debt = secured(item, loan);
        if (debt.bound()) {
            throw Refusal.conflict("collateral.refused.still-owed", item.number(), debt.number());
        }
        if (!overtake(item, loan, on)) {
            insert(item, loan, "DONE", false, reason, on);
        }
        events.tell(item.subject(), "collateral.event.released", debt.number());
        return items.get(item.id());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void propose(Item item, long loan, String reason) {
        SecuredDebts.Debt debt = secured(item, loan);
        if (!debt.bound()) {
            throw Refusal.conflict("collateral.refused.release-at-once", item.number(), debt.number());
        }
        insert(item, loan, "PENDING", true, reason, businessDay.today());
        events.note(item.subject(), "collateral.event.release-proposed", debt.number(), reason);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(Item item, long release, boolean yes, String remark) {
        Proposed asked = of(item.id()).stream().filter(one -> one.id() == release).findFirst().orElseThrow(Refusal::notFound);
        if (!asked.isPending()) {
            throw Refusal.conflict("collateral.refused.decided-already");
        }
        jdbc.sql("update collateral.release set state = ?, decided_by = ?, decided_on = ?, remark = ? where id = ?")
                .params(Arrays.asList(yes ? "DONE" : "REJECTED", Actors.current().id(), businessDay.today(), remark, release)).update();
        String number = secured(asked.loanId()).number();
        events.tell(item.subject(), yes ? "collateral.event.released" : "collateral.event.release-rejected", number);
        if (yes) {
            events.tell(Subject.loan(asked.loanId()), "collateral.event.released-of-loan", item.number(), item.description());
        }
    }

    private SecuredDebts.Debt secured(Item item, long loan) {
        if (item.openCovers().stream().noneMatch(cover -> cover.loanId() == loan)) {
            throw Refusal.conflict("collateral.refused.released-already", item.number());
        }
        return secured(loan);
    }

    private SecuredDebts.Debt secured(long loan) {
        Map<Long, SecuredDebts.Debt> known = debts.of(List.of(loan));
        if (!known.containsKey(loan)) {
            throw Refusal.notFound();
        }
        return known.get(loan);
    }

    /** What was asked for while the loan was owed needs nobody's decision any more. */
    private boolean overtake(Item item, long loan, LocalDate on) {
        return jdbc.sql("update collateral.release set state = 'DONE', owed = false, decided_on = ? "
                + "where item_id = ? and loan_id = ? and state = 'PENDING'").params(on, item.id(), loan).update() > 0;
    }

    private void insert(Item item, long loan, String state, boolean owed, String reason, LocalDate on) {
        Long actor = Actors.current().isSystem() ? null : Actors.current().id();
        int rows = jdbc.sql("""
                insert into collateral.release (id, fund_id, item_id, loan_id, state, owed, reason, proposed_by, proposed_on, decided_on)
                values (nextval('collateral.release_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (item_id, loan_id) where state <> 'REJECTED' do nothing""")
                .params(Arrays.asList(Actors.current().fundId(), item.id(), loan, state, owed, reason, actor, on,
                        state.equals("DONE") ? on : null)).update();
        if (rows == 0) {
            throw Refusal.conflict("collateral.refused.release-asked", item.number());
        }
    }
}

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
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.Memorandum;
import vn.coopfund.ledger.NewMemorandum;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CaseEvents;

/** Papers of items that the fund keeps: every taking in and giving back by numbered minutes, and in memorandum. */
@Component
public class Handovers {

    static final String MINUTES_SYMBOL = "BBGN-QHTX";

    private final JdbcClient jdbc;
    private final Memorandum memorandum;
    private final PostingTemplates templates;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;

    Handovers(JdbcClient jdbc, Memorandum memorandum, PostingTemplates templates, NumberSeries numbers, BusinessDay businessDay, CaseEvents events) {
        this.jdbc = jdbc;
        this.memorandum = memorandum;
        this.templates = templates;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.events = events;
    }

    /**
     * Minutes of papers that changed hands.
     *
     * @param incoming whether the fund took them
     * @param place    where the fund keeps them; null where it gave them back
     * @param party    who gave or took them
     * @param amount   what stands for them in memorandum, đồng
     * @param heldYet  taken and not given back
     * @param signedBy who of the borrower signed, or null
     */
    public record Handover(long id, String number, long itemId, boolean incoming, String papers, String place, String party,
            LocalDate onDay, long amount, boolean heldYet, String madeBy, String signedBy, LocalDate signedOn) {
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Handover> of(long item) {
        return find("h.item_id = ? order by h.id desc", item);
    }

    @Transactional(readOnly = true)
    public Handover get(long id) {
        return find("h.id = ?", id).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private List<Handover> find(String where, long param) {
        return jdbc.sql("""
                select h.id, h.number, h.item_id, h.direction = 'IN' as incoming, h.papers, h.place, h.party, h.on_day, h.amount,
                    h.direction = 'IN' and not exists (select 1 from collateral.handover b where b.gives_back = h.id) as held_yet,
                    m.display_name as made_by, g.display_name as signed_by, s.signed_on
                from collateral.handover h left join access.person m on m.id = h.made_by
                left join collateral.handover_signature s on s.handover_id = h.id left join access.person g on g.id = s.signed_by
                where h.fund_id =\s""" + Actors.current().fundId() + " and " + where).param(param).query(Handover.class).list();
    }

    /** Takes papers in; they stand in memorandum for what the item is worth, or for one đồng where that is not known. */
    @Transactional(propagation = Propagation.MANDATORY)
    long take(Item item, String papers, String place, String party, LocalDate on) {
        new Refusal.Problems().addIf(isBlank(papers), "papers", "collateral.refused.required")
                .addIf(isBlank(place), "place", "collateral.refused.required")
                .addIf(isBlank(party), "party", "collateral.refused.required")
                .addIf(on == null, "on", "collateral.refused.required")
                .addIf(on != null && on.isAfter(businessDay.today()), "on", "collateral.refused.future", businessDay.today())
                .refuseIfAny();
        long amount = Math.max(1, item.papersHeld() || item.value() == null ? 1 : item.value());
        return add(item, "IN", null, papers.strip(), place.strip(), party.strip(), on, amount);
    }

    /** Gives everything back that is held of the item; answers how many minutes that made. */
    @Transactional(propagation = Propagation.MANDATORY)
    int giveBack(Item item, String party, LocalDate on) {
        List<Handover> held = of(item.id()).stream().filter(Handover::heldYet).toList();
        new Refusal.Problems().addIf(isBlank(party), "party", "collateral.refused.required")
                .addIf(on == null, "on", "collateral.refused.required")
                .addIf(on != null && on.isAfter(businessDay.today()), "on", "collateral.refused.future", businessDay.today())
                .addIf(on != null && held.stream().anyMatch(one -> one.onDay().isAfter(on)), "on",
                        "collateral.refused.before-taken").refuseIfAny();
        held.forEach(one -> add(item, "OUT", one.id(), one.papers(), null, party.strip(), on, one.amount()));
        return held.size();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sign(Handover handover) {
        int rows = jdbc.sql("insert into collateral.handover_signature (handover_id, signed_by, signed_on) values (?, ?, ?) "
                + "on conflict do nothing").params(handover.id(), Actors.current().id(), businessDay.today()).update();
        if (rows == 0) {
            throw Refusal.conflict("collateral.refused.signed-already", handover.number());
        }
    }

    private long add(Item item, String direction, Long givesBack, String papers, String place, String party, LocalDate on,
            long amount) {
        long id = jdbc.sql("select nextval('collateral.handover_seq')").query(Long.class).single();
        String number = numbers.nextWritten(MINUTES_SYMBOL, on.getYear());
        jdbc.sql("""
                insert into collateral.handover (id, fund_id, number, item_id, direction, gives_back, papers, place, party, on_day,
                    amount, made_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), number, item.id(), direction, givesBack, papers, place, party,
                        on, amount, Actors.current().isSystem() ? null : Actors.current().id())).update();
        boolean in = direction.equals("IN");
        memorandum.record(new NewMemorandum("handover:" + id, on, templates.account(KnownAccount.PAPERS_HELD), in ? amount : -amount, null, item.borrowerId(),
                in ? "collateral.memorandum.in" : "collateral.memorandum.out", number, item.number()));
        events.tell(item.subject(), in ? "collateral.event.papers-in" : "collateral.event.papers-out", number, papers);
        return id;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

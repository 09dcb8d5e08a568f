package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.money.Dong;
import vn.coopfund.money.Split;
import vn.coopfund.workflow.CaseEvents;

/** What items are worth: every valuation stays, the latest up to a day counts on that day. */
@Component
public class Valuations {

    /** The method of what was found for an application as a whole. */
    private static final String APPRAISAL = "APPRAISAL";

    private final JdbcClient jdbc;
    private final Items items;
    private final Duties duties;
    private final CaseEvents events;

    Valuations(JdbcClient jdbc, Items items, Duties duties, CaseEvents events) {
        this.jdbc = jdbc;
        this.items = items;
        this.duties = duties;
        this.events = events;
    }

    /** One valuation; {@code by} is null where the program took it over from an appraisal. */
    public record Valuation(LocalDate valuedOn, long amount, String method, String paper, String by) {
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Valuation> of(long item) {
        return jdbc.sql("""
                select v.valued_on, v.amount, v.method, v.paper, p.display_name as by from collateral.valuation v
                left join access.person p on p.id = v.valued_by where v.item_id = ?
                order by v.valued_on desc, v.recorded_at desc""").param(item).query(Valuation.class).list();
    }

    /** In the name of who values. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Item item, long amount, LocalDate on, String method, String paper) {
        duties.take(item.subject(), Duty.VALUE_ITEM);
        add(item, amount, on, method, paper, Actors.current().isSystem() ? null : Actors.current().id());
    }

    /** Of an appraisal that somebody made before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeOver(Item item, long amount, LocalDate on) {
        add(item, amount, on, APPRAISAL, null, null);
    }

    private void add(Item item, long amount, LocalDate on, String method, String paper, Long by) {
        jdbc.sql("insert into collateral.valuation (item_id, valued_on, amount, method, paper, valued_by) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(item.id(), on, amount, method, paper, by)).update();
        events.note(item.subject(), "collateral.event.valued", Dong.of(amount), on);
    }

    /**
     * An application was appraised as a whole: what is offered for it and was not valued by itself is worth its part of the
     * rest, as those who offer it estimate.
     *
     * @param total what all of it is worth together, đồng
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appraised(long application, long total, LocalDate on) {
        List<Item> offered = items.ofApplication(application);
        List<Item> unvalued = offered.stream().filter(item -> item.value() == null).toList();
        long rest = Math.max(0, total - offered.stream().filter(item -> item.value() != null).mapToLong(Item::value).sum());
        if (!unvalued.isEmpty()) {
            long[] parts = Split.byWeights(rest, unvalued.stream().mapToLong(Item::estimate).toArray());
            for (int i = 0; i < parts.length; i++) {
                add(unvalued.get(i), parts[i], on, APPRAISAL, null);
            }
        }
    }
}

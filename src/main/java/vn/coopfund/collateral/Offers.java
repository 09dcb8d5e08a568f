package vn.coopfund.collateral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;

/**
 * Items offered for applications. One asset is one item: offered again by the same borrower it is the same one, written anew
 * as long as it secures nothing. Whether the application may gain or lose an item is for its own room to say.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Offers {

    static final String NUMBER_SYMBOL = "TSBĐ";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final JdbcClient jdbc;
    private final Items items;
    private final Borrowers borrowers;
    private final NumberSeries numbers;
    private final BusinessDay businessDay;
    private final CaseEvents events;
    private final Texts texts;
    private final ObjectMapper json;

    Offers(JdbcClient jdbc, Items items, Borrowers borrowers, NumberSeries numbers, BusinessDay businessDay,
            CaseEvents events, Texts texts, ObjectMapper json) {
        this.jdbc = jdbc;
        this.items = items;
        this.borrowers = borrowers;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.events = events;
        this.texts = texts;
        this.json = json;
    }

    /** An item as it is written, for an application of that borrower. */
    public Item offer(long application, long borrower, ItemContent content) {
        if (content.kind() == null) {
            throw Refusal.invalid("kind", "collateral.rule.kind");
        }
        ItemRule.refuseBroken(content, borrower, businessDay.today());
        if (content.guarantorId() != null) {
            borrowers.addressee(content.guarantorId());
        }
        Map<CollateralField, String> fields = ItemRule.read(content, new Refusal.Problems());
        Optional<Item> known = known(content.kind(), fields, borrower);
        known.filter(Item::secures).ifPresent(used -> {
            throw Refusal.invalid("kind", "collateral.refused.use-known", used.number());
        });
        long id = known.map(Item::id).orElseGet(() -> add(borrower, content.kind(), content.kind().measure(), "–"));
        write(id, content, fields);
        return offerKnown(application, borrower, id);
    }

    /** An item of that borrower that is in the register already. */
    public Item offerKnown(long application, long borrower, long id) {
        Item item = items.lock(id);
        if (item.borrowerId() != borrower || item.kind() == CollateralKind.AS_CONTRACT) {
            throw Refusal.notFound();
        }
        jdbc.sql("""
                insert into collateral.offer (application_id, item_id, offered_on, offered_by) values (?, ?, ?, ?)
                on conflict (application_id, item_id) do update set withdrawn_on = null, withdrawn_by = null""")
                .params(Arrays.asList(application, id, businessDay.today(), actor())).update();
        events.tell(item.subject(), "collateral.event.offered");
        return items.get(id);
    }

    /** Takes it out of the application again; a row that is not there is another's. */
    public Item withdraw(long application, long id) {
        Item item = items.lock(id);
        int rows = jdbc.sql("update collateral.offer set withdrawn_on = ?, withdrawn_by = ? where application_id = ? "
                        + "and item_id = ? and withdrawn_on is null")
                .params(Arrays.asList(businessDay.today(), actor(), application, id)).update();
        if (rows == 0) {
            throw Refusal.notFound();
        }
        events.tell(item.subject(), "collateral.event.withdrawn");
        return items.get(id);
    }

    /**
     * The application is over without a loan. Its file still says what was offered; the items themselves are not any more.
     *
     * @param number of the application; null for a draft
     */
    public void end(long application, String number) {
        items.ofApplication(application).stream().map(item -> items.lock(item.id())).forEach(item -> {
            int ended = jdbc.sql("update collateral.offer set ended_on = ? where application_id = ? and item_id = ? and ended_on is null")
                    .params(businessDay.today(), application, item.id()).update();
            if (ended == 1) {
                events.tell(item.subject(), "collateral.event.application-ended", number == null ? "–" : number);
            }
        });
    }

    /** What a contract names in its own words. */
    long asContract(long borrower, SecurityMeasure measure, String words) {
        return add(borrower, CollateralKind.AS_CONTRACT, measure, words);
    }

    /** The applications for which it is offered now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Long> applicationsOf(long item) {
        return jdbc.sql("select application_id from collateral.offer where item_id = ? and withdrawn_on is null "
                + "and ended_on is null order by 1")
                .param(item).query(Long.class).list();
    }

    private Optional<Item> known(CollateralKind kind, Map<CollateralField, String> fields, long borrower) {
        String identity = identity(kind, fields);
        record Known(long id, long borrowerId) {
        }
        Optional<Known> known = identity == null ? Optional.empty() : jdbc.sql("select id, borrower_id from collateral.item "
                + "where fund_id = ? and kind = ? and identity = ?").params(Actors.current().fundId(), kind.name(), identity)
                .query(Known.class).optional();
        known.filter(one -> one.borrowerId() != borrower).ifPresent(others -> {
            throw Refusal.invalid("fields[" + kind.identity().orElseThrow().wire() + "]", "collateral.refused.of-another");
        });
        return known.map(one -> items.lock(one.id()));
    }

    private static String identity(CollateralKind kind, Map<CollateralField, String> fields) {
        return kind.identity().map(fields::get).map(value -> SearchText.of(value).replaceAll("[^a-z0-9]", "")).orElse(null);
    }

    private long add(long borrower, CollateralKind kind, SecurityMeasure measure, String words) {
        long id = jdbc.sql("select nextval('collateral.item_seq')").query(Long.class).single();
        String number = numbers.nextWritten(NUMBER_SYMBOL, businessDay.today().getYear());
        jdbc.sql("""
                insert into collateral.item (id, fund_id, number, borrower_id, kind, measure, office, description, offered_on,
                    offered_by, search_text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), number, borrower, kind.name(), measure.name(),
                        kind.office().map(Enum::name).orElse(null), words, businessDay.today(), actor(),
                        SearchText.of(number, words))).update();
        return id;
    }

    private void write(long id, ItemContent content, Map<CollateralField, String> fields) {
        if (content.guarantorId() != null) {
            fields.put(CollateralField.GUARANTOR, borrowers.addressee(content.guarantorId()).name());
        }
        String words = content.description() == null ? described(content.kind(), fields) : content.description();
        jdbc.sql("""
                update collateral.item set fields = ?::jsonb, identity = ?, description = ?, owner = ?, consent = ?,
                    guarantor_id = ?, estimate = ?, policy = ?, insured_until = ?, search_text = ? where id = ?""")
                .params(Arrays.asList(written(fields), identity(content.kind(), fields), words, content.owner(),
                        content.consent(), content.guarantorId(), Dong.longOf(content.estimate()), content.policy(),
                        content.insuredUntil(), SearchText.of(items.get(id).number(), words, content.owner(),
                                String.join(" ", fields.values())), id)).update();
    }

    /** Its kind and what its fields say, as contracts and lists name it: always in Vietnamese. */
    private String described(CollateralKind kind, Map<CollateralField, String> fields) {
        return Stream.concat(Stream.of(texts.in(VIETNAMESE, kind.key())), fields.entrySet().stream()
                .map(field -> texts.in(VIETNAMESE, field.getKey().key() + ".in", field.getKey().shown(field.getValue()))))
                .collect(Collectors.joining(", "));
    }

    private String written(Map<CollateralField, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Long actor() {
        Actor actor = Actors.current();
        return actor.isSystem() ? null : actor.id();
    }
}

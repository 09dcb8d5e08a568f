package vn.coopfund.collateral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.SignIns;
import vn.coopfund.documents.MayRead;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SearchText;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.CaseSubjects;

/** The register of what secures loans, for those who may see it: staff all of their fund's, a borrower its own. */
@Component
public class Items implements CaseSubjects, MayRead {

    /** By what the register may be sorted. */
    public static final Map<String, String> COLUMNS = Map.of("number", "s.id", "borrower", "b.name", "kind", "s.kind",
            "value", "s.value", "state", "s.state", "on", "s.offered_on");

    private static final String FROM = " from collateral.standing s join cooperatives.borrower b on b.id = s.borrower_id ";
    private static final TypeReference<Map<CollateralField, String>> FIELDS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final SignIns signIns;
    private final Borrowers borrowers;
    private final ObjectMapper json;

    Items(JdbcClient jdbc, SignIns signIns, Borrowers borrowers, ObjectMapper json) {
        this.jdbc = jdbc;
        this.signIns = signIns;
        this.borrowers = borrowers;
        this.json = json;
    }

    /**
     * What narrows the register; null does not.
     *
     * @param due only those whose registration is due
     */
    public record Filter(String text, CollateralKind kind, ItemState state, boolean due) {

        public static final Filter NONE = new Filter(null, null, null, false);
    }

    /** One page of the register with the value of all that the filter lets through, đồng. */
    public record Listed(PageOf<Item> page, long value) {
    }

    /** The item; another cooperative's is not there. */
    @Transactional(readOnly = true)
    public Item get(long id) {
        return find("where s.id = :id and " + visible(), params().with("id", id)).stream().findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The same, held until the transaction ends: acts on one item follow one another. */
    @Transactional(propagation = Propagation.MANDATORY)
    Item lock(long id) {
        jdbc.sql("select id from collateral.item where id = ? for update").param(id).query(Long.class).optional();
        return get(id);
    }

    /** What secures a loan, or did; whoever may see the loan may see them. */
    @Transactional(readOnly = true)
    public List<Item> ofLoan(long loan) {
        return find("where s.fund_id = :fund and exists (select 1 from collateral.cover c where c.item_id = s.id "
                + "and c.loan_id = :loan) order by s.id", params().with("loan", loan));
    }

    /** What is offered for an application; whoever may see the application may see them. */
    @Transactional(readOnly = true)
    public List<Item> ofApplication(long application) {
        return find("where s.fund_id = :fund and exists (select 1 from collateral.offer o where o.item_id = s.id "
                + "and o.application_id = :application and o.withdrawn_on is null) order by s.id",
                params().with("application", application));
    }

    /** All of a borrower. */
    @Transactional(readOnly = true)
    public List<Item> ofBorrower(long borrower) {
        return find("where s.borrower_id = :borrower and " + visible() + " order by s.id", params().with("borrower", borrower));
    }

    @Transactional(readOnly = true)
    public Listed list(Filter filter, SortBy sort, PageOf.Wish wish) {
        String where = "where " + visible() + """
                \sand (:kind::text is null or s.kind = :kind) and (:state::text is null or s.state = :state)
                 and (not :due or s.registration_due)
                 and b.search_text || ' ' || s.search_text like all (:words::text[])""";
        Params params = params().with("kind", filter.kind() == null ? null : filter.kind().name())
                .with("state", filter.state() == null ? null : filter.state().name()).with("due", filter.due())
                .with("words", SearchText.patterns(filter.text()).toArray(String[]::new));
        List<Item> items = find(where + sort.orderBy("s.id") + "limit " + wish.size() + " offset " + wish.offset(), params);
        record Sum(long items, long value) {
        }
        Sum sum = jdbc.sql("select count(*) as items, coalesce(sum(s.value), 0)::bigint as value" + FROM + where)
                .params(params.values()).query(Sum.class).single();
        return new Listed(new PageOf<>(items, wish.page(), wish.size(), sum.items()), sum.value());
    }

    /** What secured loans on a day, valued as it was by then. */
    @Transactional(readOnly = true)
    public List<Security> on(LocalDate day) {
        record Row(long itemId, String measure, long value, long loanId, int rank, Long most) {
        }
        List<Row> rows = jdbc.sql("""
                select i.id as item_id, i.measure, coalesce(v.amount, 0) as value, c.loan_id, c.rank, c.most
                from collateral.item i join collateral.cover c on c.item_id = i.id and c.from_on <= :day
                left join lateral (select amount from collateral.valuation v where v.item_id = i.id and v.valued_on <= :day
                    order by v.valued_on desc, v.recorded_at desc limit 1) v on true
                where i.fund_id = :fund and not exists (select 1 from collateral.release x where x.item_id = c.item_id
                    and x.loan_id = c.loan_id and x.state = 'DONE' and x.decided_on <= :day)
                order by i.id, c.rank, c.loan_id""").param("day", day).param("fund", Actors.current().fundId())
                .query(Row.class).list();
        return rows.stream().collect(Collectors.groupingBy(Row::itemId, LinkedHashMap::new, Collectors.toList())).values()
                .stream().map(of -> new Security(of.get(0).itemId(), SecurityMeasure.valueOf(of.get(0).measure()),
                        of.get(0).value(), of.stream().map(row -> new Security.Claim(row.loanId(), row.rank(), row.most()))
                        .toList())).toList();
    }

    private String visible() {
        Actor actor = Actors.current();
        return actor.isStaff() || actor.isSystem() ? "s.fund_id = :fund" : "s.fund_id = :fund and s.borrower_id = :own";
    }

    private record Params(Map<String, Object> values) {

        Params with(String name, Object value) {
            values.put(name, value);
            return this;
        }
    }

    private Params params() {
        Actor actor = Actors.current();
        Params params = new Params(new java.util.HashMap<>());
        params.with("fund", actor.fundId());
        return actor.isStaff() || actor.isSystem() ? params : params.with("own", signIns.borrowerOf(actor).orElse(-1L));
    }

    private List<Item> find(String where, Params params) {
        List<Item> found = jdbc.sql("select s.*, s.fields::text as written, b.name as borrower" + FROM + where)
                .params(params.values()).query(this::item).list();
        Map<Long, List<Item.Cover>> covers = covers(found.stream().map(Item::id).toList());
        return found.stream().map(item -> with(item, covers.getOrDefault(item.id(), List.of()))).toList();
    }

    private Map<Long, List<Item.Cover>> covers(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                select c.*, x.decided_on as ended_on from collateral.cover c
                left join collateral.release x on x.item_id = c.item_id and x.loan_id = c.loan_id and x.state = 'DONE'
                where c.item_id = any(?) order by c.rank, c.from_on, c.loan_id""").param(items.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("item_id"), new Item.Cover(row.getLong("loan_id"),
                        row.getObject("from_on", LocalDate.class), row.getInt("rank"), row.getObject("most", Long.class),
                        row.getString("contract_number"), row.getObject("contract_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Item with(Item item, List<Item.Cover> covers) {
        return new Item(item.id(), item.number(), item.borrowerId(), item.borrower(), item.kind(), item.measure(),
                item.office(), item.description(), item.fields(), item.owner(), item.consent(), item.guarantorId(),
                item.estimate(), item.policy(), item.insuredUntil(), item.offeredOn(), item.state(), item.value(),
                item.valuedOn(), item.registration(), item.registrationNumber(), item.registeredOn(),
                item.registrationDue(), item.papersHeld(), covers);
    }

    private Item item(ResultSet row, int number) throws SQLException {
        String office = row.getString("office");
        return new Item(row.getLong("id"), row.getString("number"), row.getLong("borrower_id"), row.getString("borrower"),
                CollateralKind.valueOf(row.getString("kind")), SecurityMeasure.valueOf(row.getString("measure")),
                office == null ? null : RegistrationOffice.valueOf(office), row.getString("description"),
                fields(row.getString("written")), row.getString("owner"), row.getString("consent"),
                row.getObject("guarantor_id", Long.class), row.getObject("estimate", Long.class), row.getString("policy"),
                row.getObject("insured_until", LocalDate.class), row.getObject("offered_on", LocalDate.class),
                ItemState.valueOf(row.getString("state")), row.getObject("value", Long.class),
                row.getObject("valued_on", LocalDate.class), row.getString("registration"),
                row.getString("registration_number"), row.getObject("registered_on", LocalDate.class),
                row.getBoolean("registration_due"), row.getBoolean("papers_held"), List.of());
    }

    private Map<CollateralField, String> fields(String written) {
        try {
            Map<CollateralField, String> read = json.readValue(written, FIELDS);
            return read.isEmpty() ? Map.of() : new EnumMap<>(read);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // --- what timelines, papers and notices need to know of an item

    @Override
    public boolean concerns(Subject.Type type) {
        return type == Subject.Type.COLLATERAL;
    }

    @Override
    public boolean concerns(Subject subject) {
        return concerns(subject.type());
    }

    @Override
    public String title(long id) {
        Item item = get(id);
        return item.number() + " · " + item.borrower() + " · " + item.description();
    }

    @Override
    public Long borrowerOf(long id) {
        return get(id).borrowerId();
    }

    @Override
    public String path(long id) {
        return "/collateral/" + id;
    }

    @Override
    public Collection<Long> signInsOf(long id) {
        return borrowers.signIns(get(id).borrowerId());
    }

    @Override
    public Set<Long> borrowersOf(Actor actor) {
        return signIns.borrowerOf(actor).map(Set::of).orElse(Set.of());
    }

    @Override
    public boolean mayRead(Actor actor, Subject subject) {
        return Actors.as(actor, () -> find("where s.id = :id and " + visible(), params().with("id", subject.id())))
                .stream().findFirst().isPresent();
    }
}

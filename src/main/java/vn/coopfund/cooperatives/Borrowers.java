package vn.coopfund.cooperatives;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.AuditLog;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Refusal;

/** Reads the registry. */
@Service
public class Borrowers {

    private final BorrowerRepository files;
    private final BorrowerSight sight;
    private final SignIns signIns;
    private final Consents consents;
    private final Communes communes;
    private final AuditLog auditLog;
    private final JdbcClient jdbc;

    Borrowers(BorrowerRepository files, BorrowerSight sight, SignIns signIns, Consents consents, Communes communes,
            AuditLog auditLog, JdbcClient jdbc) {
        this.files = files;
        this.sight = sight;
        this.signIns = signIns;
        this.consents = consents;
        this.communes = communes;
        this.auditLog = auditLog;
        this.jdbc = jdbc;
    }

    /** The borrower, for rooms that have asked already whether the actor may see the case; 404 when there is none. */
    @Transactional(readOnly = true)
    public BorrowerView byId(long id) {
        return view(stored(id));
    }

    /** The borrower for whom this person signs in; empty for staff and for a sign-in not linked yet. */
    @Transactional(readOnly = true)
    public Optional<BorrowerView> ofSignIn(Actor actor) {
        return signIns.borrowerOf(actor).map(this::byId);
    }

    /** Name and address, as a paper bears them. */
    public record Addressee(String name, String address) {
    }

    /** Whom a paper goes to, for rooms that have asked already whether the actor may see the case. */
    @Transactional(readOnly = true)
    public Addressee addressee(long id) {
        return jdbc.sql("""
                select b.name, concat_ws(', ', b.address_line, c.name, p.name) as address from cooperatives.borrower b
                left join cooperatives.commune c on c.code = b.commune_code
                left join cooperatives.province p on p.code = b.province_code
                where b.id = ? and b.fund_id = ?""").params(id, Actors.current().fundId())
                .query(Addressee.class).optional().orElseThrow(Refusal::notFound);
    }

    /** The people who sign in for the borrower, by id: whom a notice goes to. */
    @Transactional(readOnly = true)
    public List<Long> signIns(long borrowerId) {
        return signIns.of(borrowerId).stream().map(SignIns.Link::personId).toList();
    }

    /** What the borrowers are called, by id: for lists of other rooms. */
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> ids) {
        return jdbc.sql("select id, name from cooperatives.borrower where id = any(?)").param(ids.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All borrowers by name, to choose one from. */
    @Transactional(readOnly = true)
    public List<Choice> choices() {
        return jdbc.sql("""
                select id, name, case when kind = 'PERSON' then member_of else number end as known_by
                from cooperatives.borrower where fund_id = ? order by search_text, id""").param(Actors.current().fundId())
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")
                        + Optional.ofNullable(row.getString("known_by")).map(known -> " – " + known).orElse("")))
                .list();
    }

    /**
     * The whole file, for the actor: personal numbers masked for those who need not see them, and a line in the audit
     * log where somebody of the fund reads them; 404 when it is not there or not this actor's.
     */
    @Transactional
    public BorrowerFile file(long id) {
        Actor actor = Actors.current();
        Borrower borrower = sight.open(id);
        boolean masked = !sight.seesNumbers(actor, id);
        BorrowerData data = borrower.data();
        if (!masked && actor.isStaff()) {
            auditLog.record(actor, "ReadBorrower", view(borrower).subject(), null);
        }
        return new BorrowerFile(view(borrower), borrower.version(), masked ? data.masked(borrower.kind()) : data,
                BorrowerRules.missing(borrower.kind(), data), masked, borrower.registeredOn());
    }

    /** The file as a contract or other paper needs it, numbers in full; leaves a line in the audit log. */
    @Transactional
    public BorrowerData forPaper(long id) {
        Borrower borrower = stored(id);
        auditLog.record(Actors.current(), "PrintBorrower", view(borrower).subject(), null);
        return borrower.data();
    }

    /**
     * All borrowers that hang together with this one, itself among them, by id: linked as related persons (Decree
     * 45/2021 art. 2.5), or represented by one and the same person.
     */
    @Transactional(readOnly = true)
    public List<Long> relatedGroup(long borrowerId) {
        return jdbc.sql("""
                with recursive tie (a, b) as (
                    select borrower_a, borrower_b from cooperatives.related_borrower where ended_at is null
                    union all
                    select borrower_b, borrower_a from cooperatives.related_borrower where ended_at is null
                    union all
                    select one.borrower_id, other.borrower_id
                      from cooperatives.representative one
                      join cooperatives.representative other on other.citizen_number = one.citizen_number
                ), member (id) as (
                    select cast(:start as bigint)
                    union
                    select tie.b from member join tie on tie.a = member.id
                )
                select m.id from member m join cooperatives.borrower b on b.id = m.id where b.fund_id = :fund order by m.id""")
                .param("start", borrowerId).param("fund", Actors.current().fundId()).query(Long.class).list();
    }

    private Borrower stored(long id) {
        return files.findByIdAndFundId(id, Actors.current().fundId()).orElseThrow(Refusal::notFound);
    }

    BorrowerView view(Borrower borrower) {
        BorrowerData data = borrower.data();
        boolean masked = !sight.seesNumbers(Actors.current(), borrower.id());
        BorrowerData shown = masked ? data.masked(borrower.kind()) : data;
        Representative head = shown.representative();
        return new BorrowerView(borrower.id(), borrower.kind(), shown.memberKind(), shown.name(), shown.number(),
                shown.foundedOn(), communes.written(data.address()), data.address().communeCode(),
                data.address().provinceCode(), head.name(), head.title(), head.bornOn(),
                data.allianceMemberSince() != null, BorrowerRules.missing(borrower.kind(), data).isEmpty(),
                consents.inForce(borrower.id()));
    }
}

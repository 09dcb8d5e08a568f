package vn.coopfund.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** The acts on the books that wait for a second person, and what each would do. */
@Component
public class BookProposals {

    private static final int SHOWN = 200;
    private static final String SELECT = """
            select p.*, maker.display_name as maker, decider.display_name as decider
            from ledger.proposal p join access.person maker on maker.id = p.proposed_by
            left join access.person decider on decider.id = p.decided_by where p.fund_id = :fund""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ObjectProvider<BookAct> acts;

    BookProposals(JdbcClient jdbc, ObjectMapper json, ObjectProvider<BookAct> acts) {
        this.jdbc = jdbc;
        this.json = json;
        this.acts = acts;
    }

    /** The latest that this actor may read; those that wait first. */
    @Transactional(readOnly = true)
    public List<BookProposal> latest() {
        Actor actor = Actors.current();
        return select(" order by p.state <> 'PENDING', p.id desc limit " + SHOWN).query(BookProposals::read).list().stream()
                .filter(proposal -> actor.isAny(proposal.readers().toArray(Role[]::new))).toList();
    }

    @Transactional(readOnly = true)
    public BookProposal byId(long id) {
        BookProposal proposal = find(id, "").orElseThrow(Refusal::notFound);
        if (!Actors.current().isAny(proposal.readers().toArray(Role[]::new))) {
            throw Refusal.notFound();
        }
        return proposal;
    }

    /** What it would post if it were let be today; empty where it posts nothing. */
    @Transactional(readOnly = true)
    public List<List<Line>> shown(BookProposal proposal) {
        return of(proposal).entries(proposal).stream().map(NewEntry::lines).toList();
    }

    /** What a change of the chart would do; empty for other acts, and once it is done. */
    @Transactional(readOnly = true)
    public List<ChartChange.Difference> differences(BookProposal proposal) {
        return of(proposal).differences(proposal);
    }

    /** What a change of a template would put in which part's place; empty for other acts. */
    public Map<String, String> changes(BookProposal proposal) {
        return proposal.kind() != BookProposal.Kind.TEMPLATE ? Map.of()
                : new TreeMap<>(details(proposal, TemplateChange.class).accounts());
    }

    /** @throws Refusal where the same already waits, or for the reasons of the act itself */
    @Transactional(propagation = Propagation.MANDATORY)
    BookProposal add(BookProposal.Kind kind, String target, Object details, String why) {
        if (why == null || why.isBlank()) {
            throw Refusal.invalid("why", "ledger.why-needed");
        }
        long id = jdbc.sql("select nextval('ledger.proposal_seq')").query(Long.class).single();
        int added = jdbc.sql("""
                insert into ledger.proposal (id, fund_id, kind, target, details, why, proposed_by)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (fund_id, kind, target) where state = 'PENDING' and kind <> 'MANUAL_ENTRY' do nothing""")
                .params(id, Actors.current().fundId(), kind.name(), target, write(details), why.strip(),
                        Actors.current().id()).update();
        if (added == 0) {
            throw Refusal.conflict("ledger.proposal-waits", "#" + kind.key(), target);
        }
        BookProposal proposal = find(id, "").orElseThrow();
        of(proposal).entries(proposal);
        return proposal;
    }

    /** Locked for the one who decides; refused to the one who proposed, to other roles, and once it is decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    BookProposal lockFor(Actor decider, long id) {
        BookProposal proposal = find(id, " for update of p").orElseThrow(Refusal::notFound);
        if (!proposal.isPending()) {
            throw Refusal.conflict("ledger.proposal-decided", "#" + proposal.state().key());
        }
        if (proposal.proposedBy() == decider.id()) {
            throw Refusal.forbidden("ledger.own-proposal");
        }
        if (!decider.is(proposal.kind().decider())) {
            throw new NotAllowed(List.of(proposal.kind().decider()));
        }
        return proposal;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(BookProposal proposal, BookProposal.State state, String reason) {
        jdbc.sql("update ledger.proposal set state = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ? where id = ?")
                .params(Arrays.asList(state.name(), Actors.current().id(), reason, proposal.id())).update();
    }

    BookAct of(BookProposal proposal) {
        Map<BookProposal.Kind, BookAct> all = acts.stream()
                .collect(Collectors.toMap(BookAct::kind, Function.identity()));
        return all.get(proposal.kind());
    }

    /** What the act keeps of its own. */
    <T> T details(BookProposal proposal, Class<T> type) {
        try {
            return json.readValue(proposal.details(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String write(Object details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<BookProposal> find(long id, String lock) {
        return select(" and p.id = :id" + lock).param("id", id).query(BookProposals::read).optional();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return jdbc.sql(SELECT + rest).param("fund", Actors.current().fundId());
    }

    private static BookProposal read(ResultSet row, int number) throws SQLException {
        return new BookProposal(row.getLong("id"), BookProposal.Kind.valueOf(row.getString("kind")),
                row.getString("target"), row.getString("details"), row.getString("why"),
                BookProposal.State.valueOf(row.getString("state")), row.getLong("proposed_by"), row.getString("maker"),
                row.getTimestamp("proposed_at").toInstant(), row.getString("decider"),
                row.getTimestamp("decided_at") == null ? null : row.getTimestamp("decided_at").toInstant(),
                row.getString("reason"));
    }
}

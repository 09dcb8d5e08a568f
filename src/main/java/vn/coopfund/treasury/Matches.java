package vn.coopfund.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** What lines are in the books. */
@Component
public class Matches {

    private static final String SELECT = """
            select m.*, coalesce(e.text, l.number) as title, l.number as loan_number, p.display_name as maker,
                   exists (select 1 from treasury.match back where back.reverses = m.id) as reversed,
                   (select u.id from treasury.unmatching u where u.match_id = m.id and u.state = 'PENDING') as unmatching
            from treasury.match m left join ledger.entry e on e.id = m.entry_id
            left join servicing.loan l on l.id = m.loan_id left join access.person p on p.id = m.made_by
            where m.fund_id = :fund and\s""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Matches(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** In the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Match> of(long line) {
        return select("m.line_id = :id order by m.id", line).list();
    }

    @Transactional(readOnly = true)
    public Match byId(long id) {
        return select("m.id = :id", id).optional().orElseThrow(Refusal::notFound);
    }

    /** What waits as this proposal. */
    Optional<Match> waitingAs(long proposal) {
        return select("m.proposal_id = :id and m.state = 'WAITING'", proposal).optional();
    }

    /** What stands on this entry and was not taken back. */
    List<Match> standingOn(long entry) {
        return select("m.entry_id = :id and m.state = 'STANDS'", entry).list().stream().filter(one -> !one.reversed()).toList();
    }

    long reserve() {
        return jdbc.sql("select nextval('treasury.match_seq')").query(Long.class).single();
    }

    /** A match about to be made; what {@link Match} says of each part holds here too. */
    record New(long id, long lineId, Match.Kind kind, long amount, Long entryId, Long loanId, Long proposalId,
            Long repaymentId, Long templateId, Long reverses) {

        static New of(long id, Line line, Match.Kind kind, long amount, Long entryId) {
            return new New(id, line.id(), kind, amount, entryId, null, null, null, null, null);
        }

        New loan(long loan, Long proposal, Long repayment) {
            return new New(id, lineId, kind, amount, entryId, loan, proposal, repayment, templateId, reverses);
        }

        New template(long template) {
            return new New(id, lineId, kind, amount, entryId, loanId, proposalId, repaymentId, template, reverses);
        }

        New takingBack(long match) {
            return new New(id, lineId, kind, amount, entryId, loanId, proposalId, repaymentId, templateId, match);
        }
    }

    /** It stands with its entry, and waits without one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(New match) {
        Actor actor = Actors.current();
        jdbc.sql("""
                insert into treasury.match (id, fund_id, line_id, kind, amount, state, entry_id, loan_id, proposal_id,
                    repayment_id, template_id, reverses, made_by, made_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(match.id(), actor.fundId(), match.lineId(), match.kind().name(), match.amount(),
                        match.entryId() == null ? "WAITING" : "STANDS", match.entryId(), match.loanId(), match.proposalId(),
                        match.repaymentId(), match.templateId(), match.reverses(), actor.isSystem() ? null : actor.id(),
                        businessDay.today())).update();
    }

    /** What waited is in the books now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void stand(Match match, long entry, long repayment) {
        jdbc.sql("update treasury.match set state = 'STANDS', entry_id = ?, repayment_id = ? where id = ?")
                .params(entry, repayment, match.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void undo(Match match, String reason) {
        jdbc.sql("update treasury.match set state = 'UNDONE', reason = ? where id = ?").params(reason, match.id()).update();
    }

    private JdbcClient.MappedQuerySpec<Match> select(String where, long id) {
        return jdbc.sql(SELECT + where).param("fund", Actors.current().fundId()).param("id", id).query(Matches::read);
    }

    private static Match read(ResultSet row, int number) throws SQLException {
        return new Match(row.getLong("id"), row.getLong("line_id"), Match.Kind.valueOf(row.getString("kind")),
                row.getLong("amount"), Match.State.valueOf(row.getString("state")), row.getObject("entry_id", Long.class),
                row.getString("title"), row.getObject("loan_id", Long.class), row.getString("loan_number"),
                row.getObject("repayment_id", Long.class), row.getObject("proposal_id", Long.class),
                row.getBoolean("reversed"), row.getObject("unmatching", Long.class), row.getString("reason"),
                row.getString("maker"), row.getObject("made_on", LocalDate.class));
    }
}

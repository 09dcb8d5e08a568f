package vn.coopfund.servicing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.web.Refusal;

/**
 * The rows of the acts that wait for a second person; restructurings, which waited here once, are {@link RestructureRequests}.
 */
@Component
public class Proposals {

    private static final String SELECT = """
            select p.*, l.number as loan_number, maker.display_name as maker, decider.display_name as decider
            from servicing.proposal p left join servicing.loan l on l.id = p.loan_id
            join access.person maker on maker.id = p.proposed_by
            left join access.person decider on decider.id = p.decided_by
            where p.fund_id = :fund and p.kind <> 'RESTRUCTURE_LOAN'""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final ObjectMapper json;

    Proposals(JdbcClient jdbc, BusinessDay businessDay, ObjectMapper json) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.json = json;
    }

    /** Those still waiting, oldest first; {@code loanId} narrows when not null. */
    @Transactional(readOnly = true)
    public List<Proposal> pending(Long loanId) {
        return select(" and p.state = 'PENDING' and (:loan::bigint is null or p.loan_id = :loan) order by p.id")
                .param("loan", loanId).query(Proposals::read).list();
    }

    /** The loan on whose page a restructuring is found that was proposed before they had a process of their own. */
    @Transactional(readOnly = true)
    public Optional<Long> loanOfMoved(long id) {
        return jdbc.sql("select loan_id from servicing.proposal where id = ? and fund_id = ? and kind = 'RESTRUCTURE_LOAN'")
                .params(id, Actors.current().fundId()).query(Long.class).optional();
    }

    @Transactional(readOnly = true)
    public Proposal byId(long id) {
        return find(id, "").orElseThrow(Refusal::notFound);
    }

    /** Locked, and refused when somebody decided already. */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposal lockPending(long id) {
        Proposal proposal = find(id, " for update of p").orElseThrow(Refusal::notFound);
        if (!proposal.isPending()) {
            throw Refusal.conflict("servicing.refused.proposal-decided", "#" + proposal.state().key());
        }
        return proposal;
    }

    /** @throws Refusal where the same already waits */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposal add(NewProposal act) {
        long id = jdbc.sql("select nextval('servicing.proposal_seq')").query(Long.class).single();
        Receipt receipt = act.receipt();
        int added = jdbc.sql("""
                insert into servicing.proposal (id, fund_id, loan_id, kind, target_id, amount, value_date, channel,
                    reference, early, why, details, council, proposed_by, proposed_on, bank_account_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                on conflict (loan_id, kind, coalesce(target_id, 0)) where state = 'PENDING' and kind <> 'TAKE_REPAYMENT'
                do nothing""")
                .params(Arrays.asList(id, Actors.current().fundId(), act.loanId(), act.kind().name(), act.targetId(),
                        receipt == null ? act.amount() : Long.valueOf(Dong.longOf(receipt.amount())),
                        receipt == null ? act.valueDate() : receipt.valueDate(),
                        receipt == null ? null : receipt.channel().name(), receipt == null ? null : receipt.reference(),
                        receipt == null || receipt.early() == null ? null : receipt.early().name(), act.why(),
                        write(act.details()), act.council(), Actors.current().id(), businessDay.today(),
                        receipt == null ? null : receipt.bankAccount())).update();
        if (added == 0) {
            throw Refusal.conflict("servicing.refused.proposal-waits", "#" + act.kind().key());
        }
        return byId(id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(Proposal proposal, Proposal.State state, String reason) {
        jdbc.sql("update servicing.proposal set state = ?, decided_by = ?, decided_on = ?, reason = ? where id = ?")
                .params(state.name(), Actors.current().id(), businessDay.today(), reason, proposal.id()).update();
    }

    /** There is nothing left to decide, and nobody did: it lapsed, or was withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(Proposal proposal, Proposal.State state, String reason) {
        jdbc.sql("update servicing.proposal set state = ?, decided_on = ?, reason = ? where id = ? and state = 'PENDING'")
                .params(state.name(), businessDay.today(), reason, proposal.id()).update();
    }

    /** The loan that it made. */
    @Transactional(propagation = Propagation.MANDATORY)
    void nameLoan(Proposal proposal, long loan) {
        jdbc.sql("update servicing.proposal set loan_id = ? where id = ?").params(loan, proposal.id()).update();
    }

    /** What the act keeps of its own. */
    <T> T details(Proposal proposal, Class<T> type) {
        try {
            return json.readValue(proposal.details(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String write(Object details) {
        try {
            return details == null ? "{}" : json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Proposal> find(long id, String lock) {
        return select(" and p.id = :id" + lock).param("id", id).query(Proposals::read).optional();
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql(SELECT + where).param("fund", Actors.current().fundId());
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        String channel = row.getString("channel");
        String early = row.getString("early");
        return new Proposal(row.getLong("id"), row.getObject("loan_id", Long.class), row.getString("loan_number"),
                ProposalKind.valueOf(row.getString("kind")), row.getObject("target_id", Long.class),
                row.getObject("amount", Long.class), row.getObject("value_date", LocalDate.class),
                channel == null ? null : Channel.valueOf(channel), row.getString("reference"),
                early == null ? null : EarlyRepayment.valueOf(early), row.getString("why"), row.getString("details"),
                row.getBoolean("council"), Proposal.State.valueOf(row.getString("state")), row.getLong("proposed_by"),
                row.getString("maker"), row.getObject("proposed_on", LocalDate.class), row.getString("decider"),
                row.getObject("decided_on", LocalDate.class), row.getString("reason"),
                row.getObject("bank_account_id", Long.class));
    }
}

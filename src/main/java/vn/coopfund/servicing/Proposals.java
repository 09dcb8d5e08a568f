package vn.coopfund.servicing;

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

/** Receipts that wait for a second person. */
@Component
public class Proposals {

    /** How it stands. */
    public enum State { PENDING, CONFIRMED, REJECTED }

    /** One of them. {@code loanNumber} and {@code proposedByName} are for the reader. */
    public record Proposal(long id, long loanId, String loanNumber, Receipt receipt, State state, long proposedBy,
            String proposedByName, LocalDate proposedOn) {
    }

    private static final String SELECT = """
            select p.id, p.loan_id, l.number, p.amount, p.value_date, p.channel, p.reference, p.early, p.state,
                   p.proposed_by, person.display_name, p.proposed_on
            from servicing.repayment_proposal p join servicing.loan l on l.id = p.loan_id
            join access.person person on person.id = p.proposed_by where p.fund_id = :fund""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Proposals(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Those still waiting, oldest first; {@code loanId} narrows when not null. */
    @Transactional(readOnly = true)
    public List<Proposal> pending(Long loanId) {
        return select(" and p.state = 'PENDING' and (:loan::bigint is null or p.loan_id = :loan) order by p.id")
                .param("loan", loanId).query(Proposals::read).list();
    }

    @Transactional(readOnly = true)
    public Proposal byId(long id) {
        return find(id, "").orElseThrow(Refusal::notFound);
    }

    /** Locked, and refused when somebody decided already. */
    @Transactional(propagation = Propagation.MANDATORY)
    Proposal lockPending(long id) {
        Proposal proposal = find(id, " for update of p").orElseThrow(Refusal::notFound);
        if (proposal.state() != State.PENDING) {
            throw Refusal.conflict("servicing.refused.proposal-decided", "#servicing.proposal.state." + proposal.state());
        }
        return proposal;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(Loan loan, Receipt receipt) {
        long id = jdbc.sql("select nextval('servicing.repayment_proposal_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into servicing.repayment_proposal (id, fund_id, loan_id, amount, value_date, channel, reference,
                    early, proposed_by, proposed_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), Dong.longOf(receipt.amount()),
                        receipt.valueDate(), receipt.channel().name(), receipt.reference(),
                        receipt.early() == null ? null : receipt.early().name(), Actors.current().id(),
                        businessDay.today())).update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(Proposal proposal, State state, String reason) {
        jdbc.sql("update servicing.repayment_proposal set state = ?, decided_by = ?, decided_on = ?, reason = ? where id = ?")
                .params(state.name(), Actors.current().id(), businessDay.today(), reason, proposal.id()).update();
    }

    private Optional<Proposal> find(long id, String lock) {
        return select(" and p.id = :id" + lock).param("id", id).query(Proposals::read).optional();
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql(SELECT + where).param("fund", Actors.current().fundId());
    }

    private static Proposal read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        String early = row.getString("early");
        return new Proposal(row.getLong("id"), row.getLong("loan_id"), row.getString("number"),
                new Receipt(Dong.of(row.getLong("amount")), row.getObject("value_date", LocalDate.class),
                        Channel.valueOf(row.getString("channel")), row.getString("reference"),
                        early == null ? null : EarlyRepayment.valueOf(early)),
                State.valueOf(row.getString("state")), row.getLong("proposed_by"), row.getString("display_name"),
                row.getObject("proposed_on", LocalDate.class));
    }
}

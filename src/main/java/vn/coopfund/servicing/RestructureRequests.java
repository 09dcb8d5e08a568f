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
import vn.coopfund.web.Refusal;

/** The rows of restructurings that were asked for; one at a time is open on a loan. */
@Component
public class RestructureRequests {

    private static final String OPEN = " and r.state in ('ASKED', 'REVIEW', 'DECISION', 'APPROVED')";
    private static final String SELECT = """
            select r.*, asker.display_name as asker, planner.display_name as planner, decider.display_name as decider
            from servicing.restructure_request r join access.person asker on asker.id = r.asked_by
            left join access.person planner on planner.id = r.planned_by
            left join access.person decider on decider.id = r.decided_by where r.fund_id = :fund""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final ObjectMapper json;

    RestructureRequests(JdbcClient jdbc, BusinessDay businessDay, ObjectMapper json) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.json = json;
    }

    /** All of a loan, the latest first. */
    @Transactional(readOnly = true)
    public List<RestructureRequest> of(long loanId) {
        return select(" and r.loan_id = :loan order by r.id desc").param("loan", loanId).query(this::read).list();
    }

    /** The one that is open on the loan. */
    @Transactional(readOnly = true)
    public Optional<RestructureRequest> openOn(long loanId) {
        return select(OPEN + " and r.loan_id = :loan").param("loan", loanId).query(this::read).optional();
    }

    @Transactional(readOnly = true)
    RestructureRequest byId(long id) {
        return select(" and r.id = :id").param("id", id).query(this::read).optional().orElseThrow(Refusal::notFound);
    }

    /** All that are open in the fund. */
    List<RestructureRequest> open() {
        return select(OPEN + " order by r.id").query(this::read).list();
    }

    /** The open one, to be called under the loan's lock; refused where it stands elsewhere by now. */
    RestructureRequest at(Loan loan, RestructureRequest.State state) {
        return openOn(loan.id()).filter(one -> one.state() == state)
                .orElseThrow(() -> Refusal.conflict("servicing.refused.no-restructure-request"));
    }

    /** @throws Refusal where one is open already (409) */
    @Transactional(propagation = Propagation.MANDATORY)
    RestructureRequest add(Loan loan, RestructureWish wish, boolean byBorrower) {
        openOn(loan.id()).ifPresent(open -> {
            throw Refusal.conflict("servicing.refused.restructure-asked", "#" + open.state().key());
        });
        long id = jdbc.sql("select nextval('servicing.restructure_request_seq')").query(Long.class).single();
        jdbc.sql("""
                insert into servicing.restructure_request (id, fund_id, loan_id, kind, new_end, reason, wish, by_borrower,
                    asked_by, asked_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(id, Actors.current().fundId(), loan.id(), wish.kind().name(), wish.newEnd(), wish.reason(),
                        wish.wish(), byBorrower, Actors.current().id(), businessDay.today())).update();
        return byId(id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    RestructureRequest keepPlan(RestructureRequest one, RestructureTerms terms) {
        jdbc.sql("update servicing.restructure_request set terms = ?::jsonb where id = ?").params(write(terms), one.id()).update();
        return byId(one.id());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void submit(RestructureRequest one, RestructureTerms terms, String appraisal) {
        jdbc.sql("update servicing.restructure_request set state = 'REVIEW', terms = ?::jsonb, appraisal = ?, planned_by = ?, "
                        + "planned_on = ? where id = ?")
                .params(write(terms), appraisal, Actors.current().id(), businessDay.today(), one.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forward(RestructureRequest one, boolean council) {
        jdbc.sql("update servicing.restructure_request set state = 'DECISION', reviewed_by = ?, council = ? where id = ?")
                .params(Actors.current().id(), council, one.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void approve(RestructureRequest one, String decision, String annex) {
        jdbc.sql("update servicing.restructure_request set state = 'APPROVED', decision = ?, decided_by = ?, decided_on = ?, "
                        + "annex_number = coalesce(annex_number, ?) where id = ?")
                .params(Arrays.asList(decision, Actors.current().id(), businessDay.today(), annex, one.id())).update();
    }

    /** Who refused it as the one who decides; {@code decision} is the number of the council's minutes, or null. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reject(RestructureRequest one, String decision) {
        jdbc.sql("update servicing.restructure_request set decision = ?, decided_by = ?, decided_on = ? where id = ?")
                .params(Arrays.asList(decision, Actors.current().id(), businessDay.today(), one.id())).update();
    }

    /** Back to the officer; the number of an annex that was not signed is kept for the one that will be. */
    @Transactional(propagation = Propagation.MANDATORY)
    void sendBack(RestructureRequest one) {
        jdbc.sql("update servicing.restructure_request set state = 'ASKED', planned_by = null, planned_on = null, "
                + "reviewed_by = null, council = false, decision = null, decided_by = null, decided_on = null where id = ?")
                .param(one.id()).update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(RestructureRequest one, RestructureRequest.State state, String answer) {
        jdbc.sql("update servicing.restructure_request set state = ?, answer = ? where id = ?")
                .params(Arrays.asList(state.name(), answer, one.id())).update();
    }

    private String write(RestructureTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JdbcClient.StatementSpec select(String where) {
        return jdbc.sql(SELECT + where).param("fund", Actors.current().fundId());
    }

    private RestructureRequest read(ResultSet row, int number) throws SQLException {
        return new RestructureRequest(row.getLong("id"), row.getLong("loan_id"), RestructureTerms.Kind.valueOf(row.getString("kind")),
                row.getObject("new_end", LocalDate.class), row.getString("reason"), row.getString("wish"),
                row.getBoolean("by_borrower"), row.getLong("asked_by"), row.getString("asker"),
                row.getObject("asked_on", LocalDate.class), RestructureRequest.State.valueOf(row.getString("state")),
                terms(row.getString("terms")), row.getString("appraisal"), row.getObject("planned_by", Long.class),
                row.getString("planner"), row.getObject("planned_on", LocalDate.class), row.getObject("reviewed_by", Long.class),
                row.getBoolean("council"), row.getString("decision"), row.getObject("decided_by", Long.class),
                row.getString("decider"), row.getObject("decided_on", LocalDate.class), row.getString("annex_number"),
                row.getString("answer"));
    }

    private RestructureTerms terms(String kept) {
        try {
            return kept == null ? null : json.readValue(kept, RestructureTerms.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

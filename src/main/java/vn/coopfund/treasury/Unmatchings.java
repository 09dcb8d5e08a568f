package vn.coopfund.treasury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/** The rows of what asks to undo a match. */
@Component
public class Unmatchings {

    private static final int LONGEST = 500;
    private static final String SELECT = """
            select u.*, maker.display_name as maker, decider.display_name as decider from treasury.unmatching u
            join access.person maker on maker.id = u.proposed_by
            left join access.person decider on decider.id = u.decided_by where u.fund_id = :fund and\s""";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Unmatchings(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Those still waiting, oldest first. */
    @Transactional(readOnly = true)
    public List<Unmatching> pending() {
        return jdbc.sql(SELECT + "u.state = 'PENDING' order by u.id").param("fund", fund()).query(Unmatchings::read).list();
    }

    @Transactional(readOnly = true)
    public Unmatching byId(long id) {
        return find(id, "");
    }

    /** Locked; refused when somebody decided already, or to who proposed it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Unmatching lockForDecision(long id) {
        Unmatching asked = find(id, " for update of u");
        if (!asked.isPending()) {
            throw Refusal.conflict("treasury.refused.decided", "#" + asked.state().key());
        }
        if (asked.proposedBy() == Actors.current().id()) {
            throw Refusal.forbidden("treasury.refused.own");
        }
        return asked;
    }

    /** @throws Refusal without a reason, or where the same waits already */
    @Transactional(propagation = Propagation.MANDATORY)
    long add(long match, String reason) {
        long id = jdbc.sql("select nextval('treasury.unmatching_seq')").query(Long.class).single();
        int added = jdbc.sql("""
                insert into treasury.unmatching (id, fund_id, match_id, reason, proposed_by, proposed_on)
                values (?, ?, ?, ?, ?, ?) on conflict (match_id) where state <> 'DECLINED' do nothing""")
                .params(id, fund(), match, reason, Actors.current().id(), businessDay.today()).update();
        if (added == 0) {
            throw Refusal.conflict("treasury.refused.waits-already");
        }
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(long id, Unmatching.State state, String answer) {
        jdbc.sql("update treasury.unmatching set state = ?, decided_by = ?, decided_on = ?, answer = ? where id = ?")
                .params(state.name(), Actors.current().id(), businessDay.today(), answer, id).update();
    }

    /** Stripped; refused when empty or too long. */
    static String reason(String field, String text) {
        new Refusal.Problems().addIf(text == null || text.isBlank(), field, "treasury.refused.why")
                .addIf(text != null && text.strip().length() > LONGEST, field, "treasury.refused.long", LONGEST).refuseIfAny();
        return text.strip();
    }

    private Unmatching find(long id, String lock) {
        return jdbc.sql(SELECT + "u.id = :id" + lock).param("fund", fund()).param("id", id).query(Unmatchings::read)
                .optional().orElseThrow(Refusal::notFound);
    }

    private static Unmatching read(ResultSet row, int number) throws SQLException {
        return new Unmatching(row.getLong("id"), row.getLong("match_id"), row.getString("reason"),
                Unmatching.State.valueOf(row.getString("state")), row.getLong("proposed_by"), row.getString("maker"),
                row.getObject("proposed_on", LocalDate.class), row.getString("decider"),
                row.getObject("decided_on", LocalDate.class), row.getString("answer"));
    }

    private static long fund() {
        return Actors.current().fundId();
    }
}

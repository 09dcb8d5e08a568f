package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.coopfund.access.Role;
import vn.coopfund.database.TestDatabase;

/** What waited before acts and restructurings of running loans came before the council under its own model. */
class MovedProposalsModuleTests extends LoanModuleTest {

    @Autowired
    TestDatabase testDatabase;

    /** The scene is set and the changelog run as their owner does it, and all of it is taken back. */
    @Test
    void movesVotesAndRestructuringsOfFormerTimes() throws Exception {
        long voted = disbursed(false);
        long restructured = disbursed(false);
        long refused = disbursed(false);
        long officer = staff.with(Role.LOAN_OFFICER).id();
        long member = staff.with(Role.COUNCIL_MEMBER).id();
        long chair = staff.with(Role.COUNCIL_CHAIR).id();
        try (Connection connection = testDatabase.asOwner()) {
            connection.setAutoCommit(false);
            JdbcClient old = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // what other tests left open is none of this scene
            old.sql("update servicing.proposal set council = false").update();
            old.sql("update council.matter set state = 'TAKEN_BACK' where kind = 'PROPOSAL' and state in ('LAID', 'CALLED')").update();
            old.sql(rollbackOf("072-move-votes")).update();
            propose(old, 91, voted, "WAIVE_INTEREST", "PENDING", officer, null);
            propose(old, 92, voted, "REVERSE_RESTRUCTURE", "PENDING", officer, null);
            propose(old, 93, restructured, "RESTRUCTURE_LOAN", "PENDING", officer, null);
            propose(old, 94, refused, "WAIVE_INTEREST", "REJECTED", officer, chair);
            for (long proposal : List.of(91L, 93L, 94L)) {
                old.sql("insert into servicing.proposal_vote values (?, ?, ?, false, 'AGAINST', 'Chưa rõ', '2026-06-10')")
                        .params(proposal, officer, member).update();
            }
            old.sql(bodyOf("071-move-restructure-proposals")).update();
            old.sql(bodyOf("072-move-votes")).update();

            assertThat(old.sql("select kind || ' ' || state from council.matter where subject_type = 'LOAN' and subject_id in (?, ?, ?) "
                    + "order by subject_id, id").params(voted, restructured, refused).query(String.class).list())
                    .containsExactlyInAnyOrder("PROPOSAL CALLED", "PROPOSAL TAKEN_BACK", "RESTRUCTURE TAKEN_BACK", "PROPOSAL DECIDED");
            assertThat(old.sql("select count(*) from council.vote v join council.matter m on m.id = v.matter_id "
                    + "where m.subject_type = 'LOAN' and m.subject_id in (?, ?, ?) and v.vote = 'AGAINST' and v.member_id = ?")
                    .params(voted, restructured, refused, member).query(Integer.class).single()).isEqualTo(3);
            assertThat(old.sql("select s.member_id from council.seat s join council.matter m on m.id = s.matter_id "
                    + "where m.kind = 'PROPOSAL' and m.paper = 91").query(Long.class).list()).contains(member)
                    .hasSize(people.withRole(Role.COUNCIL_MEMBER).size());
            assertThat(old.sql("select state from servicing.proposal where id in (91, 92, 93, 94) order by id")
                    .query(String.class).list()).containsExactly("PENDING", "LAPSED", "LAPSED", "REJECTED");
            assertThat(old.sql("select state || ' ' || kind || ' ' || new_end || ' ' || jsonb_array_length(terms -> 'rows') "
                    + "from servicing.restructure_request where proposal_id = 93").query(String.class).single())
                    .isEqualTo("ASKED EXTEND 2028-07-15 1");
            connection.rollback();
        }
    }

    private static void propose(JdbcClient old, long id, long loan, String kind, String state, long by, Long decidedBy) {
        old.sql("""
                insert into servicing.proposal (id, fund_id, loan_id, kind, target_id, amount, why, details, council, state, proposed_by,
                    proposed_on, decided_by, decided_on, reason)
                values (:id, 1, :loan, :kind, 1, 1, 'Mất mùa', :details::jsonb, true, :state, :by, '2026-06-01', :decider,
                    case when :state = 'REJECTED' then date '2026-06-12' end, case when :state = 'REJECTED' then 'Không' end)""")
                .param("id", id).param("loan", loan).param("kind", kind).param("state", state).param("by", by)
                .param("decider", decidedBy, java.sql.Types.BIGINT)
                .param("details", "{\"kind\":\"EXTEND\",\"rows\":[{\"dueOn\":\"2028-07-15\",\"amount\":500000000}],\"arrearsDueOn\":null}")
                .update();
    }

    private static String bodyOf(String changelog) throws IOException {
        return text(changelog).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    }

    /** The table that it takes away, made again. */
    private static String rollbackOf(String changelog) throws IOException {
        String back = text(changelog).lines().filter(line -> line.startsWith("--rollback")).findFirst().orElseThrow();
        return back.substring("--rollback ".length(), back.indexOf("; insert"));
    }

    private static String text(String changelog) throws IOException {
        return Files.readString(Path.of("db/changelog/servicing/" + changelog + ".sql"));
    }
}

package vn.coopfund.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What waited before acts on running loans and restructurings came before the council under models of their own: a
 * database as the former program left it, on which this program starts. Nothing is lost, every open case stands in the
 * inbox of those who go on with it.
 */
class MovedProposalsTests {

    private static final long OFFICER = 101;
    private static final long PROPOSING_MEMBER = 102;
    private static final long APPRAISING_MEMBER = 103;
    private static final long GONE_MEMBER = 104;
    private static final long MEMBER = 105;
    private static final long CHAIR = 106;
    private static final String PLAN =
            "{\"kind\":\"EXTEND\",\"rows\":[{\"dueOn\":\"2028-07-15\",\"amount\":500000000}],\"arrearsDueOn\":null}";

    @TempDir
    Path folder;
    private TestDatabase database;
    private Connection connection;
    private JdbcClient sql;

    @BeforeEach
    void asTheFormerProgramLeftIt() throws Exception {
        database = TestDatabase.before("071-move-restructure-proposals");
        connection = database.asOwner();
        sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        person(OFFICER, "LOAN_OFFICER");
        person(PROPOSING_MEMBER, "COUNCIL_MEMBER", "HEAD_OF_LENDING");
        person(APPRAISING_MEMBER, "COUNCIL_MEMBER", "APPRAISER");
        person(GONE_MEMBER, "COUNCIL_MEMBER");
        person(MEMBER, "COUNCIL_MEMBER");
        person(CHAIR, "COUNCIL_MEMBER", "COUNCIL_CHAIR");
        sql.sql("update access.person set enabled = false where id = ?").param(GONE_MEMBER).update();
        sql.sql("insert into cooperatives.borrower (id, version, fund_id, kind, name, number, complete, search_text, registered_on) "
                + "values (1, 0, 1, 'COOPERATIVE', 'HTX Vải thiều', '2400000001', true, 'htx vai thieu', '2024-01-02')").update();
        List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L).forEach(this::loan);
        sql.sql("insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id) values (1, 'APPLICATION', 1, 'APPRAISE', ?)")
                .param(APPRAISING_MEMBER).update();
    }

    @Test
    void votesAndRestructuringsOfFormerTimesGoOn() throws Exception {
        // of two that wait for the council on one loan, one was voted on by a single member
        propose(11, 1, "WAIVE_INTEREST", true, "PENDING", PROPOSING_MEMBER);
        vote(11, PROPOSING_MEMBER, MEMBER, "AGAINST");
        propose(12, 1, "REVERSE_RESTRUCTURE", true, "PENDING", OFFICER);
        // all have voted; the chair had not signed
        propose(21, 2, "WAIVE_INTEREST", true, "PENDING", OFFICER);
        List.of(PROPOSING_MEMBER, APPRAISING_MEMBER, MEMBER, CHAIR).forEach(member -> vote(21, OFFICER, member, "FOR"));
        // restructurings before the council, with a vote, and before the director
        propose(31, 3, "RESTRUCTURE_LOAN", true, "PENDING", OFFICER);
        vote(31, OFFICER, MEMBER, "AGAINST");
        propose(41, 4, "RESTRUCTURE_LOAN", false, "PENDING", OFFICER);
        // over: refused by the council, restructured by the director, and what the council never had to do with
        propose(51, 5, "WAIVE_INTEREST", true, "REJECTED", OFFICER);
        vote(51, OFFICER, MEMBER, "AGAINST");
        propose(61, 6, "RESTRUCTURE_LOAN", false, "CONFIRMED", OFFICER);
        sql.sql("insert into servicing.restructure (id, fund_id, loan_id, turn, kind, value_date, why, annex_number, schedule_version, "
                + "proposal_id) values (1, 1, 6, 1, 'EXTEND', '2026-06-12', 'Mất mùa', '01/PL-HĐTD', 2, 61)").update();
        propose(71, 7, "REFUND_CREDIT", false, "PENDING", OFFICER);
        connection.close();

        try (StartedProgram program = StartedProgram.on(folder, database).awaitUp(); Connection after = database.asOwner()) {
            sql = JdbcClient.create(new SingleConnectionDataSource(after, true));
            assertThat(list("select id || ' ' || state from servicing.proposal order by id")).containsExactly("11 PENDING",
                    "12 LAPSED", "21 PENDING", "31 LAPSED", "41 LAPSED", "51 REJECTED", "61 CONFIRMED", "71 PENDING");
            assertThat(list("select subject_id || ' ' || kind || ' ' || state || coalesce(' ' || approved, '') from council.matter "
                    + "order by subject_id, state")).containsExactly("1 PROPOSAL CALLED", "1 PROPOSAL TAKEN_BACK",
                    "2 PROPOSAL CALLED", "3 RESTRUCTURE TAKEN_BACK", "5 PROPOSAL DECIDED false");
            assertThat(list("select m.subject_id || ' ' || v.member_id || ' ' || v.vote || coalesce(' ' || v.reason, '') from council.vote v "
                    + "join council.matter m on m.id = v.matter_id order by m.subject_id, v.member_id")).containsExactly(
                    "1 105 AGAINST Chưa rõ", "2 102 FOR", "2 103 FOR", "2 105 FOR", "2 106 FOR", "3 105 AGAINST Chưa rõ",
                    "5 105 AGAINST Chưa rõ");
            assertThat(list("select loan_id || ' ' || state || ' ' || new_end || ' ' || jsonb_array_length(terms -> 'rows') || coalesce(' ' || annex_number, '') "
                    + "from servicing.restructure_request order by loan_id")).containsExactly("3 ASKED 2028-07-15 1",
                    "4 ASKED 2028-07-15 1", "6 EFFECTIVE 2028-07-15 1 01/PL-HĐTD");

            // and goes on: who has not voted and may is asked, whose votes are all there signs, the plans lie with the officer
            assertThat(list("select subject_id || ' ' || task_key || coalesce(' ' || for_person, '') from workflow.inbox_task "
                    + "where subject_type = 'LOAN' order by subject_id, for_person")).containsExactly("1 Task_CastVote 106",
                    "2 Task_SignMinutes", "3 Task_AppraiseRestructure", "4 Task_AppraiseRestructure");
        }
    }

    private List<String> list(String query) {
        return sql.sql(query).query(String.class).list();
    }

    private void person(long id, String... roles) {
        sql.sql("insert into access.person (id, fund_id, username, display_name) values (?, 1, ?, ?)")
                .params(id, "p" + id, "Người " + id).update();
        for (String role : roles) {
            sql.sql("insert into access.person_role values (?, ?)").params(id, role).update();
        }
    }

    private void loan(long id) {
        sql.sql("""
                insert into servicing.loan (id, fund_id, version, number, application_id, contract_number, borrower_id, project_name,
                    search_text, signed_on, state, principal, annual_rate, overdue_factor, late_interest_rate, day_count, method,
                    instalments, months_between, planned_on, first_due_on, overdue_scope, allocation_in_term, allocation_overdue,
                    secured, disbursed_on, drawn)
                values (:id, 1, 0, 'KV' || :id, :id, 'HĐ' || :id, 1, 'Kho lạnh', 'kho lanh', '2026-01-14', 'ACTIVE', 500000000, 6.6, 150,
                    10, 'ACT_365', 'EQUAL_PRINCIPAL', 8, 3, '2026-01-15', '2026-04-15', 'INSTALMENT',
                    'INTEREST,PRINCIPAL,OVERDUE_INTEREST,LATE_INTEREST', 'PRINCIPAL,INTEREST,OVERDUE_INTEREST,LATE_INTEREST',
                    false, '2026-01-15', 500000000)""").param("id", id).update();
    }

    private void propose(long id, long loan, String kind, boolean council, String state, long by) {
        boolean decided = !state.equals("PENDING");
        sql.sql("""
                insert into servicing.proposal (id, fund_id, loan_id, kind, target_id, amount, why, details, council, state, proposed_by,
                    proposed_on, decided_by, decided_on, reason)
                values (:id, 1, :loan, :kind, 1, 1000000, 'Mất mùa', :details::jsonb, :council, :state, :by, '2026-06-01', :decider,
                    :decided::date, :reason)""")
                .params(Map.of("id", id, "loan", loan, "kind", kind, "council", council, "state", state, "by", by,
                        "details", kind.equals("RESTRUCTURE_LOAN") ? PLAN : "{}"))
                .param("decider", decided ? CHAIR : null, java.sql.Types.BIGINT)
                .param("decided", decided ? "2026-06-12" : null)
                .param("reason", state.equals("REJECTED") ? "Không" : null).update();
    }

    private void vote(long proposal, long by, long member, String vote) {
        sql.sql("insert into servicing.proposal_vote values (?, ?, ?, ?, ?, ?, '2026-06-10')")
                .params(java.util.Arrays.asList(proposal, by, member, member == CHAIR, vote, vote.equals("FOR") ? null : "Chưa rõ")).update();
    }
}

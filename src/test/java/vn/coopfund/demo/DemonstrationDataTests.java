package vn.coopfund.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.DemonstrationTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.funding.Capital;
import vn.coopfund.money.Dong;
import vn.coopfund.origination.ApplicationState;
import vn.coopfund.servicing.LoanState;

class DemonstrationDataTests extends DemonstrationTest {

    @Autowired
    TellStory tellStory;
    @Autowired
    People people;
    @Autowired
    Borrowers borrowers;
    @Autowired
    Capital capital;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"htx1, BORROWER", "htx2, BORROWER", "tindung, LOAN_OFFICER", "thamdinh, APPRAISER",
        "truongphong, HEAD_OF_LENDING", "giamdoc, DIRECTOR", "hoidong1, COUNCIL_CHAIR", "hoidong1, COUNCIL_MEMBER",
        "hoidong2, COUNCIL_MEMBER", "hoidong3, COUNCIL_MEMBER", "ketoan, ACCOUNTANT", "ketoantruong, CHIEF_ACCOUNTANT",
        "thuquy, CASHIER", "kiemsoat, CONTROLLER", "lienminh, ALLIANCE_VIEWER", "quantri, ADMINISTRATOR",
        "quantri2, ADMINISTRATOR"})
    void everybodyHasASignIn(String username, Role role) {
        assertThat(people.byUsername(username).roles()).contains(role);
        assertThat(tellStory.lines()).anyMatch(line -> line.strip().startsWith(username + " "));
    }

    @ParameterizedTest
    @CsvSource({"htx1", "htx2"})
    void bothCooperativesHaveACompleteProfileAndConsent(String username) {
        Actor signIn = people.byUsername(username);
        BorrowerView own = borrowers.ofSignIn(signIn).orElseThrow();
        assertThat(own.profileComplete()).isTrue();
        assertThat(own.consentGiven()).isTrue();
    }

    @Test
    void charterCapitalIsShortOfThirtyBillion() {
        assertThat(capital.charterCapital(businessDay.configuredFirstDay()))
                .isBetween(Dong.of(24_000_000_000L), Dong.of(29_999_999_999L));
    }

    @Test
    void atLeastThirtyLoansWereFirstPaidOutInTheTerm() {
        assertThat(jdbc.sql("select count(*) from servicing.loan where disbursed_on between '2021-01-01' and '2025-12-31'")
                .query(Long.class).single()).isGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void anApplicationStandsInEachState(ApplicationState state) {
        assertThat(jdbc.sql("select count(*) from origination.application where state = ?").param(state.name())
                .query(Long.class).single()).isPositive();
    }

    /** A debt is given up for good five years after its write-off: later than the story goes. */
    @ParameterizedTest
    @EnumSource(value = LoanState.class, mode = EnumSource.Mode.EXCLUDE, names = "WRITTEN_OFF_FINAL")
    void aLoanStandsInEachState(LoanState state) {
        assertThat(jdbc.sql("select count(*) from servicing.loan where state = ?").param(state.name())
                .query(Long.class).single()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREPARED", "CHECKED", "APPROVED", "PAID"})
    void aDisbursementStandsInEachState(String state) {
        assertThat(jdbc.sql("select count(*) from servicing.disbursement where state = ?").param(state)
                .query(Long.class).single()).isPositive();
    }

    @Test
    void someLoansArePastDueAndMostAreNot() {
        long late = jdbc.sql("select count(*) from servicing.standing where next_due_on < ?").param(businessDay.today())
                .query(Long.class).single();
        long running = jdbc.sql("select count(*) from servicing.loan where state = 'ACTIVE'").query(Long.class).single();
        assertThat(late).isPositive().isLessThan(running - late);
    }

    @Test
    void aSecondStartChangesNothing() {
        Map<String, Long> before = rowsOfEveryTable();
        tellStory.run(null);
        assertThat(rowsOfEveryTable()).isEqualTo(before);
    }

    private Map<String, Long> rowsOfEveryTable() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                  and table_name not like 'web_session%'""").query(String.class).list()
                .forEach(table -> rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return rows;
    }
}

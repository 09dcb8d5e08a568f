package vn.coopfund.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

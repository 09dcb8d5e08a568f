package vn.coopfund.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.reporting.Matter;
import vn.coopfund.reporting.Matters;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** One table of conflicting sides for every subject, which the service and the database both obey. */
class DutyTableModuleTests extends ModuleTest {

    @Autowired MockMvc web;
    @Autowired Duties duties;
    @Autowired People people;
    @Autowired Matters matters;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Journal journal;
    @Autowired BusinessDay businessDay;

    private Actor person(Role... roles) {
        return new Staff(people).named("duty-" + UUID.randomUUID().toString().substring(0, 8), roles);
    }

    @Test
    void holdsEveryPairBothWaysAndKnowsEverySide() {
        assertThat(jdbc.sql("""
                select c.duty from access.duty_conflict c where not exists (select 1 from access.duty_conflict o
                    where o.duty = c.conflicts_with and o.conflicts_with = c.duty)""").query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select duty from access.duty_conflict").query(String.class).list())
                .allSatisfy(duty -> assertThat(Duty.valueOf(duty)).isNotNull());
        assertThat(duties.table()).allSatisfy(pair -> assertThat(pair.subjectType()).isNotNull());
        assertThat(jdbc.sql("select role from access.role_apart").query(String.class).list())
                .allSatisfy(role -> assertThat(Role.valueOf(role)).isNotNull());
    }

    /** Two people's columns without a line in the table would be a rule that nobody can read. */
    @Test
    void knowsEveryTableThatNamesASecondPerson() {
        assertThat(jdbc.sql("""
                select c.conrelid::regclass::text from pg_constraint c
                where c.conname like '%second_person' and not exists (select 1 from pg_trigger t
                    where t.tgrelid = c.conrelid and t.tgfoid = 'access.take_duties'::regproc)""").query(String.class).list())
                .as("others note it in their acts").containsExactlyInAnyOrder("vouchers.money_order",
                        "products.lending_regulation", "funding.contribution", "ledger.period_event",
                        "servicing.proposal", "calendar.year_proposal");
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("VOUCHER", "PREPARE_VOUCHER", "SIGN_CASH"), Arguments.of("CASH_COUNT", "COUNT_CASH", "SIGN_CASH_COUNT"),
                Arguments.of("ENTRY", "PREPARE_ENTRY", "CHECK_ENTRY"), Arguments.of("BOOKS", "PROPOSE_BOOKS", "DECIDE_BOOKS"),
                Arguments.of("RECONCILIATION", "PREPARE_RECONCILIATION", "SIGN_RECONCILIATION"),
                Arguments.of("CLASSIFICATION", "OVERRIDE_GROUP", "APPROVE_CLASSIFICATION"),
                Arguments.of("PROVISION", "PREPARE_PROVISION", "DECIDE_PROVISION"),
                Arguments.of("WRITE_OFF", "PROPOSE_WRITE_OFF", "VOTE_WRITE_OFF"),
                Arguments.of("RESTRUCTURING", "PLAN_RESTRUCTURE", "DECIDE_RESTRUCTURE"),
                Arguments.of("ORDER", "PREPARE_ORDER", "PAY_ORDER"), Arguments.of("CONTRIBUTION", "PREPARE_CONTRIBUTION", "CONFIRM_CONTRIBUTION"),
                Arguments.of("LOAN", "PREPARE_DISBURSEMENT", "APPROVE_DISBURSEMENT"), Arguments.of("APPLICATION", "APPRAISE", "DECIDE"),
                Arguments.of("APPLICATION", "VISIT", "REVIEW"), Arguments.of("APPLICATION", "CHECK_COMPLETENESS", "REVIEW"),
                Arguments.of("APPLICATION", "PREPARE_CONTRACT", "SIGN_CONTRACT"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesBothSidesByServiceAndDatabase(String type, String one, String other) {
        Actor actor = person(Role.ACCOUNTANT);
        Subject subject = new Subject(Subject.Type.valueOf(type), 900_000_000L + actor.id());
        take(actor, subject, one);
        take(actor, subject, one);
        assertThatThrownBy(() -> take(actor, subject, other)).isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> jdbc.sql("insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id) "
                + "values (1, ?, ?, ?, ?)").params(type, subject.id(), other, actor.id()).update())
                .hasMessageContaining("conflicts with " + one);
        take(person(Role.CHIEF_ACCOUNTANT), subject, other);
    }

    private void take(Actor actor, Subject subject, String duty) {
        Actors.as(actor, () -> transaction.execute(status -> {
            duties.take(subject, Duty.valueOf(duty));
            return null;
        }));
    }

    @Test
    void takesTheSidesOfARowThatNamesItsPeople() {
        Actor counter = person(Role.CASHIER);
        Actor witness = person(Role.ACCOUNTANT);
        long run = 800_000_000L + counter.id();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into reporting.finding (id, fund_id, title, responsible, due_on, raised_by, raised_on) "
                    + "values (?, 1, 'x', ?, current_date, ?, current_date)").params(run, counter.id(), witness.id()).update();
            assertThat(jdbc.sql("select duty from access.duty_taken where subject_type = 'FINDING' and subject_id = ? order by 1")
                    .param(run).query(String.class).list()).containsExactly("ANSWER_FINDING", "RAISE_FINDING");
            status.setRollbackOnly();
        });
    }

    @Test
    void keepsWhatWasTriedAndShowsTheControllerWhoActedForWhomAndWhoHoldsTwoRoles() {
        Actor both = person(Role.LOAN_OFFICER, Role.APPRAISER);
        Subject subject = new Subject(Subject.Type.APPLICATION, 900_000_000L + both.id());
        take(both, subject, "PREPARE_APPLICATION");
        assertThatThrownBy(() -> take(both, subject, "APPRAISE")).isInstanceOf(DutyConflict.class);
        Actor absent = person(Role.LOAN_OFFICER);
        Actor standIn = person(Role.HEAD_OF_LENDING);
        take(standIn.standingInFor(absent, Role.LOAN_OFFICER), subject, "CHECK_COMPLETENESS");

        assertThat(found(Matter.Kind.BOTH_SIDES, both.displayName())).singleElement()
                .satisfies(matter -> assertThat(matter.words()).isEqualTo("PREPARE_APPLICATION → APPRAISE"));
        assertThat(found(Matter.Kind.ROLES, both.displayName())).hasSize(1);
        assertThat(found(Matter.Kind.STAND_IN, standIn.displayName())).singleElement()
                .satisfies(matter -> assertThat(matter.words()).isEqualTo(absent.displayName()));
    }

    /** Every entry names a maker and a checker; with a lock for each, PostgreSQL has no room for as many. */
    @Test
    void takesTheSidesOfTwelveThousandEntriesInOneTransaction() {
        Actor maker = person(Role.ACCOUNTANT);
        Actor checker = person(Role.CHIEF_ACCOUNTANT);
        long began = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            journal.postAll(IntStream.range(0, 12_000).mapToObj(i -> NewEntry.of("test-duty:" + maker.id() + ":" + i,
                    businessDay.today(), "servicing.entry.disbursement", "–").madeBy(maker.id()).checkedBy(checker.id())
                    .debit("33888", 1_000).credit("33881", 1_000)).toList());
            assertThat(jdbc.sql("select count(*) from access.duty_taken where person_id = ? and duty = 'CHECK_ENTRY'")
                    .param(checker.id()).query(Integer.class).single()).isEqualTo(12_000);
            assertThat(jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                    .query(Integer.class).single()).isLessThan(100);
            status.setRollbackOnly();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void aRowThatNamesTheSamePersonTwiceIsRefusedWithoutALock() {
        Actor both = person(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> journal.post(NewEntry.of("test-duty:" + both.id(),
                businessDay.today(), "servicing.entry.disbursement", "–").madeBy(both.id()).checkedBy(both.id())
                .debit("33888", 1_000).credit("33881", 1_000)))).isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private java.util.List<Matter> found(Matter.Kind kind, String words) {
        return new Staff(people).as(Role.CONTROLLER, () -> matters.list(new Matters.Filter(kind, null, null, words, false),
                SortBy.of(null, "-on", Matters.COLUMNS), new PageOf.Wish(0, 10)).items());
    }

    @Test
    void readsInWords() throws Exception {
        Staff staff = new Staff(people);
        for (Role role : new Role[] {Role.CONTROLLER, Role.LOAN_OFFICER, Role.ADMINISTRATOR}) {
            web.perform(get("/duties").with(staff.signedIn(role))).andExpect(status().isOk())
                    .andExpect(content().string(Matchers.containsString("Quyết định cho vay")));
        }
        web.perform(get("/duties").with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        web.perform(get("/control").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
    }
}

package vn.coopfund.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.web.Refusal;

class RegulationModuleTests extends ModuleTest {

    @Autowired
    RegulationDrafts drafts;
    @Autowired
    Regulations regulations;
    @Autowired
    LendingRegulations inForce;
    @Autowired
    ProposeRegulation proposeRegulation;
    @Autowired
    ConfirmRegulation confirmRegulation;
    @Autowired
    DeclineRegulation declineRegulation;
    @Autowired
    BusinessDay businessDay;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    People people;

    Staff staff;
    LocalDate today;

    @BeforeEach
    void prepare() {
        staff = new Staff(people);
        today = businessDay.today();
        drafts.clear();
    }

    @AfterEach
    void putBack() {
        drafts.putBack();
    }

    @Test
    void keepsTheFiguresThatHeldBefore() {
        LendingRegulation first = regulations.confirmed().get(0).regulation();
        assertThat(first.rate()).isEqualByComparingTo("6.6");
        assertThat(first.methods()).containsExactly(RepaymentMethod.values());
        assertThat(first.dayCount()).isEqualTo(DayCount.ACT_365);
        assertThat(first.allocationInTerm()).isEqualTo(Part.IN_TERM_ORDER);
        assertThat(first.allocationOverdue()).isEqualTo(Part.OVERDUE_ORDER);
        assertThat(first.noticeDays()).isEqualTo(10);
        assertThat(first.daysAlone()).isEqualTo(5);
        // its whole term once more up to twelve months, half of it beyond
        assertThat(first.longestExtensionMonths(12)).isEqualTo(12);
        assertThat(first.longestExtensionMonths(13)).isEqualTo(6);
        assertThat(first.longestExtensionMonths(24)).isEqualTo(12);
        assertThat(first.borrowerKinds()).containsExactly(EligibleBorrower.values());
        assertThat(inForce.on(LocalDate.of(1990, 1, 1))).isEqualTo(first);
    }

    @Test
    void holdsOnlyWhenASecondAdministratorHasConfirmed() {
        RegulationVersion proposed = drafts.proposed(today.plusDays(10), Map.of("rate", "7,2", "noticeDays", "15"));
        assertThat(inForce.on(today.plusDays(10)).noticeDays()).isEqualTo(10);

        RegulationVersion confirmed = drafts.confirmed(proposed);

        assertThat(confirmed.number()).isEqualTo(regulations.confirmed().size());
        assertThat(inForce.on(today.plusDays(9)).noticeDays()).isEqualTo(10);
        assertThat(inForce.on(today.plusDays(10)).noticeDays()).isEqualTo(15);
        assertThat(inForce.on(today.plusDays(10)).rate()).isEqualByComparingTo("7.2");
    }

    @Test
    void takesTheOwnProposalToAnotherPerson() {
        RegulationVersion proposed = drafts.proposed(today, Map.of("noticeDays", "15"));
        assertThatThrownBy(() -> staff.as(Role.ADMINISTRATOR, () -> confirmRegulation.confirm(proposed.id())))
                .isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> staff.as(Role.ADMINISTRATOR, () -> declineRegulation.decline(proposed.id(), "–")))
                .isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> jdbc.sql("update products.lending_regulation set state = 'DECLINED', reason = 'x', "
                + "decided_at = now(), decided_by = proposed_by where id = ?").param(proposed.id()).update())
                .hasMessageContaining("regulation_second_person");
    }

    @Test
    void onlyAdministratorsChangeIt() {
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                assertThatThrownBy(() -> staff.as(role, () -> proposeRegulation.propose(drafts.with(today, Map.of()))))
                        .as(role.name()).isInstanceOf(NotAllowed.class);
                assertThatThrownBy(() -> staff.as(role, () -> confirmRegulation.confirm(1)))
                        .as(role.name()).isInstanceOf(NotAllowed.class);
                assertThatThrownBy(() -> staff.as(role, () -> declineRegulation.decline(1, "–")))
                        .as(role.name()).isInstanceOf(NotAllowed.class);
            }
        }
    }

    @Test
    void neverEditsAVersion() {
        RegulationVersion confirmed = drafts.confirmed(drafts.proposed(today.plusDays(3), Map.of("noticeDays", "12")));
        assertThatThrownBy(() -> jdbc.sql("update products.lending_regulation set rate = 1 where id = ?")
                .param(confirmed.id()).update()).hasMessageContaining("is not edited");
        assertThatThrownBy(() -> jdbc.sql("delete from products.lending_regulation where id = ?")
                .param(confirmed.id()).update()).hasMessageContaining("only added");
        RegulationVersion waiting = drafts.proposed(today, Map.of("noticeDays", "14"));
        assertThatThrownBy(() -> jdbc.sql("update products.lending_regulation set rate = 1 where id = ?")
                .param(waiting.id()).update()).hasMessageContaining("is not edited");
    }

    @Test
    void laterVersionTakesThePlaceOfAMistakenOneToCome() {
        drafts.confirmed(drafts.proposed(today.plusDays(30), Map.of("noticeDays", "50")));
        drafts.confirmed(drafts.proposed(today.plusDays(20), Map.of("noticeDays", "20")));
        assertThat(inForce.on(today.plusDays(19)).noticeDays()).isEqualTo(10);
        assertThat(inForce.on(today.plusDays(40)).noticeDays()).isEqualTo(20);
    }

    @Test
    void oneWaitsAtATime() {
        drafts.proposed(today, Map.of("noticeDays", "15"));
        refuses(() -> drafts.proposed(today, Map.of("noticeDays", "16")), null, "products.regulation.another-waits");
    }

    @Test
    void refusesAProposalThatChangesNothing() {
        drafts.inForce(Map.of("noticeDays", "15"));
        refuses(() -> drafts.proposed(today, Map.of()), null, "products.regulation.nothing-changes");
    }

    @Test
    void declinedVersionNeverHolds() {
        RegulationVersion proposed = drafts.proposed(today, Map.of("noticeDays", "15"));
        drafts.clear();
        assertThat(regulations.pending()).isEmpty();
        assertThat(inForce.on(today).noticeDays()).isEqualTo(10);
        refuses(() -> drafts.confirmed(proposed), null, "products.regulation.decided");
    }

    @Test
    void refusesADayThatHasPassed() {
        refuses(() -> drafts.proposed(today.minusDays(1), Map.of("noticeDays", "15")), "inForceFrom",
                "products.regulation.past");
        RegulationVersion proposed = drafts.proposed(today, Map.of("noticeDays", "15"));
        businessDay.moveTo(today.plusDays(1));
        try {
            refuses(() -> drafts.confirmed(proposed), null, "products.regulation.late");
        } finally {
            businessDay.moveTo(today);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "leastOwnCapital, 19.9, leastOwnCapital, products.regulation.range",
        "customerLimit, 15.1, customerLimit, products.regulation.range",
        "groupLimit, 25.1, groupLimit, products.regulation.range",
        "groupLimit, 10, groupLimit, products.regulation.range",
        "overdueFactor, 150.1, overdueFactor, products.regulation.range",
        "lateInterestRate, 10.1, lateInterestRate, products.regulation.range",
        "rate, 20.1, rate, products.regulation.rate-too-high",
        "rate, sáu, rate, products.regulation.unreadable.PERCENT",
        "rateUnit, MONTH, rateConversion, products.regulation.conversion-needed",
        "rateConversion, TIMES_12, rateConversion, products.regulation.conversion-without-month",
        "methods, BULLET, defaultMethod, products.regulation.default-method",
        "defaultMethod, CUSTOM, defaultMethod, products.regulation.default-custom",
        "methods, '', methods, products.regulation.needed",
        "monthsBetween, 5, monthsBetween, products.regulation.rhythm",
        "interestEvery, 2, interestEvery, schedule.interestEvery.divides",
        "principalGrace, 20, principalGrace, schedule.grace.tooLong",
        "allocationInTerm, 'PRINCIPAL,PRINCIPAL,INTEREST,LATE_INTEREST', allocationInTerm, products.regulation.unreadable.ORDER",
        "daysAlone, -1, daysAlone, products.regulation.range",
        "longestExtension, 301, longestExtension, products.regulation.range",
        "directorSecuredLimit, một, directorSecuredLimit, products.regulation.unreadable.AMOUNT"})
    void refusesWhatNoRegulationMaySay(String name, String value, String field, String code) {
        refuses(() -> drafts.proposed(today, Map.of(name, value)), field, code);
    }

    @Test
    void takesMonthlyRatesWithTheirConversion() {
        drafts.inForce(Map.of("rate", "0,55", "rateUnit", "MONTH", "rateConversion", "DAYS_365_OVER_30"));
        // 0.55 × 365 / 30 = 6.69166…
        assertThat(inForce.on(today).yearlyRate()).isEqualByComparingTo("6.691667");
    }

    private static void refuses(ThrowingCallable act, String field, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reasons()).anySatisfy(reason -> {
                assertThat(reason.field()).isEqualTo(field);
                assertThat(reason.code()).isEqualTo(code);
            });
        });
    }
}

package vn.coopfund.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Who gives whom which role, and whom that needs. */
class RolesModuleTests extends PeopleTest {

    @Autowired DeclineRoles declineRoles;
    @Autowired DisablePerson disablePerson;
    @Autowired EnablePerson enablePerson;
    @Autowired IssueSetUpLink issueSetUpLink;
    @Autowired Administrators administrators;
    @Autowired TransactionTemplate transaction;

    private void refused(String key, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reasons().get(0).code()).isEqualTo("people.refused." + key));
    }

    private long waiting(Person person) {
        return changes.waitingFor(person.id()).orElseThrow().id();
    }

    /** As if nobody but that person had ever been an administrator; nothing of it stays. */
    private void whereOnlyOneIs(Actor administrator, Runnable work) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from people.role_change").update();
            jdbc.sql("delete from access.person_role where role = 'ADMINISTRATOR' and person_id <> ?")
                    .param(administrator.id()).update();
            try {
                work.run();
            } finally {
                status.setRollbackOnly();
            }
        });
    }

    @Test
    void newStaffHasNoRoleUntilASecondAdministratorConfirms() {
        Person person = added(Role.LOAN_OFFICER);
        assertThat(person.roles()).isEmpty();
        refused("second-person", () -> as(first, () -> confirmRoles.confirm(waiting(person))));
        as(second, () -> confirmRoles.confirm(waiting(person)));
        assertThat(directory.get(person.id()).roles()).containsExactly(Role.LOAN_OFFICER);
    }

    @Test
    void widensOnlyWithTheSecondPersonAndNarrowsAtOnce() {
        Person person = appointed(Role.LOAN_OFFICER);
        as(first, () -> proposeRoles.propose(person.id(), Set.of(Role.LOAN_OFFICER, Role.APPRAISER)));
        assertThat(directory.get(person.id()).roles()).containsExactly(Role.LOAN_OFFICER);
        refused("waiting", () -> as(second, () -> proposeRoles.propose(person.id(), Set.of(Role.APPRAISER))));
        as(second, () -> confirmRoles.confirm(waiting(person)));
        as(first, () -> proposeRoles.propose(person.id(), Set.of(Role.APPRAISER)));
        assertThat(directory.get(person.id()).roles()).containsExactly(Role.APPRAISER);
    }

    @Test
    void declinesWithAReasonAndChangesNothing() {
        Person person = added(Role.CASHIER);
        long change = waiting(person);
        refused("reason", () -> as(second, () -> declineRoles.decline(change, " ")));
        as(second, () -> declineRoles.decline(change, "Chưa có quyết định bổ nhiệm"));
        assertThat(directory.get(person.id()).roles()).isEmpty();
        refused("settled", () -> as(second, () -> confirmRoles.confirm(change)));
    }

    @Test
    void theDatabaseKnowsTheSecondPersonToo() {
        Person person = added(Role.CASHIER);
        assertThatThrownBy(() -> jdbc.sql("""
                update people.role_change set state = 'CONFIRMED', decided_by = proposed_by, decided_at = now()
                where id = ?""").param(waiting(person)).update()).hasMessageContaining("role_change_second_person");
    }

    @Test
    void nobodyChangesTheOwnRoles() {
        refused("own", () -> as(first, () -> proposeRoles.propose(first.id(), Set.of(Role.CONTROLLER))));
        Person person = appointed(Role.ADMINISTRATOR);
        people.setPassword(person.id(), PASSWORD);
        as(first, () -> proposeRoles.propose(person.id(), Set.of(Role.CONTROLLER)));
        Actor herself = people.byUsername(person.username());
        refused("own", () -> as(herself, () -> confirmRoles.confirm(waiting(person))));
    }

    @Test
    void anAdministratorHoldsNoBusinessRole() {
        refused("alone", () -> added(Role.ADMINISTRATOR, Role.LOAN_OFFICER));
        refused("alone", () -> added(Role.CONTROLLER, Role.ACCOUNTANT));
        refused("cashier", () -> added(Role.CASHIER, Role.ACCOUNTANT));
    }

    @Test
    void staffNeverBecomesABorrowersSignIn() {
        Person person = appointed(Role.LOAN_OFFICER);
        refused("borrower-stays", () -> as(first, () -> proposeRoles.propose(person.id(), Set.of(Role.BORROWER))));
        refused("no-borrower", () -> added(Role.BORROWER));
    }

    @Test
    void appointsTheFirstOtherAdministratorAloneAndNobodyElse() {
        whereOnlyOneIs(first, () -> {
            assertThat(administrators.onlyEver(first.id())).isTrue();
            assertThat(added(Role.DIRECTOR).changeWaits()).isTrue();
            assertThat(added(Role.ADMINISTRATOR).roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(added(Role.ADMINISTRATOR).changeWaits()).isTrue();
        });
    }

    @Test
    void appointsNobodyAloneAfterGettingRidOfTheOther() {
        whereOnlyOneIs(first, () -> {
            Person other = added(Role.ADMINISTRATOR);
            people.setPassword(other.id(), PASSWORD);
            as(first, () -> proposeRoles.propose(other.id(), Set.of()));
            assertThat(added(Role.ADMINISTRATOR).changeWaits()).isTrue();
        });
    }

    @Test
    void theDirectorIsTheSecondPersonWhereOneAdministratorIsLeft() {
        Actor director = staff.with(Role.DIRECTOR);
        Person person = added(Role.APPRAISER);
        refused("other-administrator", () -> as(director, () -> confirmRoles.confirm(waiting(person))));
        whereOnlyOneIs(first, () -> {
            Person another = added(Role.APPRAISER);
            as(director, () -> confirmRoles.confirm(waiting(another)));
            assertThat(directory.get(another.id()).roles()).containsExactly(Role.APPRAISER);
        });
    }

    @Test
    void theLastAdministratorStays() {
        whereOnlyOneIs(first, () -> refused("last-administrator", () -> as(first, () -> disablePerson.disable(first.id()))));
        Person other = appointed(Role.ADMINISTRATOR);
        people.setPassword(other.id(), PASSWORD);
        as(first, () -> disablePerson.disable(other.id()));
        assertThat(directory.get(other.id()).state()).isEqualTo(Person.State.DISABLED);
        as(second, () -> enablePerson.enable(other.id()));
        assertThat(directory.get(other.id()).enabled()).isTrue();
    }

    @Test
    void anAdministratorWithoutPasswordDoesNotCount() {
        whereOnlyOneIs(first, () -> {
            added(Role.ADMINISTRATOR);
            refused("last-administrator", () -> as(first, () -> disablePerson.disable(first.id())));
        });
    }

    @Test
    void issuesNoLinkToOneselfAndNoneToTheDisabled() {
        refused("own-link", () -> as(first, () -> issueSetUpLink.issue(first.id())));
        Person person = appointed(Role.CASHIER);
        as(first, () -> disablePerson.disable(person.id()));
        refused("disabled", () -> as(first, () -> issueSetUpLink.issue(person.id())));
    }

    @Test
    void writesDownWhatChanged() {
        Person person = appointed(Role.LOAN_OFFICER);
        assertThat(jdbc.sql("""
                select what || ': ' || detail from access.audit_log
                where subject_type = 'PERSON' and subject_id = ? order by id""").param(person.id()).query(String.class).list())
                .containsExactly("AddPerson: %s · – → LOAN_OFFICER · PENDING".formatted(person.username()),
                        "ConfirmRoles: %s · – → LOAN_OFFICER · CONFIRMED".formatted(person.username()));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAdministratorsKeepPeople(Role role) {
        Person person = appointed(Role.CASHIER);
        Actor other = staff.with(role);
        assertThatThrownBy(() -> as(other, () -> addPerson.add(new AddPerson.NewPerson(fresh("x"), "X",
                Set.of(Role.DIRECTOR), null)))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(other, () -> proposeRoles.propose(person.id(), Set.of(Role.DIRECTOR))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(other, () -> disablePerson.disable(person.id()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(other, () -> enablePerson.enable(person.id()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(other, () -> issueSetUpLink.issue(person.id()))).isInstanceOf(NotAllowed.class);
        if (role != Role.DIRECTOR) {
            assertThatThrownBy(() -> as(other, () -> confirmRoles.confirm(1))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(other, () -> declineRoles.decline(1, "x"))).isInstanceOf(NotAllowed.class);
        }
    }
}

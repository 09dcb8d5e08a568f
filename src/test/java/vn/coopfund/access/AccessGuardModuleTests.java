package vn.coopfund.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;
import vn.coopfund.database.TestDatabase;

/** What the database refuses by itself about people and the audit log. */
class AccessGuardModuleTests extends ModuleTest {

    @Autowired JdbcClient application;
    @Autowired TestDatabase database;
    @Autowired AuditLog auditLog;
    @Autowired People people;

    private static void refused(String state, ThrowingCallable attack) {
        assertThatThrownBy(attack).satisfies(thrown -> {
            Throwable root = thrown;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            org.assertj.core.api.Assertions.assertThat(((SQLException) root).getSQLState()).isEqualTo(state);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update access.audit_log set username = 'x'", "delete from access.audit_log",
        "truncate access.audit_log", "update access.duty_taken set person_id = 0", "delete from access.duty_taken",
        "alter table access.audit_log disable trigger all"})
    void applicationHasNoRightToChangeTheLog(String attack) {
        refused("42501", () -> application.sql(attack).update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update access.audit_log set username = 'x'", "delete from access.audit_log",
        "truncate access.audit_log"})
    void evenTheOwnerOnlyAdds(String attack) throws SQLException {
        auditLog.record(Actor.system(Actors.FIRST_FUND), "CloseDay", null, null);
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            refused("23P01", () -> statement.execute(attack));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMINISTRATOR", "BORROWER"})
    void anAdministratorAndABorrowerHoldNoOtherRole(String alone) {
        String name = "guard-" + UUID.randomUUID();
        refused("23514", () -> people.add(name, name, null, Set.of(Role.valueOf(alone), Role.CASHIER)));
    }
}

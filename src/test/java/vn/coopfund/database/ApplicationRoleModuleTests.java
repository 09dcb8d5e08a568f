package vn.coopfund.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;

class ApplicationRoleModuleTests extends ModuleTest {

    @Autowired
    JdbcClient application;

    @Autowired
    TestDatabase database;

    @Test
    void programSignsInAsTheApplication() {
        assertThat(text("select current_user")).isEqualTo(Account.APPLICATION);
        assertThat(text("select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user"))
                .isEqualTo("false");
    }

    @Test
    void ownerOwnsEveryTable() {
        assertThat(application.sql("""
                select distinct tableowner from pg_tables where schemaname not in ('pg_catalog', 'information_schema')""")
                .query(String.class).list()).containsExactly(Account.OWNER);
    }

    @Test
    void applicationMakesNoTable() {
        assertRefused("create table public.own (id bigint)");
        assertRefused("create schema own");
    }

    @Test
    void applicationEmptiesNoTable() {
        assertRefused("truncate act_ru_variable");
    }

    @Test
    void applicationRewritesNoMigration() {
        assertRefused("delete from databasechangelog");
    }

    @Test
    void applicationWorksOnWhateverTheOwnerMakesLater() throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("create schema later");
            statement.execute("create sequence later.row_seq");
            statement.execute("create table later.row (id bigint primary key default nextval('later.row_seq'))");
        }
        application.sql("insert into later.row default values").update();
        application.sql("update later.row set id = id + 1").update();
        assertThat(application.sql("delete from later.row").update()).isEqualTo(1);
    }

    private String text(String query) {
        return application.sql("select (" + query + ")::text").query(String.class).single();
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> application.sql(sql).update()).rootCause()
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }
}

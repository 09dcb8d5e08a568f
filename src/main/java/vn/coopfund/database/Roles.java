package vn.coopfund.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the owner, the application and the database on a server that is ours; what is there already stays. */
final class Roles {

    private final Connection superuser;

    Roles(Connection superuser) {
        this.superuser = superuser;
    }

    /** An ordinary role that signs in with exactly this password from now on. */
    Roles signIn(Account account) throws SQLException {
        if (isMissing("select 1 from pg_roles where rolname = ?", account.user())) {
            execute("create role " + account.user());
        }
        execute("alter role " + account.user() + " login nosuperuser nocreatedb nocreaterole password '"
                + account.password() + "'");
        return this;
    }

    Roles database(String name, Account owner) throws SQLException {
        if (isMissing("select 1 from pg_database where datname = ?", name)) {
            execute("create database " + name + " owner " + owner.user());
        }
        return this;
    }

    private boolean isMissing(String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}

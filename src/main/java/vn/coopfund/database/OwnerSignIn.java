package vn.coopfund.database;

import org.springframework.boot.autoconfigure.liquibase.LiquibaseConnectionDetails;

/** Where and as whom migrations work. */
record OwnerSignIn(String url, Account account) implements LiquibaseConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return account.user();
    }

    @Override
    public String getPassword() {
        return account.password();
    }
}

package vn.coopfund.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Where and as whom the running program works. */
record SignIn(String url, Account account) implements JdbcConnectionDetails {

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

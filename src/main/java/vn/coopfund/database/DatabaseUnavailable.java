package vn.coopfund.database;

/** The program cannot have its database; the message says why and what to do, in plain words. */
final class DatabaseUnavailable extends RuntimeException {

    private final String action;

    private DatabaseUnavailable(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    static DatabaseUnavailable because(String message, String action) {
        return because(message, action, null);
    }

    static DatabaseUnavailable because(String message, String action, Throwable cause) {
        return new DatabaseUnavailable(message, action, cause);
    }

    String action() {
        return action;
    }
}

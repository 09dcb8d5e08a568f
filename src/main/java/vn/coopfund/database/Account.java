package vn.coopfund.database;

/** A name and password at the database. */
record Account(String user, String password) {

    /** The superuser that the embedded server is set up with; an outside one never shows us its own. */
    static final String SUPERUSER = "postgres";
    /** Owns every table; only migrations sign in as it. */
    static final String OWNER = "coopfund_owner";
    /** What the running program signs in as: rows, never tables. */
    static final String APPLICATION = "coopfund_app";

    @Override
    public String toString() {
        return user;
    }
}

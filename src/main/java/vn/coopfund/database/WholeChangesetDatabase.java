package vn.coopfund.database;

import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;

/**
 * A changeset and the record that it ran are one transaction. Liquibase commits them one after the other; a program
 * killed in between could not start again, since what was done but not recorded would be done a second time.
 *
 * <p>Public because Liquibase finds and makes it by {@link java.util.ServiceLoader}.
 */
public final class WholeChangesetDatabase extends PostgresDatabase {

    private boolean unrecorded;

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public void executeStatements(Change change, DatabaseChangeLog changeLog, List<SqlVisitor> visitors)
            throws LiquibaseException {
        unrecorded = true;
        super.executeStatements(change, changeLog, visitors);
    }

    @Override
    public void markChangeSetExecStatus(ChangeSet changeSet, ChangeSet.ExecType execType) throws DatabaseException {
        super.markChangeSetExecStatus(changeSet, execType);
        unrecorded = false;
        commit();
    }

    @Override
    public void commit() throws DatabaseException {
        if (!unrecorded) {
            super.commit();
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        unrecorded = false;
        super.rollback();
    }
}

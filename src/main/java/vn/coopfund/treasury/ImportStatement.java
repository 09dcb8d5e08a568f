package vn.coopfund.treasury;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** Takes the lines of a file in, each once; rows that are none are kept to be corrected. Posts nothing. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ImportStatement {

    private final JdbcClient jdbc;
    private final BankStatements statements;
    private final BankAccounts accounts;
    private final ColumnMappings mappings;
    private final StatementFaults faults;
    private final BusinessDay businessDay;

    ImportStatement(JdbcClient jdbc, BankStatements statements, BankAccounts accounts, ColumnMappings mappings,
            StatementFaults faults, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.accounts = accounts;
        this.mappings = mappings;
        this.faults = faults;
        this.businessDay = businessDay;
    }

    /** @throws Refusal where it is imported already, or nobody said how to read it */
    public Statement take(long statementId) {
        accounts.lock(statements.byId(statementId).bankAccountId());
        Statement statement = statements.lock(statementId);
        if (!statement.isDraft()) {
            throw Refusal.conflict("treasury.refused.imported-already");
        }
        ColumnMapping mapping = mappings.find(statement.mappingId())
                .orElseThrow(() -> Refusal.invalid("mapping", "treasury.refused.no-mapping")).mapping();
        StatementImport run = new StatementImport(jdbc, faults, statement, mapping);
        statements.imported(statementId, run.run(statements.content(statementId)), businessDay.now());
        return statements.byId(statementId);
    }
}

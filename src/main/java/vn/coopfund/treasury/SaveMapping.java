package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** Says how a file is to be read, and keeps it for the account's next files. */
@Act
@Allowed(Role.ACCOUNTANT)
public class SaveMapping {

    private final BankStatements statements;
    private final BankAccounts accounts;
    private final ColumnMappings mappings;
    private final StatementPreviews previews;

    SaveMapping(BankStatements statements, BankAccounts accounts, ColumnMappings mappings, StatementPreviews previews) {
        this.statements = statements;
        this.accounts = accounts;
        this.mappings = mappings;
        this.previews = previews;
    }

    /** @throws Refusal where the mapping is not whole, or the file has not its headings */
    public Statement save(long statementId, ColumnMapping mapping) {
        mapping.refuseWrong();
        Statement statement = statements.lock(statementId);
        if (!statement.isDraft()) {
            throw Refusal.conflict("treasury.refused.imported-already");
        }
        previews.of(statement, mapping);
        statements.map(statementId, mappings.save(accounts.byId(statement.bankAccountId()), mapping));
        return statements.byId(statementId);
    }
}

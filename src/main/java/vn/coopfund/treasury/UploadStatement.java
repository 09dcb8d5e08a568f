package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;

/** Takes a bank's file in, as it came; nothing of it counts before it is imported. */
@Act
@Allowed(Role.ACCOUNTANT)
public class UploadStatement {

    private static final int LONGEST_NAME = 200;

    private final BankAccounts accounts;
    private final BankStatements statements;
    private final StatementPreviews previews;

    UploadStatement(BankAccounts accounts, BankStatements statements, StatementPreviews previews) {
        this.accounts = accounts;
        this.statements = statements;
        this.previews = previews;
    }

    /** Answers its id. The latest of the account's mappings whose headings the file has is taken at once. */
    public long upload(long accountId, String filename, byte[] content) {
        BankAccount account = accounts.byId(accountId);
        StatementFile.Kind kind = StatementFile.kindOf(content);
        String name = filename == null || filename.isBlank() ? "sao-ke." + kind.name().toLowerCase(java.util.Locale.ROOT)
                : filename.strip().replaceAll("^.*[/\\\\]", "");
        return statements.add(account, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, kind, content,
                previews.fitting(account, kind, content).map(ColumnMappings.Saved::id).orElse(null));
    }
}

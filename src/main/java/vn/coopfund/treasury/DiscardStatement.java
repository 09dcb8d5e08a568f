package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Throws away a file that was uploaded and not imported: by who uploaded it, or by the chief accountant. */
@Act
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT})
public class DiscardStatement {

    private final BankStatements statements;

    DiscardStatement(BankStatements statements) {
        this.statements = statements;
    }

    /** @throws Refusal where it is imported, or another's */
    public Statement discard(long statementId) {
        Statement statement = statements.lock(statementId);
        if (statements.isMatched(statementId)) {
            throw Refusal.conflict("treasury.refused.discard-matched");
        }
        if (!statement.isDraft()) {
            throw Refusal.conflict("treasury.refused.discard-imported");
        }
        if (!statements.mayDiscard(statement)) {
            throw Refusal.forbidden("treasury.refused.discard-others", statement.uploadedBy());
        }
        AuditDetail.note(statement.filename());
        statements.remove(statementId);
        return statement;
    }
}

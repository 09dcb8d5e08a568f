package vn.coopfund.treasury;

import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** The chief accountant signs a reconciliation; refused where books or lines have moved since it was prepared. */
@Act
@Allowed(Role.CHIEF_ACCOUNTANT)
public class SignReconciliation {

    private final BankAccounts accounts;
    private final BankBalance balance;
    private final Reconciliations reconciliations;

    SignReconciliation(BankAccounts accounts, BankBalance balance, Reconciliations reconciliations) {
        this.accounts = accounts;
        this.balance = balance;
        this.reconciliations = reconciliations;
    }

    public Reconciliation sign(long id) {
        Reconciliation prepared = reconciliations.lock(id);
        BankAccount account = accounts.lock(prepared.bankAccountId());
        if (!prepared.isPrepared() || !reconciliations.on(account, prepared.day()).map(Reconciliation::id).equals(java.util.Optional.of(id))) {
            throw Refusal.conflict("treasury.refused.signed-already");
        }
        if (prepared.preparedBy() == Actors.current().id()) {
            throw Refusal.forbidden("treasury.refused.own");
        }
        if (!balance.of(account, prepared.day()).map(BankBalance.At::figures).equals(java.util.Optional.of(prepared.figures()))) {
            throw Refusal.conflict("treasury.refused.moved");
        }
        reconciliations.sign(id);
        return reconciliations.on(account, prepared.day()).orElseThrow();
    }
}

package vn.coopfund.treasury;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** The accountant signs how books and bank stand at the end of a day, and says why where they differ. */
@Act
@Allowed(Role.ACCOUNTANT)
public class PrepareReconciliation {

    private static final int LONGEST = 1000;

    private final BankAccounts accounts;
    private final BankBalance balance;
    private final Reconciliations reconciliations;
    private final BusinessDay businessDay;

    PrepareReconciliation(BankAccounts accounts, BankBalance balance, Reconciliations reconciliations, BusinessDay businessDay) {
        this.accounts = accounts;
        this.balance = balance;
        this.reconciliations = reconciliations;
        this.businessDay = businessDay;
    }

    /** Answers its id. */
    public long prepare(long accountId, LocalDate day, String note) {
        if (Actors.current().isSystem()) {
            throw Refusal.forbidden("treasury.refused.own");
        }
        BankAccount account = accounts.lock(accountId);
        if (day == null || day.isAfter(businessDay.today())) {
            throw Refusal.invalid("on", "treasury.refused.day", businessDay.today());
        }
        BankBalance.At at = balance.of(account, day).orElseThrow(() -> Refusal.invalid("on", "treasury.refused.no-lines"));
        if (reconciliations.on(account, day).filter(one -> !one.isPrepared()).isPresent()) {
            throw Refusal.conflict("treasury.refused.signed-already");
        }
        String why = note == null || note.isBlank() ? null : note.strip();
        new Refusal.Problems().addIf(why == null && at.figures().needsNote(), "note", "treasury.refused.note")
                .addIf(why != null && why.length() > LONGEST, "note", "treasury.refused.long", LONGEST).refuseIfAny();
        return reconciliations.add(account, day, at.figures(), why);
    }
}

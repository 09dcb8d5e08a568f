package vn.coopfund.ledger.web;

import java.util.List;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.AccountLine;
import vn.coopfund.ledger.JournalLine;
import vn.coopfund.ledger.MemorandumLine;
import vn.coopfund.ledger.TrialBalance;

/** The columns of the books as files: fixed names for programs, message keys {@code ledger.column.<name>} for people. */
final class Tables {

    static final List<String> JOURNAL = List.of("entry", "valueDate", "bookedOn", "recordedAt", "account", "debit",
            "credit", "loan", "text", "source");
    static final List<String> ACCOUNT = List.of("entry", "bookedOn", "valueDate", "text", "against", "debit", "credit",
            "balance", "loan");
    static final List<String> TRIAL_BALANCE = List.of("account", "name", "openingDebit", "openingCredit", "debit",
            "credit", "closingDebit", "closingCredit");
    static final List<String> ACCOUNTS = List.of("code", "nameVi", "nameEn", "kind", "normalSide", "parent", "leaf");
    static final List<String> MEMORANDUM = List.of("entry", "valueDate", "bookedOn", "account", "increase", "decrease",
            "loan", "text", "source");

    private Tables() {
    }

    static Object[] cells(JournalLine line) {
        return new Object[] {line.entry(), line.valueDate(), line.bookedOn(), line.recordedAt(), line.account(),
            line.debit(), line.credit(), line.loan(), line.text(), line.source()};
    }

    static Object[] cells(AccountLine line) {
        return new Object[] {line.entry(), line.bookedOn(), line.valueDate(), line.text(), line.against(), line.debit(),
            line.credit(), line.balance(), line.loan()};
    }

    static Object[] cells(TrialBalance.Row row) {
        return new Object[] {row.account(), row.name(), row.openingDebit(), row.openingCredit(), row.debit(),
            row.credit(), row.closingDebit(), row.closingCredit()};
    }

    static Object[] cells(Account account) {
        return new Object[] {account.code(), account.nameVi(), account.nameEn(), account.kind(), account.normalSide(),
            account.parent(), account.leaf()};
    }

    static Object[] cells(MemorandumLine line) {
        return new Object[] {line.entry(), line.valueDate(), line.bookedOn(), line.account(), line.increase(),
            line.decrease(), line.loan(), line.text(), line.source()};
    }
}

package vn.coopfund.vouchers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.Line;
import vn.coopfund.ledger.PostingTemplates;

/** Where money stands in the books: cash, and each account of the fund at a bank. */
@Component
public class MoneyAccounts {

    private final PostingTemplates templates;
    private final BankAccounts banks;

    MoneyAccounts(PostingTemplates templates, BankAccounts banks) {
        this.templates = templates;
        this.banks = banks;
    }

    /** What a paper moves: cash, or that of the bank account (null: the usual one). */
    public String of(VoucherKind paper, Long bankAccount) {
        return paper.isCash() ? cash() : banks.ledgerAccount(bankAccount);
    }

    public String cash() {
        return templates.account(KnownAccount.CASH);
    }

    boolean isBank(String account) {
        return stands(KnownAccount.BANK, account);
    }

    /** What a line of an entry moves on this paper, in đồng. */
    long moved(VoucherKind paper, Line line) {
        return !stands(paper.isCash() ? KnownAccount.CASH : KnownAccount.BANK, line.account()) ? 0
                : paper.comesIn() ? line.debit() : line.credit();
    }

    /** This paper and, where the entry moves money between cash and bank or two banks, the one of the other side. */
    List<VoucherKind> papers(VoucherKind paper, List<Line> lines) {
        Stream<VoucherKind> others = Arrays.stream(VoucherKind.values()).filter(other -> other != VoucherKind.PAYMENT_ORDER
                && (other.isCash() != paper.isCash() || other.comesIn() != paper.comesIn())
                && lines.stream().mapToLong(line -> moved(other, line)).sum() > 0);
        return Stream.concat(Stream.of(paper), others).toList();
    }

    /** The accounts, with all below them, that a paper of this kind moves. */
    String[] standingOn(VoucherKind paper) {
        return templates.accounts(paper.isCash() ? KnownAccount.CASH : KnownAccount.BANK).toArray(String[]::new);
    }

    private boolean stands(KnownAccount known, String account) {
        return templates.accounts(known).stream().anyMatch(account::startsWith);
    }
}

package vn.coopfund.vouchers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.People;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.ledger.Journal;
import vn.coopfund.ledger.Line;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/** A voucher on paper, in the outline of the ministry's forms. */
@Component
public class VoucherPaper {

    private static final AmountInWords WORDS = AmountInWords.WITH_LE;

    private final Vouchers vouchers;
    private final Journal journal;
    private final FundAccount fund;
    private final PrintedForms forms;
    private final People people;
    private final Prints prints;
    private final CashSignatures signatures;
    private final BankAccounts banks;

    VoucherPaper(Vouchers vouchers, Journal journal, FundAccount fund, PrintedForms forms, People people, Prints prints,
            CashSignatures signatures, BankAccounts banks) {
        this.vouchers = vouchers;
        this.journal = journal;
        this.fund = fund;
        this.forms = forms;
        this.people = people;
        this.prints = prints;
        this.signatures = signatures;
        this.banks = banks;
    }

    /** A4 PDF, and who printed it is kept: whatever comes after the original bears the mark of a copy. */
    @Transactional
    public byte[] pdf(long voucherId) {
        Voucher voucher = vouchers.get(voucherId);
        return forms.pdf("vouchers/print/voucher", model(voucher, prints.add(voucher.id())));
    }

    private Map<String, Object> model(Voucher voucher, Prints.Print print) {
        List<Line> lines = journal.linesOf(voucher.entryId());
        Map<String, Object> model = new HashMap<>();
        model.put("voucher", voucher);
        model.put("copy", print.copy());
        model.put("printedBy", print.printedBy() == null ? people.nameOf(0) : people.nameOf(print.printedBy()));
        model.put("date", voucher.issuedOn());
        model.put("fund", fund.get());
        model.put("bank", voucher.kind().isCash() ? null : bankOf(voucher, lines));
        model.put("words", WORDS.of(Dong.longOf(voucher.amount())));
        model.put("debited", accounts(lines, Line::debit));
        model.put("credited", accounts(lines, Line::credit));
        model.put("cancelled", vouchers.cancellationOf(voucher.id()).orElse(null));
        model.put("maker", voucher.madeBy() == null ? null : people.nameOf(voucher.madeBy()));
        model.put("cashier", signatures.of(voucher.id()).map(signed -> people.nameOf(signed.signedBy())).orElse(null));
        return model;
    }

    /** The account of the fund that the voucher moves: the one on whose account in the books its amount stands. */
    private BankAccount bankOf(Voucher voucher, List<Line> lines) {
        return banks.all().stream().filter(bank -> lines.stream().anyMatch(line -> line.account().equals(bank.ledgerAccount())
                && (voucher.kind().comesIn() ? line.debit() : line.credit()) > 0)).findFirst().orElse(null);
    }

    /** One account stands for the whole amount; of several each has its own. */
    private static String accounts(List<Line> lines, ToLongFunction<Line> side) {
        Map<String, Long> amounts = new TreeMap<>();
        lines.stream().filter(line -> side.applyAsLong(line) > 0)
                .forEach(line -> amounts.merge(line.account(), side.applyAsLong(line), Math::addExact));
        return amounts.size() < 2 ? String.join("", amounts.keySet()) : amounts.entrySet().stream()
                .map(one -> one.getKey() + ": " + DongFormat.format(one.getValue())).collect(Collectors.joining("; "));
    }
}

package vn.coopfund.vouchers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.coopfund.ledger.Line;

/** The papers of money (forms 01-TT and 02-TT of Circular 99/2025/TT-BTC, and their likes at the bank). */
public enum VoucherKind {

    /** Phiếu thu: cash comes in. */
    RECEIPT("PT", "111", true),
    /** Phiếu chi: cash goes out. */
    PAYMENT("PC", "111", false),
    /** Giấy báo có: money comes into the bank account. */
    CREDIT_ADVICE("BC", "112", true),
    /** Giấy báo nợ: the bank takes money from the account, its fee say. */
    DEBIT_ADVICE("BN", "112", false),
    /** Ủy nhiệm chi: money leaves the bank account. */
    PAYMENT_ORDER("UNC", "112", false);

    private final String symbol;
    private final String account;
    private final boolean comesIn;

    VoucherKind(String symbol, String account, boolean comesIn) {
        this.symbol = symbol;
        this.account = account;
        this.comesIn = comesIn;
    }

    /** What its numbers bear: {@code 0012/2026/PT}. */
    public String symbol() {
        return symbol;
    }

    /** The account of cash or of the bank that it moves. */
    public String account() {
        return account;
    }

    public boolean comesIn() {
        return comesIn;
    }

    public boolean isCash() {
        return account.equals("111");
    }

    /** What a line of an entry moves on this paper, in đồng. */
    long moved(Line line) {
        return !line.account().equals(account) ? 0 : comesIn ? line.debit() : line.credit();
    }

    /** This paper and, where the entry moves money between cash and bank, the one of the other side. */
    List<VoucherKind> andItsOther(List<Line> lines) {
        Stream<VoucherKind> others = Arrays.stream(values()).filter(other -> !other.account.equals(account)
                && other != PAYMENT_ORDER && lines.stream().mapToLong(other::moved).sum() > 0);
        return Stream.concat(Stream.of(this), others).toList();
    }
}

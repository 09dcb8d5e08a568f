package vn.coopfund.vouchers;

import vn.coopfund.ledger.Line;

/** The four papers of money (forms 01-TT and 02-TT of Circular 99/2025/TT-BTC, and their likes at the bank). */
public enum VoucherKind {

    /** Phiếu thu: cash comes in. */
    RECEIPT("PT", "111", true),
    /** Phiếu chi: cash goes out. */
    PAYMENT("PC", "111", false),
    /** Giấy báo có: money comes into the bank account. */
    CREDIT_ADVICE("BC", "112", true),
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

    public boolean isCash() {
        return account.equals("111");
    }

    /** What a line of an entry moves on this paper, in đồng. */
    long moved(Line line) {
        return !line.account().equals(account) ? 0 : comesIn ? line.debit() : line.credit();
    }
}

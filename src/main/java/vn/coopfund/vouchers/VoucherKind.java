package vn.coopfund.vouchers;

/** The papers of money (forms 01-TT and 02-TT of Circular 99/2025/TT-BTC, and their likes at the bank). */
public enum VoucherKind {

    /** Phiếu thu: cash comes in. */
    RECEIPT("PT", true, true),
    /** Phiếu chi: cash goes out. */
    PAYMENT("PC", true, false),
    /** Giấy báo có: money comes into the bank account. */
    CREDIT_ADVICE("BC", false, true),
    /** Giấy báo nợ: the bank takes money from the account, its fee say. */
    DEBIT_ADVICE("BN", false, false),
    /** Ủy nhiệm chi: money leaves the bank account. */
    PAYMENT_ORDER("UNC", false, false);

    private final String symbol;
    private final boolean cash;
    private final boolean comesIn;

    VoucherKind(String symbol, boolean cash, boolean comesIn) {
        this.symbol = symbol;
        this.cash = cash;
        this.comesIn = comesIn;
    }

    /** What its numbers bear: {@code 0012/2026/PT}. */
    public String symbol() {
        return symbol;
    }

    public boolean comesIn() {
        return comesIn;
    }

    public boolean isCash() {
        return cash;
    }

    /** Of the paper that takes this one's money back: cash back in cash, the bank's back at the bank. */
    VoucherKind turned() {
        return switch (this) {
            case RECEIPT -> PAYMENT;
            case PAYMENT -> RECEIPT;
            case CREDIT_ADVICE -> DEBIT_ADVICE;
            case DEBIT_ADVICE, PAYMENT_ORDER -> CREDIT_ADVICE;
        };
    }
}

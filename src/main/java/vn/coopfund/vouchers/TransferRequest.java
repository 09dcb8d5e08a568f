package vn.coopfund.vouchers;

import javax.money.MonetaryAmount;

/**
 * How to pay the fund by bank transfer: what to type, and the same as a VietQR code to scan.
 *
 * @param content what the transfer must say, so that it is found
 */
public record TransferRequest(String holder, String bankName, String account, MonetaryAmount amount, String content,
        String payload, QrPicture picture) {

    /** The code as a picture for paper. */
    public String png() {
        return QrPicture.png(payload);
    }
}

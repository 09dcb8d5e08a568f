package vn.coopfund.vouchers;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The payload of a VietQR transfer code (EMVCo TLV as NAPAS uses it): two figures of tag, two of length, the value; at
 * the end a CRC-16/CCITT-FALSE over everything before it, its own tag and length included.
 */
public final class VietQr {

    /** As much content as banks are known to keep. */
    public static final int LONGEST_CONTENT = 25;

    private VietQr() {
    }

    /**
     * A transfer of that amount to an account.
     *
     * @param bin     the bank's number, six figures
     * @param amount  đồng, more than 0
     * @param content plain ASCII, 1 to {@value #LONGEST_CONTENT} characters; see {@link #plain}
     */
    public static String payload(String bin, String account, long amount, String content) {
        if (amount <= 0 || content.isEmpty() || content.length() > LONGEST_CONTENT
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(content)) {
            throw new IllegalArgumentException("no transfer of " + amount + " with '" + content + "'");
        }
        String beneficiary = tag("00", bin) + tag("01", account);
        String unsealed = tag("00", "01") + tag("01", "12")
                + tag("38", tag("00", "A000000727") + tag("01", beneficiary) + tag("02", "QRIBFTTA"))
                + tag("53", "704") + tag("54", Long.toString(amount)) + tag("58", "VN")
                + tag("62", tag("08", content)) + "6304";
        return unsealed + "%04X".formatted(crc(unsealed));
    }

    /** A text as a transfer's content can carry it: no tone marks, letters, figures and single spaces, cut to length. */
    public static String plain(String text) {
        String plain = Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").replace('/', '-').replaceAll("[^A-Za-z0-9 -]", " ").replaceAll(" +", " ").strip();
        return plain.length() <= LONGEST_CONTENT ? plain : plain.substring(0, LONGEST_CONTENT).strip();
    }

    private static String tag(String id, String value) {
        return id + "%02d".formatted(value.length()) + value;
    }

    static int crc(String text) {
        int crc = 0xFFFF;
        for (byte next : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= next << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}

package vn.coopfund.money;

import java.util.ArrayList;
import java.util.List;

/**
 * An amount in Vietnamese words, as vouchers and contracts print it.
 *
 * <p>Worked examples: 1.001 is "Một nghìn không trăm lẻ một đồng"; 21 is "Hai mươi mốt đồng"; 15 is "Mười lăm
 * đồng"; 500.000.000 is "Năm trăm triệu đồng"; 10¹² is "Một nghìn tỷ đồng". A group of three figures that is
 * not the first is read in full (không trăm, lẻ); a group of zeros is not read.
 *
 * @param filler the word for an empty ten: the house chooses one and keeps it
 */
public record AmountInWords(Filler filler) {

    /** The word that stands for an empty ten: "một trăm lẻ một" or "một trăm linh một". */
    public enum Filler {
        LE("lẻ"), LINH("linh");

        private final String word;

        Filler(String word) {
            this.word = word;
        }
    }

    /** With "lẻ", the common choice in the south and in most forms. */
    public static final AmountInWords WITH_LE = new AmountInWords(Filler.LE);

    /** With "linh", the common choice in the north. */
    public static final AmountInWords WITH_LINH = new AmountInWords(Filler.LINH);

    private static final String[] DIGITS =
            {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final long BILLION = 1_000_000_000L;

    /** The amount with a capital and " đồng": "Không đồng" for zero, "Âm …" below it. */
    public String of(long dong) {
        List<String> words = new ArrayList<>();
        if (dong == 0) {
            words.add(DIGITS[0]);
        }
        if (dong < 0) {
            words.add("âm");
        }
        read(dong, words);
        words.add("đồng");
        String text = String.join(" ", words);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Works on either sign, so that the smallest {@code long} has words too. */
    private void read(long number, List<String> words) {
        if (number / BILLION != 0) {
            read(number / BILLION, words);
            words.add("tỷ");
        }
        boolean inFull = number / BILLION != 0;
        int rest = (int) Math.abs(number % BILLION);
        inFull = readGroup(rest / 1_000_000, "triệu", inFull, words);
        inFull = readGroup(rest / 1_000 % 1_000, "nghìn", inFull, words);
        readGroup(rest % 1_000, null, inFull, words);
    }

    private boolean readGroup(int group, String unit, boolean inFull, List<String> words) {
        if (group == 0) {
            return inFull;
        }
        readHundreds(group, inFull, words);
        if (unit != null) {
            words.add(unit);
        }
        return true;
    }

    private void readHundreds(int group, boolean inFull, List<String> words) {
        boolean hundreds = inFull || group >= 100;
        if (hundreds) {
            words.add(DIGITS[group / 100]);
            words.add("trăm");
        }
        readTens(group / 10 % 10, group % 10, hundreds, words);
    }

    private void readTens(int tens, int units, boolean afterHundreds, List<String> words) {
        if (tens == 0 && units > 0 && afterHundreds) {
            words.add(filler.word);
        }
        if (tens == 1) {
            words.add("mười");
        }
        if (tens > 1) {
            words.add(DIGITS[tens]);
            words.add("mươi");
        }
        if (units > 0) {
            words.add(unit(tens, units));
        }
    }

    private static String unit(int tens, int units) {
        if (units == 1 && tens > 1) {
            return "mốt";
        }
        return units == 5 && tens > 0 ? "lăm" : DIGITS[units];
    }
}

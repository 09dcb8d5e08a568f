package vn.coopfund.money;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as people write and read them, the same in every language of the screen: {@code 1.234.567 đ}.
 *
 * <p>Own code because locale formats differ ("₫" before or after, decimals in English) and round silently
 * when they parse.
 */
public final class DongFormat {

    private static final Pattern FIGURES = Pattern.compile(
            "(-?(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:([., \\u00a0\\u202f])\\d{3}(?:\\2\\d{3})*)))[\\s\\u00a0\\u202f]*(?:đ|₫|đồng|vnd|vnđ)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DongFormat() {
    }

    /** Figures with thousands dots and the đồng sign, kept on one line: {@code 1.234.567 đ}. */
    public static String format(long dong) {
        return figures(dong) + "\u00a0đ";
    }

    /** Figures with thousands dots alone, for tables: {@code 1.234.567}. */
    public static String figures(long dong) {
        StringBuilder text = new StringBuilder(Long.toString(dong));
        int start = dong < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > start; at -= 3) {
            text.insert(at, '.');
        }
        return text.toString();
    }

    /**
     * Whole đồng from what somebody typed: {@code 1234567}, {@code 1.234.567}, {@code 1 234 567},
     * {@code 1,234,567}, each with "đ", "₫", "đồng" or "VND" behind or without. A mark stands before exactly three
     * digits and is the same all through; decimals, leading zeros and anything else are refused, never guessed.
     *
     * @throws NumberFormatException if it is not such a figure or does not fit
     */
    public static long parse(String text) {
        Matcher matcher = FIGURES.matcher(text.strip());
        if (!matcher.matches()) {
            throw new NumberFormatException("not an amount in whole đồng: " + text);
        }
        return Long.parseLong(matcher.group(1).replaceAll("[^-\\d]", ""));
    }
}

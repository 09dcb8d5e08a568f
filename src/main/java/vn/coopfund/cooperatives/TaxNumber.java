package vn.coopfund.cooperatives;

/**
 * A tax number (mã số thuế), which is also a cooperative's registration number: ten digits, the last a check digit, and
 * for a branch a dash and three more.
 */
public final class TaxNumber {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private TaxNumber() {
    }

    /** Whether it is written {@code 0123456789} or {@code 0123456789-001} and its check digit is right. */
    public static boolean isValid(String text) {
        return text != null && text.matches("[0-9]{10}(-[0-9]{3})?") && checkDigit(text) == text.charAt(9) - '0';
    }

    /** 10 − (Σ digit × weight mod 11); 10 where no number with these nine digits is given out. */
    static int checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return 10 - sum % 11;
    }
}

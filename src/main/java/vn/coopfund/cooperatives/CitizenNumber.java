package vn.coopfund.cooperatives;

/** A personal identification number (số định danh cá nhân, on the CCCD): twelve digits. */
public final class CitizenNumber {

    private CitizenNumber() {
    }

    public static boolean isValid(String text) {
        return text != null && text.matches("[0-9]{12}");
    }

    /** For those who need not see it: the last three digits behind dots; null stays null. */
    public static String masked(String number) {
        return number == null ? null : "•••••••••" + number.substring(Math.max(0, number.length() - 3));
    }
}

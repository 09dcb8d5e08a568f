package vn.coopfund.documents;

/**
 * A block at the foot of a paper where somebody signs.
 *
 * @param title message key of the capacity in which the person signs
 * @param note  message key of what to do there ("sign, full name, seal")
 * @param name  who signs; null where it is not known yet
 */
public record Signature(String title, String note, String name) {

    public static Signature signed(String title, String name) {
        return new Signature(title, "documents.print.sign", name);
    }

    public static Signature sealed(String title, String name) {
        return new Signature(title, "documents.print.sign-and-seal", name);
    }
}

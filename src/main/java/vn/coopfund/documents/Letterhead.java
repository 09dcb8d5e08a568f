package vn.coopfund.documents;

/**
 * What stands at the head of a paper; a line break in a text is one on paper.
 *
 * @param parent the body above the one that writes; null for none
 * @param name   the name of the one that writes
 * @param place  the place in the line of the date
 */
public record Letterhead(String parent, String name, String place) {

    /** The name as it stands inside a sentence. */
    public String nameInOneLine() {
        return name.replace('\n', ' ');
    }
}

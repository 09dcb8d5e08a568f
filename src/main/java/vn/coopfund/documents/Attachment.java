package vn.coopfund.documents;

import java.time.Instant;
import vn.coopfund.access.Subject;

/**
 * A paper that hangs on a case, without its bytes.
 *
 * @param kind      the owner's word for what the paper is
 * @param filename  as shown and downloaded: cleaned, with the ending of its real type
 * @param size      bytes
 * @param sha256    64 hexadecimal digits
 * @param storedBy  the person's id; null for the program
 * @param withdrawn taken out of the case; kept all the same
 */
public record Attachment(long id, Subject owner, String kind, String filename, PaperType type, long size, String sha256,
        Instant storedAt, Long storedBy, boolean withdrawn) {

    /** Where it is read. */
    public String path() {
        return "/attachments/" + id;
    }
}

package vn.coopfund.documents;

/** A paper with its bytes, as {@link Attachments#open} hands it to somebody who may read it. */
public record AttachmentContent(Attachment attachment, byte[] bytes) {
}

package vn.coopfund.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.AuditLog;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/**
 * The papers of all cases. Whether a paper may be added or withdrawn is for the owner's act to say before it calls;
 * reading is asked of {@link MayRead} here, every time, and leaves a line in the audit log (Law 91/2025/QH15).
 */
@Service
public class Attachments {

    /** 20 MB. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private final AttachmentRows rows;
    private final ObjectProvider<MayRead> owners;
    private final AuditLog auditLog;

    Attachments(AttachmentRows rows, ObjectProvider<MayRead> owners, AuditLog auditLog) {
        this.rows = rows;
        this.owners = owners;
        this.auditLog = auditLog;
    }

    /** As {@link #store(Subject, String, String, byte[])}; reads no more than is allowed, and leaves the stream open. */
    @Transactional
    public Attachment store(Subject owner, String kind, String filename, InputStream content) {
        try {
            return store(owner, kind, filename, content.readNBytes(LARGEST + 1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Keeps a paper in the caller's transaction.
     *
     * @throws Refusal at the field {@code file} when it is empty, larger than 20 MB, or by its content no PDF, JPEG,
     *                 PNG, DOCX or XLSX
     */
    @Transactional
    public Attachment store(Subject owner, String kind, String filename, byte[] content) {
        if (content.length == 0) {
            throw Refusal.invalid("file", "documents.refused.empty");
        }
        if (content.length > LARGEST) {
            throw Refusal.invalid("file", "documents.refused.too-large");
        }
        PaperType type = PaperTypes.detect(content)
                .orElseThrow(() -> Refusal.invalid("file", "documents.refused.type"));
        return rows.add(owner, kind, FileName.clean(filename, type), type, content);
    }

    /** The papers of a case that were not withdrawn, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(Subject owner) {
        return rows.of(owner).stream().filter(paper -> !paper.withdrawn()).toList();
    }

    /** All papers of a case, the withdrawn ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> everOf(Subject owner) {
        return rows.of(owner);
    }

    /**
     * Reads a paper, and writes down that it was read.
     *
     * @throws Refusal as if there were no such paper, when the actor may not read it
     */
    @Transactional
    public AttachmentContent open(long id) {
        Actor actor = Actors.current();
        Attachment paper = rows.find(id).filter(found -> mayRead(actor, found)).orElseThrow(Refusal::notFound);
        AttachmentContent content = new AttachmentContent(paper, rows.bytes(paper));
        auditLog.record(actor, "ReadAttachment", paper.owner(), paper.kind() + " " + id + " " + paper.filename());
        return content;
    }

    /** Takes a paper out of the case; it stays in the file, marked. Nothing happens to one already withdrawn. */
    @Transactional
    public void withdraw(Subject owner, long id) {
        Attachment paper = rows.find(id).filter(found -> found.owner().equals(owner)).orElseThrow(Refusal::notFound);
        rows.withdraw(paper);
    }

    private boolean mayRead(Actor actor, Attachment paper) {
        return owners.stream().anyMatch(owner -> owner.concerns(paper.owner())
                && owner.mayRead(actor, paper.owner(), paper.kind()));
    }
}

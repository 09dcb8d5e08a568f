package vn.coopfund.documents.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.AttachmentContent;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.PaperType;

/** Shows or downloads a paper to those whom its owner lets read it; to all others there is none. */
@Controller
@OpenToSignedIn
class AttachmentController {

    /** What somebody uploaded is looked at and never run; a browser's reader of PDF does not work in a sandbox. */
    private static final String LOOK_ONLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> read(@PathVariable long id, @RequestParam(required = false) String download) {
        AttachmentContent content = attachments.open(id);
        Attachment paper = content.attachment();
        ContentDisposition disposition = (paper.type().shownInBrowser() && download == null
                ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(paper.filename(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(paper.type().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", paper.type() == PaperType.PDF ? LOOK_ONLY : LOOK_ONLY + "; sandbox")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(content.bytes());
    }
}

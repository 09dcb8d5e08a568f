package vn.coopfund.origination.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.origination.ApplicationState;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.AttachPaper;
import vn.coopfund.origination.DraftApplication;
import vn.coopfund.origination.SaveApplication;
import vn.coopfund.origination.SubmitApplication;
import vn.coopfund.origination.WithdrawApplication;
import vn.coopfund.web.Changes;
import vn.coopfund.web.MayHaveKey;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** Applications for programs: draft, save, attach, submit, withdraw, follow. */
@RestController
@RequestMapping("/api/v1/applications")
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
class ApplicationApi {

    private final Applications applications;
    private final ApplicationViews views;
    private final DraftApplication draftApplication;
    private final SaveApplication saveApplication;
    private final AttachPaper attachPaper;
    private final SubmitApplication submitApplication;
    private final WithdrawApplication withdrawApplication;
    private final Once once;
    private final Changes changes;

    ApplicationApi(Applications applications, ApplicationViews views, DraftApplication draftApplication,
            SaveApplication saveApplication, AttachPaper attachPaper, SubmitApplication submitApplication,
            WithdrawApplication withdrawApplication, Once once, Changes changes) {
        this.applications = applications;
        this.views = views;
        this.draftApplication = draftApplication;
        this.saveApplication = saveApplication;
        this.attachPaper = attachPaper;
        this.submitApplication = submitApplication;
        this.withdrawApplication = withdrawApplication;
        this.once = once;
        this.changes = changes;
    }

    /** A paper as received. */
    record Paper(String id, String kind, String filename, long size, String sha256) {
    }

    /** Why an application is taken back. */
    record Reason(String reason) {
    }

    @GetMapping
    PageOf<ApplicationViews.Item> list(@RequestParam(required = false) ApplicationState state,
            @RequestParam(required = false) String q, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        return applications.list(state, q, SortBy.of(sort, "-on", Applications.COLUMNS), PageOf.Wish.of(page, size)).map(ApplicationViews::item);
    }

    @PostMapping
    @MayHaveKey
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    ResponseEntity<ApplicationViews.Whole> draft(@RequestBody ApplicationBody body, HttpServletRequest request) {
        ApplicationViews.Whole draft = once.callMaybe(request, body, ApplicationViews.Whole.class,
                () -> views.whole(draftApplication.draft(body.borrower(), body.content())));
        return ResponseEntity.created(URI.create("/api/v1/applications/" + draft.id())).body(draft);
    }

    @GetMapping("/{id}")
    ApplicationViews.Whole one(@PathVariable String id) {
        return views.whole(applications.byId(number(id)));
    }

    @PutMapping("/{id}")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    @Operation(summary = "Changes an application: what is left out stays, null empties",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = ApplicationBody.class))))
    ApplicationViews.Whole save(@PathVariable String id, @RequestBody ObjectNode body) {
        return views.whole(saveApplication.save(Subject.application(number(id)),
                now -> changes.over(ApplicationBody.of(now), body, ApplicationBody.class).content(), 1));
    }

    @PostMapping("/{id}/submission")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    ApplicationViews.Whole submit(@PathVariable String id, HttpServletRequest request) {
        Subject subject = Subject.application(number(id));
        return once.call(request, "", ApplicationViews.Whole.class, () -> views.whole(submitApplication.submit(subject)));
    }

    /** The reason may be left out, and with it the body, whatever type a program says that it has. */
    @PostMapping("/{id}/withdrawal")
    @MayHaveKey
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    @Operation(summary = "Takes an application back; the reason, and with it the body, may be left out",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
                    content = @Content(schema = @Schema(implementation = Reason.class))))
    ApplicationViews.Whole withdraw(@PathVariable String id, @RequestBody(required = false) String body,
            HttpServletRequest request) {
        Subject subject = Subject.application(number(id));
        applications.byId(subject.id());
        Reason reason = changes.orNone(body, Reason.class);
        return once.callMaybe(request, body == null ? "" : body, ApplicationViews.Whole.class,
                () -> views.whole(withdrawApplication.withdraw(subject, reason == null ? null : reason.reason())));
    }

    @PostMapping(path = "/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER})
    ResponseEntity<Paper> attach(@PathVariable String id, @RequestParam(required = false) String kind,
            @RequestParam(required = false) MultipartFile file) throws IOException {
        new Refusal.Problems().addIf(kind == null, "kind", "origination.paper.unknown")
                .addIf(file == null, "file", "origination.file.needed").refuseIfAny();
        Attachment stored = attachPaper.attach(Subject.application(number(id)), kind, file.getOriginalFilename(),
                file.getInputStream());
        return ResponseEntity.status(201).body(new Paper(String.valueOf(stored.id()), stored.kind(), stored.filename(),
                stored.size(), stored.sha256()));
    }

    /** Ids are opaque: a text that is none belongs to nobody's record. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}

package vn.coopfund.risk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachment;
import vn.coopfund.risk.AttachInspectionPaper;
import vn.coopfund.risk.Inspections;
import vn.coopfund.risk.OpenSampleInspection;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Strict;

/** Inspections of the use of loans, for programs. */
@RestController
@RequestMapping("/api/v1")
@OpenToReadersOfRisk
@Tag(name = "inspections")
class InspectionApi {

    private final Inspections inspections;
    private final OpenSampleInspection openSampleInspection;
    private final AttachInspectionPaper attachInspectionPaper;
    private final Loans loans;
    private final Once once;

    InspectionApi(Inspections inspections, OpenSampleInspection openSampleInspection,
            AttachInspectionPaper attachInspectionPaper, Loans loans, Once once) {
        this.inspections = inspections;
        this.openSampleInspection = openSampleInspection;
        this.attachInspectionPaper = attachInspectionPaper;
        this.loans = loans;
        this.once = once;
    }

    /** @param remarks and {@code inspector} are the fund's own: null for a borrower */
    record Made(String id, String number, Inspections.Reason reason, LocalDate dueOn, LocalDate inspectedOn,
            Inspections.Outcome outcome, Long amountSeen, String progress, String collateral, String present, String remarks,
            String inspector) {

        static Made of(Inspections.Inspection one) {
            return new Made(String.valueOf(one.id()), one.number(), one.reason(), one.dueOn(), one.inspectedOn(), one.outcome(),
                    one.amountSeen(), one.progress(), one.collateral(), one.present(), one.remarks(), one.inspector());
        }
    }

    /** @param nextDueOn null where the loan runs no more */
    record OfLoan(String loan, LocalDate nextDueOn, List<Made> items) {
    }

    /** A running loan by when it is inspected next. */
    record Item(String loan, String number, String borrower, long principalOutstanding, LocalDate lastOn,
            Inspections.Outcome lastOutcome, Inspections.Reason reason, LocalDate dueOn, boolean open, int daysLate, String recall) {

        static Item of(Inspections.Row one) {
            return new Item(String.valueOf(one.loanId()), one.number(), one.borrower(), one.outstanding(), one.last(),
                    one.lastOutcome(), one.reason(), one.dueOn(), one.open(), one.daysLate(), one.recall());
        }
    }

    @Strict
    record Asked(String reason) {
    }

    record Opened(String loan, Inspections.Reason reason, LocalDate dueOn) {
    }

    @Operation(summary = "Inspections of a loan, the latest first; a borrower sees the results of its own")
    @GetMapping("/loans/{id}/inspections")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
        Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
    OfLoan of(@PathVariable String id) {
        long loan = loans.file(number(id)).loan().id();
        return new OfLoan(id, inspections.plan(loan).map(Inspections.Plan::dueOn).orElse(null),
                inspections.of(loan).stream().map(Made::of).toList());
    }

    @Operation(summary = "Running loans by when their use is inspected next")
    @GetMapping("/inspections")
    PageOf<Item> list(@RequestParam(required = false) String q, @RequestParam(defaultValue = "ALL") Inspections.Only only,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return inspections.list(new Inspections.Filter(q, only), SortBy.of(sort, "due", Inspections.COLUMNS),
                PageOf.Wish.of(page, size)).page().map(Item::of);
    }

    @Operation(summary = "The controller has a loan inspected at once")
    @PostMapping("/loans/{id}/inspections")
    @Allowed(Role.CONTROLLER)
    ResponseEntity<Opened> open(@PathVariable String id, @RequestBody Asked body, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED).body(once.call(request, body, Opened.class, () -> {
            openSampleInspection.open(Subject.loan(number(id)), body.reason());
            Inspections.Plan plan = inspections.plan(number(id)).orElseThrow();
            return new Opened(id, plan.reason(), plan.dueOn());
        }));
    }

    record Paper(String id, String kind, String filename, long size, String sha256) {
    }

    @Operation(summary = "A photo or a paper of an inspection that is open")
    @PostMapping(path = "/loans/{id}/inspection-papers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.LOAN_OFFICER)
    ResponseEntity<Paper> attach(@PathVariable String id, @RequestParam(required = false) MultipartFile file) throws IOException {
        new Refusal.Problems().addIf(file == null, "file", "risk.refused.file-needed").refuseIfAny();
        Attachment stored = attachInspectionPaper.attach(Subject.loan(number(id)), file.getOriginalFilename(), file.getInputStream());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Paper(String.valueOf(stored.id()), stored.kind(),
                stored.filename(), stored.size(), stored.sha256()));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}

package vn.coopfund.risk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.risk.ProposeWriteOff;
import vn.coopfund.risk.WriteOffFile;
import vn.coopfund.risk.WriteOffs;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Strict;

/** Write-offs for programs: opening one answers 202, what follows are tasks of the loan. */
@RestController
@RequestMapping("/api/v1/loans/{id}/write-offs")
@OpenToReadersOfRisk
@Tag(name = "loans")
class WriteOffApi {

    private final WriteOffs writeOffs;
    private final WriteOffFile file;
    private final ProposeWriteOff proposeWriteOff;
    private final Loans loans;
    private final Once once;

    WriteOffApi(WriteOffs writeOffs, WriteOffFile file, ProposeWriteOff proposeWriteOff, Loans loans, Once once) {
        this.writeOffs = writeOffs;
        this.file = file;
        this.proposeWriteOff = proposeWriteOff;
        this.loans = loans;
        this.once = once;
    }

    @Strict
    record Wish(WriteOffs.Ground ground, String paper, String reason) {
    }

    /** A line of the entry, planned or posted; amounts in đồng. */
    record Line(String account, String part, long debit, long credit) {
    }

    /** @param matter id of its question before the council, or null */
    record View(String id, WriteOffs.Kind kind, WriteOffs.Ground ground, String paper, String reason, WriteOffs.State state,
            LocalDate proposedOn, LocalDate reviewedOn, LocalDate decidedOn, String decision, String matter, List<Line> lines) {
    }

    @Operation(summary = "All that was asked on the loan, the latest first")
    @GetMapping
    List<View> list(@PathVariable String id) {
        return writeOffs.on(loan(id)).stream().map(this::view).toList();
    }

    @Operation(summary = "One write-off")
    @GetMapping("/{writeOff}")
    View one(@PathVariable String id, @PathVariable String writeOff) {
        WriteOffs.WriteOff one = writeOffs.get(number(writeOff));
        if (!one.subject().equals(loan(id))) {
            throw Refusal.notFound();
        }
        return view(one);
    }

    @Operation(summary = "Opens the case of taking the debt out of the balance sheet")
    @PostMapping
    @Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT, Role.HEAD_OF_LENDING})
    ResponseEntity<View> propose(@PathVariable String id, @RequestBody Wish body, HttpServletRequest request) {
        return ResponseEntity.accepted().body(once.call(request, body, View.class,
                () -> view(writeOffs.get(proposeWriteOff.propose(loan(id), body.ground(), body.paper(), body.reason())))));
    }

    private View view(WriteOffs.WriteOff one) {
        return new View(String.valueOf(one.id()), one.kind(), one.ground(), one.paper(), one.reason(), one.state(),
                one.proposedOn(), one.reviewedOn(), one.decidedOn(), one.decision(),
                file.matter(one).map(matter -> String.valueOf(matter.id())).orElse(null),
                file.lines(one).stream().map(line -> new Line(line.account(), line.part(), line.debit() ? line.amount() : 0,
                        line.debit() ? 0 : line.amount())).toList());
    }

    /** The loan, or 404 for one that the caller may not see. */
    private Subject loan(String id) {
        return Subject.loan(loans.file(number(id)).loan().id());
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}

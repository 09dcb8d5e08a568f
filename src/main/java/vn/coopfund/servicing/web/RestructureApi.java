package vn.coopfund.servicing.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.servicing.AskRestructure;
import vn.coopfund.servicing.DraftRestructure;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.PlanRestructure;
import vn.coopfund.servicing.RestructureRequest;
import vn.coopfund.servicing.RestructureRequests;
import vn.coopfund.servicing.RestructureTerms;
import vn.coopfund.servicing.RestructureWish;
import vn.coopfund.servicing.WithdrawRestructure;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Strict;

/** Restructurings for programs: asked for, planned row by row, followed; decided through their tasks. */
@RestController
@RequestMapping("/api/v1/loans/{id}")
@OpenToReadersOfLoans
@Tag(name = "loans")
class RestructureApi {

    private final Loans loans;
    private final RestructureRequests requests;
    private final AskRestructure askRestructure;
    private final WithdrawRestructure withdrawRestructure;
    private final DraftRestructure draftRestructure;
    private final PlanRestructure planRestructure;
    private final Once once;

    RestructureApi(Loans loans, RestructureRequests requests, AskRestructure askRestructure, WithdrawRestructure withdrawRestructure,
            DraftRestructure draftRestructure, PlanRestructure planRestructure, Once once) {
        this.loans = loans;
        this.requests = requests;
        this.askRestructure = askRestructure;
        this.withdrawRestructure = withdrawRestructure;
        this.draftRestructure = draftRestructure;
        this.planRestructure = planRestructure;
        this.once = once;
    }

    /**
     * @param lastDueOn of the plan; null until there is one
     * @param decision  number of the decision or of the council's minutes
     * @param answer    why it was refused or ended
     */
    record View(String id, String loan, RestructureTerms.Kind kind, LocalDate newEnd, String reason, String wish,
            RestructureRequest.State state, LocalDate askedOn, LocalDate lastDueOn, boolean council, String decision,
            LocalDate decidedOn, String decidedBy, String annex, String answer) {
        static View of(RestructureRequest one) {
            return new View(String.valueOf(one.id()), String.valueOf(one.loanId()), one.kind(), one.newEnd(), one.reason(),
                    one.wish(), one.state(), one.askedOn(), one.terms() == null || one.terms().rows().isEmpty() ? null
                            : one.terms().rows().get(one.terms().rows().size() - 1).dueOn(), one.council(), one.decision(),
                    one.decidedOn(), one.decidedByName(), one.annexNumber(), one.answer());
        }
    }

    @Strict
    record Wish(RestructureTerms.Kind kind, LocalDate newEnd, String reason, String wish) {
        RestructureWish read() {
            return new RestructureWish(kind, newEnd, reason, wish);
        }
    }

    /**
     * How principal is to fall due anew.
     *
     * @param rows       the agreed ones; they may be left to the program by one of the other two
     * @param newEnd     with {@code EXTEND}: equal parts that step back from there
     * @param equalParts with {@code ADJUST}: equal parts on the dates to come
     * @param reason     needed where nobody has asked yet
     */
    @Strict
    record Plan(RestructureTerms.Kind kind, @JsonSetter(contentNulls = Nulls.FAIL) List<PrincipalDue> rows,
            LocalDate newEnd, Boolean equalParts, LocalDate arrearsDueOn, String reason) {
        boolean asksForRows() {
            return rows == null && kind != null && (newEnd != null || Boolean.TRUE.equals(equalParts));
        }
    }

    @Operation(summary = "Requests for a restructuring, the latest first")
    @GetMapping("/restructuring-requests")
    List<View> all(@PathVariable String id) {
        return requests.of(loans.file(LoanIds.number(id)).loan().id()).stream().map(View::of).toList();
    }

    @Operation(summary = "Asks for a restructuring; who decides goes on through the tasks")
    @PostMapping("/restructuring-requests")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    ResponseEntity<View> ask(@PathVariable String id, @RequestBody Wish body, HttpServletRequest request) {
        return ResponseEntity.status(201).body(once.call(request, body, View.class,
                () -> View.of(askRestructure.ask(LoanIds.loan(id), body.read()))));
    }

    @Operation(summary = "Takes one's own request back, any time before the annex is signed")
    @PostMapping("/restructuring-requests/{number}/withdrawal")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    View withdraw(@PathVariable String id, @PathVariable String number) {
        loans.file(LoanIds.number(id));
        if (requests.of(LoanIds.number(id)).stream().noneMatch(one -> one.id() == LoanIds.number(number))) {
            throw Refusal.notFound();
        }
        return View.of(withdrawRestructure.withdraw(LoanIds.loan(id), LoanIds.number(number)));
    }

    @Operation(summary = "Keeps a plan for the officer's task; opens the request where nobody has asked")
    @PostMapping("/restructurings")
    @Allowed(Role.LOAN_OFFICER)
    ResponseEntity<View> plan(@PathVariable String id, @RequestBody Plan body, HttpServletRequest request) {
        return ResponseEntity.accepted().body(once.call(request, body, View.class, () -> Reasons.named(() -> {
            List<PrincipalDue> rows = body.asksForRows()
                    ? planRestructure.plan(LoanIds.number(id), body.kind(), body.newEnd()) : body.rows();
            return View.of(draftRestructure.keep(LoanIds.loan(id), new RestructureTerms(body.kind(), rows, body.arrearsDueOn()),
                    body.reason()));
        })));
    }
}

package vn.coopfund.origination.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.AppraisalFile;
import vn.coopfund.origination.ApplicationState;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.CaseFile;
import vn.coopfund.origination.ContractPaper;
import vn.coopfund.origination.LendingPapers;
import vn.coopfund.origination.WithdrawApplication;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.NextSteps;

/** The list of applications and the file of one. */
@Controller
@RequestMapping("/applications")
@Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
class ApplicationController {

    private static final List<String> HEADS = List.of("origination.number", "origination.borrower",
            "origination.projectName", "origination.amount", "origination.state", "origination.on");

    private final Applications applications;
    private final NextSteps nextSteps;
    private final CaseFile caseFile;
    private final CaseEvents events;
    private final Inbox inbox;
    private final WithdrawApplication withdrawApplication;
    private final ContractPaper contractPaper;
    private final LendingPapers lendingPapers;
    private final AppraisalFile appraisalFile;
    private final Texts texts;

    ApplicationController(Applications applications, NextSteps nextSteps, CaseFile caseFile, CaseEvents events,
            Inbox inbox, WithdrawApplication withdrawApplication, ContractPaper contractPaper,
            LendingPapers lendingPapers, AppraisalFile appraisalFile, Texts texts) {
        this.applications = applications;
        this.nextSteps = nextSteps;
        this.caseFile = caseFile;
        this.events = events;
        this.inbox = inbox;
        this.withdrawApplication = withdrawApplication;
        this.contractPaper = contractPaper;
        this.lendingPapers = lendingPapers;
        this.appraisalFile = appraisalFile;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) ApplicationState state, @RequestParam(required = false) String q,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-on", Applications.COLUMNS);
        model.addAttribute("applications", applications.list(state, q, order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("states", Arrays.stream(ApplicationState.values())
                .map(one -> new Choice(one.name(), texts.of(one.key()))).toList());
        model.addAttribute("mayBegin", Actors.current().isAny(Role.BORROWER, Role.LOAN_OFFICER));
        return "origination/applications";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) ApplicationState state,
            @RequestParam(required = false) String q, @RequestParam(required = false) String sort,
            HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-on", Applications.COLUMNS);
        Export.of(file).download(response, "ho-so-vay-von", HEADS.stream().map(texts::of).toList(), rows ->
                PageOf.each(wish -> applications.list(state, q, order, wish), row -> rows.add(row.number(), row.borrower(),
                        row.projectName(), row.amount(), texts.of(row.state().key()), row.on())));
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        Subject subject = Subject.application(id);
        caseFile.of(id).forEach(model::addAttribute);
        model.addAttribute("events", events.of(subject));
        Long loanId = applications.byId(id).loanId();
        model.addAttribute("next", nextSteps.of(loanId == null ? subject : Subject.loan(loanId)));
        model.addAttribute("tasks", inbox.mineOn(subject));
        model.addAttribute("staff", Actors.current().isStaff());
        model.addAttribute("mayOffer", Actors.current().is(Role.LOAN_OFFICER)
                && applications.byId(id).state().awaitsAppraisal());
        model.addAttribute("reportWritable", Actors.current().is(Role.APPRAISER) && appraisalFile.isWritable(id));
        model.addAttribute("mayWrite", Actors.current().isAny(Role.BORROWER, Role.LOAN_OFFICER));
        return "origination/application";
    }

    @GetMapping(path = "/{id}/contract.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> contract(@PathVariable long id) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"hop-dong-" + id + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF).body(contractPaper.pdf(id));
    }

    /** The reasoned refusal, for its borrower too. */
    @GetMapping(path = "/{id}/refusal.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> refusal(@PathVariable long id) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"thong-bao-tu-choi-" + id + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF).body(lendingPapers.refusal(id));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    String withdraw(@PathVariable long id, @RequestParam(required = false) String reason, RedirectAttributes after) {
        try {
            withdrawApplication.withdraw(Subject.application(id), reason);
            after.addFlashAttribute("notice", texts.of("origination.withdrawn"));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            after.addFlashAttribute("refused", refusal.reasons().stream().map(texts::of).toList());
        }
        return "redirect:/applications/" + id;
    }
}

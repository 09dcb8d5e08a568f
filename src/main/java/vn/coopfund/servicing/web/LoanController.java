package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.coopfund.documents.PrintedForms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.Registrations;
import vn.coopfund.documents.Attachments;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.LoanState;
import vn.coopfund.servicing.LoanPagePart;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Recalls;
import vn.coopfund.servicing.Proposal;
import vn.coopfund.servicing.Proposals;
import vn.coopfund.servicing.LoanStatements;
import vn.coopfund.servicing.RestructureRequests;
import vn.coopfund.servicing.StatementLine;
import vn.coopfund.servicing.StatementTotals;
import vn.coopfund.servicing.TakenReceipt;
import vn.coopfund.servicing.TakenReceipts;
import vn.coopfund.servicing.WaitingActs;
import vn.coopfund.vouchers.TransferRequests;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Inbox;

/** The list of loans, the page of one, and its statement. */
@Controller
@RequestMapping("/loans")
@OpenToReadersOfLoans
class LoanController {

    private final Loans loans;
    private final LoanStatements statements;
    private final PrintedForms forms;
    private final Proposals proposals;
    private final WaitingActs acts;
    private final RestructureRequests restructurings;
    private final TakenReceipts receipts;
    private final Recalls recalls;
    private final ObjectProvider<LoanPagePart> parts;
    private final Attachments attachments;
    private final CaseEvents events;
    private final Inbox inbox;
    private final NextSteps nextSteps;
    private final TransferRequests transfers;
    private final Texts texts;
    private final TableWords tableWords;
    private final Items collateral;
    private final Registrations registrations;

    LoanController(Loans loans, LoanStatements statements, PrintedForms forms, Proposals proposals,
            WaitingActs acts, RestructureRequests restructurings, TakenReceipts receipts, Recalls recalls,
            ObjectProvider<LoanPagePart> parts,
            Attachments attachments, CaseEvents events, Inbox inbox, NextSteps nextSteps, TransferRequests transfers, Texts texts,
            TableWords tableWords, Items collateral, Registrations registrations) {
        this.loans = loans;
        this.statements = statements;
        this.forms = forms;
        this.proposals = proposals;
        this.acts = acts;
        this.restructurings = restructurings;
        this.receipts = receipts;
        this.recalls = recalls;
        this.parts = parts;
        this.attachments = attachments;
        this.events = events;
        this.inbox = inbox;
        this.nextSteps = nextSteps;
        this.transfers = transfers;
        this.texts = texts;
        this.tableWords = tableWords;
        this.collateral = collateral;
        this.registrations = registrations;
    }

    @GetMapping
    String list(@RequestParam(required = false) LoanState state, @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "false") boolean pastDue,
            @RequestParam(defaultValue = "false") boolean credit, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-signed", Loans.COLUMNS);
        model.addAttribute("listed", loans.list(new Loans.Filter(state, q, pastDue, credit), order,
                PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("states", Arrays.stream(LoanState.values())
                .map(one -> new Choice(one.name(), texts.of(one.key()))).toList());
        model.addAttribute("mayTake", Actors.current().is(Role.ACCOUNTANT));
        return "servicing/loans";
    }

    @GetMapping("/export.{extension}")
    void list(@PathVariable String extension, @RequestParam(required = false) LoanState state,
            @RequestParam(required = false) String q, @RequestParam(defaultValue = "false") boolean pastDue,
            @RequestParam(defaultValue = "false") boolean credit,
            @RequestParam(required = false) String sort, HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-signed", Loans.COLUMNS);
        Export.of(extension).download(response, "khoan-vay",
                tableWords.heads("servicing.file.loans.", LoanTable.COLUMNS), rows ->
                PageOf.each(wish -> loans.list(new Loans.Filter(state, q, pastDue, credit), order, wish).page(),
                        one -> rows.add(tableWords.cells(LoanTable.cells(one), 3, one.state().key()))));
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @RequestParam(required = false) Long bank, Model model) {
        Subject subject = Subject.loan(id);
        LoanFile file = loans.file(id);
        model.addAttribute("loan", file);
        model.addAttribute("transfer", transfers.forLoan(file.loan().number(), Dong.of(file.toAskFor()), bank).orElse(null));
        model.addAttribute("transferTo", transfers.accounts());
        model.addAttribute("disbursements", loans.disbursements(id));
        model.addAttribute("payingAccounts", loans.payingAccounts());
        model.addAttribute("papers", attachments.of(subject));
        model.addAttribute("collateral", collateral.ofLoan(id));
        model.addAttribute("unregistered", registrations.dueOn(id));
        model.addAttribute("waiver", registrations.waiver(id).orElse(null));
        model.addAttribute("isDirector", Actors.current().is(Role.DIRECTOR));
        model.addAttribute("events", events.of(subject));
        model.addAttribute("next", nextSteps.of(subject));
        model.addAttribute("tasks", inbox.mineOn(subject));
        model.addAttribute("staff", Actors.current().isStaff());
        model.addAttribute("recalls", recalls.of(id));
        List<LoanPagePart> shown = parts.orderedStream().toList();
        model.addAttribute("parts", shown.stream().map(LoanPagePart::template).toList());
        shown.forEach(part -> model.addAllAttributes(part.shown(id)));
        model.addAttribute("seesVouchers", seesVouchers());
        model.addAttribute("mayTake", Actors.current().is(Role.ACCOUNTANT));
        model.addAttribute("isOfficer", Actors.current().is(Role.LOAN_OFFICER));
        model.addAttribute("isHead", Actors.current().is(Role.HEAD_OF_LENDING));
        List<Proposal> waiting = Actors.current().isStaff() ? proposals.pending(id) : List.of();
        model.addAttribute("waiting", waiting);
        model.addAttribute("request", restructurings.openOn(id).orElse(null));
        model.addAttribute("mayAsk", !Actors.current().isStaff() || Actors.current().is(Role.LOAN_OFFICER));
        model.addAttribute("hindered", waiting.stream().filter(one -> acts.hindrance(one).isPresent()).map(Proposal::id).toList());
        return "servicing/loan";
    }

    @GetMapping("/{id}/statement")
    String statement(@PathVariable long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        List<StatementLine> lines = statements.of(id);
        model.addAttribute("lines", lines);
        model.addAttribute("totals", StatementTotals.of(lines));
        model.addAttribute("seesVouchers", seesVouchers());
        return "servicing/statement";
    }

    @GetMapping("/{id}/statement.pdf")
    ResponseEntity<byte[]> statementOnPaper(@PathVariable long id) {
        LoanFile file = loans.file(id);
        List<StatementLine> lines = statements.of(id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename("sao-ke-" + file.loan().number().replace('/', '-') + ".pdf").build().toString())
                .body(forms.pdf("servicing/print/statement", Map.of("date", file.asOf(), "file", file,
                        "loan", file.loan(), "borrower", file.borrower(), "lines", lines, "totals", StatementTotals.of(lines))));
    }

    /** The receipts, the latest first, with what can be done with one. */
    @GetMapping("/{id}/repayments")
    String repayments(@PathVariable long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        List<TakenReceipt> taken = receipts.of(id);
        model.addAttribute("receipts", taken);
        model.addAttribute("taken", taken.stream().filter(TakenReceipt::stands).map(TakenReceipt::amount)
                .mapToLong(Dong::longOf).sum());
        model.addAttribute("mayTake", Actors.current().is(Role.ACCOUNTANT));
        model.addAttribute("seesVouchers", seesVouchers());
        return "servicing/repayments";
    }

    private static boolean seesVouchers() {
        return Actors.current().isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.DIRECTOR,
                Role.CONTROLLER);
    }

    @GetMapping("/{id}/statement.{extension:csv|xlsx}")
    void statement(@PathVariable long id, @PathVariable String extension, HttpServletResponse response) {
        LoanFile file = loans.file(id);
        Export.of(extension).download(response, "sao-ke-" + file.loan().number().replace('/', '-'),
                tableWords.heads("servicing.file.statement.", StatementTable.COLUMNS),
                rows -> statements.of(id).forEach(one -> rows.add(tableWords.cells(StatementTable.cells(one), 2,
                        one.code(), one.args()))));
    }
}

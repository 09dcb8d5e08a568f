package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.AskRestructure;
import vn.coopfund.servicing.AttachToRestructure;
import vn.coopfund.servicing.DraftAnnex;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.RestructureRequest;
import vn.coopfund.servicing.RestructureRequests;
import vn.coopfund.servicing.RestructureTerms;
import vn.coopfund.servicing.WithdrawRestructure;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Requests to arrange a loan's due dates anew: asked for by the borrower or opened by the officer, and where each stands. */
@Controller
@RequestMapping("/loans/{id}/restructuring-request")
@OpenToReadersOfLoans
class RestructureRequestController {

    private final Loans loans;
    private final RestructureRequests requests;
    private final AskRestructure askRestructure;
    private final WithdrawRestructure withdrawRestructure;
    private final AttachToRestructure attachToRestructure;
    private final DraftAnnex draftAnnex;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    RestructureRequestController(Loans loans, RestructureRequests requests, AskRestructure askRestructure,
            WithdrawRestructure withdrawRestructure, AttachToRestructure attachToRestructure, DraftAnnex draftAnnex, Forms forms,
            Once once, Texts texts) {
        this.loans = loans;
        this.requests = requests;
        this.askRestructure = askRestructure;
        this.withdrawRestructure = withdrawRestructure;
        this.attachToRestructure = attachToRestructure;
        this.draftAnnex = draftAnnex;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String page(@PathVariable long id, @ModelAttribute("form") RestructureRequestForm form, Model model) {
        return page(id, model);
    }

    @PostMapping
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    String ask(@PathVariable long id, @ModelAttribute("form") RestructureRequestForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> once.form(request, RestructureRequest.class,
                () -> askRestructure.ask(Subject.loan(id), form.read())))) {
            return page(id, model);
        }
        next.addFlashAttribute("notice", texts.of("servicing.restructure.sent"));
        return "redirect:/loans/" + id + "/restructuring-request";
    }

    @PostMapping("/{request}/withdrawal")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER})
    String withdraw(@PathVariable long id, @PathVariable long request,
            @ModelAttribute("form") RestructureRequestForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> withdrawRestructure.withdraw(Subject.loan(id), request))) {
            return page(id, model);
        }
        next.addFlashAttribute("notice", texts.of("servicing.restructure.withdrawn"));
        return "redirect:/loans/" + id + "/restructuring-request";
    }

    @PostMapping("/papers")
    @Allowed({Role.BORROWER, Role.LOAN_OFFICER, Role.DIRECTOR})
    String attach(@PathVariable long id, @RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
        try {
            attachToRestructure.attach(Subject.loan(id), file.getOriginalFilename(), file.getInputStream());
            next.addFlashAttribute("notice", texts.of("servicing.restructure.attached", file.getOriginalFilename()));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            next.addFlashAttribute("refused", refusal.reasons().stream().map(texts::of).toList());
        }
        return "redirect:/loans/" + id + "/restructuring-request";
    }

    @GetMapping("/annex.pdf")
    ResponseEntity<byte[]> annex(@PathVariable long id) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("phu-luc-" + id + ".pdf")
                        .build().toString())
                .body(draftAnnex.of(id));
    }

    private String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        List<RestructureRequest> all = requests.of(id);
        RestructureRequest open = all.stream().filter(one -> one.state().isOpen()).findFirst().orElse(null);
        boolean borrower = Actors.current().is(Role.BORROWER);
        boolean asks = borrower || Actors.current().is(Role.LOAN_OFFICER);
        model.addAttribute("all", all);
        model.addAttribute("open", open);
        model.addAttribute("staff", Actors.current().isStaff());
        model.addAttribute("kinds", List.of(RestructureTerms.Kind.values()));
        model.addAttribute("mayAsk", asks && open == null && loans.file(id).isInBooks());
        model.addAttribute("mayWithdraw", asks && open != null && open.byBorrower() == borrower);
        model.addAttribute("mayAttach", open != null && (asks || Actors.current().is(Role.DIRECTOR)));
        return "servicing/restructuring-request";
    }
}

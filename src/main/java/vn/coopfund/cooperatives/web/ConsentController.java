package vn.coopfund.cooperatives.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.CacheControl;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.BorrowerFile;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.ConsentPurpose;
import vn.coopfund.cooperatives.Consents;
import vn.coopfund.cooperatives.RecordConsent;
import vn.coopfund.cooperatives.WithdrawConsent;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** Asks for consent to the processing of personal data, purpose by purpose, nothing ticked before; and takes it back. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
class ConsentController {

    private final FileAddress address;
    private final Borrowers borrowers;
    private final Consents consents;
    private final RecordConsent recordConsent;
    private final WithdrawConsent withdrawConsent;
    private final PrintedForms printedForms;
    private final Forms forms;
    private final Texts texts;

    ConsentController(FileAddress address, Borrowers borrowers, Consents consents, RecordConsent recordConsent,
            WithdrawConsent withdrawConsent, PrintedForms printedForms, Forms forms, Texts texts) {
        this.address = address;
        this.borrowers = borrowers;
        this.consents = consents;
        this.recordConsent = recordConsent;
        this.withdrawConsent = withdrawConsent;
        this.printedForms = printedForms;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the page sends; {@code signedOn} only where a signed paper is recorded. */
    record ConsentForm(Set<ConsentPurpose> purposes, LocalDate signedOn) {
    }

    @GetMapping({"/cooperatives/{id}/consent", "/profile/consent"})
    String ask(@PathVariable(required = false) Long id, Model model) {
        model.addAttribute("form", new ConsentForm(Set.of(), null));
        return page(id, model);
    }

    @PostMapping({"/cooperatives/{id}/consent", "/profile/consent"})
    String record(@PathVariable(required = false) Long id, @ModelAttribute("form") ConsentForm form, BindingResult errors,
            Model model, RedirectAttributes after) {
        long borrower = address.borrower(id);
        Set<ConsentPurpose> ticked = form == null || form.purposes() == null ? Set.of() : form.purposes();
        if (!forms.done(errors, () -> recordConsent.record(borrower, ticked, form.signedOn()))) {
            return page(id, model);
        }
        after.addFlashAttribute("notice", texts.of("cooperatives.consent.recorded"));
        return "redirect:" + address.of(id);
    }

    @PostMapping({"/cooperatives/{id}/consent/withdrawal", "/profile/consent/withdrawal"})
    String withdraw(@PathVariable(required = false) Long id, RedirectAttributes after) {
        withdrawConsent.withdraw(address.borrower(id));
        after.addFlashAttribute("notice", texts.of("cooperatives.consent.withdrawn"));
        return "redirect:" + address.of(id);
    }

    /** The form to sign by hand, filled in as far as the file goes. */
    @GetMapping({"/cooperatives/{id}/consent.pdf", "/profile/consent.pdf"})
    ResponseEntity<byte[]> paper(@PathVariable(required = false) Long id) {
        BorrowerFile file = borrowers.file(address.borrower(id));
        byte[] pdf = printedForms.pdf("cooperatives/print/consent", Map.of("file", file, "purposes", ConsentPurpose.values(),
                "version", Consents.TEXT_VERSION, "statement", true,
                "signatures", List.of(Signature.signed("cooperatives.consent.print.signer",
                        Objects.requireNonNullElse(file.view().representativeName(), "")))));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"consent.pdf\"").body(pdf);
    }

    private String page(Long id, Model model) {
        long borrower = address.borrower(id);
        model.addAttribute("file", borrowers.file(borrower));
        model.addAttribute("history", consents.of(borrower));
        model.addAttribute("standing", consents.standing(borrower).orElse(null));
        model.addAttribute("purposes", ConsentPurpose.values());
        model.addAttribute("base", address.of(id));
        model.addAttribute("onPaper", id != null);
        return "cooperatives/consent";
    }
}

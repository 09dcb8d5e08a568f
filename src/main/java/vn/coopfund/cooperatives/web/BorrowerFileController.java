package vn.coopfund.cooperatives.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.AttachBorrowerPaper;
import vn.coopfund.cooperatives.BorrowerPaper;
import vn.coopfund.cooperatives.LinkRelated;
import vn.coopfund.cooperatives.UnlinkRelated;
import vn.coopfund.cooperatives.WithdrawBorrowerPaper;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** A borrower's file: what is known, what is missing, its papers, its consent, whom it is related to. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
class BorrowerFileController {

    private final FileAddress address;
    private final FilePage page;
    private final AttachBorrowerPaper attachBorrowerPaper;
    private final WithdrawBorrowerPaper withdrawBorrowerPaper;
    private final LinkRelated linkRelated;
    private final UnlinkRelated unlinkRelated;
    private final Forms forms;
    private final Texts texts;

    BorrowerFileController(FileAddress address, FilePage page, AttachBorrowerPaper attachBorrowerPaper,
            WithdrawBorrowerPaper withdrawBorrowerPaper, LinkRelated linkRelated, UnlinkRelated unlinkRelated, Forms forms,
            Texts texts) {
        this.address = address;
        this.page = page;
        this.attachBorrowerPaper = attachBorrowerPaper;
        this.withdrawBorrowerPaper = withdrawBorrowerPaper;
        this.linkRelated = linkRelated;
        this.unlinkRelated = unlinkRelated;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the form for a paper sends. */
    record PaperForm(BorrowerPaper kind, MultipartFile file) {
    }

    /** What the form for a related borrower sends. */
    record RelatedForm(Long relatedId, String reason) {
    }

    @GetMapping("/cooperatives/{id:\\d+}")
    @ReadsRegistry
    String show(@PathVariable long id, Model model) {
        return page.fill(id, address.of(id), model);
    }

    @GetMapping("/profile")
    @Allowed(Role.BORROWER)
    String own(Model model) {
        return page.fill(address.borrower(null), address.of(null), model);
    }

    @PostMapping({"/cooperatives/{id}/papers", "/profile/papers"})
    String attach(@PathVariable(required = false) Long id, @ModelAttribute("paper") PaperForm form, BindingResult errors,
            Model model, RedirectAttributes after) {
        long borrower = address.borrower(id);
        if (!forms.done(errors, () -> attach(borrower, form))) {
            return page.fill(borrower, address.of(id), model);
        }
        after.addFlashAttribute("notice", texts.of("cooperatives.papers.attached"));
        return "redirect:" + address.of(id) + "#papers";
    }

    private void attach(long borrower, PaperForm form) {
        new Refusal.Problems().addIf(form.kind() == null, "kind", "cooperatives.papers.refused.kind")
                .addIf(form.file() == null || form.file().getOriginalFilename() == null
                        || form.file().getOriginalFilename().isEmpty(), "file", "cooperatives.papers.refused.none").refuseIfAny();
        try (InputStream content = form.file().getInputStream()) {
            attachBorrowerPaper.attach(Subject.cooperative(borrower), form.kind(), form.file().getOriginalFilename(), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PostMapping({"/cooperatives/{id}/papers/{paper}/removal", "/profile/papers/{paper}/removal"})
    String withdraw(@PathVariable(required = false) Long id, @PathVariable long paper, RedirectAttributes after) {
        withdrawBorrowerPaper.withdraw(Subject.cooperative(address.borrower(id)), paper);
        after.addFlashAttribute("notice", texts.of("cooperatives.papers.withdrawn"));
        return "redirect:" + address.of(id) + "#papers";
    }

    @PostMapping("/cooperatives/{id}/related")
    @Allowed(Role.LOAN_OFFICER)
    String link(@PathVariable long id, @ModelAttribute("related") RelatedForm form, BindingResult errors, Model model,
            RedirectAttributes after) {
        boolean linked = forms.done(errors, () -> {
            if (form.relatedId() == null) {
                throw Refusal.invalid("relatedId", "cooperatives.related.refused.self");
            }
            linkRelated.link(id, form.relatedId(), form.reason());
        });
        if (!linked) {
            return page.fill(id, address.of(id), model);
        }
        after.addFlashAttribute("notice", texts.of("cooperatives.related.linked"));
        return "redirect:" + address.of(id) + "#related";
    }

    @PostMapping("/cooperatives/{id}/related/{other}/removal")
    @Allowed(Role.LOAN_OFFICER)
    String unlink(@PathVariable long id, @PathVariable long other, RedirectAttributes after) {
        unlinkRelated.unlink(id, other);
        after.addFlashAttribute("notice", texts.of("cooperatives.related.unlinked"));
        return "redirect:" + address.of(id) + "#related";
    }
}

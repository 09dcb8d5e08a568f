package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.Registrations;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.ShareCollateral;
import vn.coopfund.servicing.WaiveRegistration;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** What is done with the security of a loan: another item of the register for it, or its money before it is registered. */
@Controller
@RequestMapping("/loans/{id:\\d+}")
class LoanCollateralController {

    private final Loans loans;
    private final Items items;
    private final Covers covers;
    private final Registrations registrations;
    private final ShareCollateral shareCollateral;
    private final WaiveRegistration waiveRegistration;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    LoanCollateralController(Loans loans, Items items, Covers covers, Registrations registrations,
            ShareCollateral shareCollateral, WaiveRegistration waiveRegistration, Forms forms, Once once, Texts texts) {
        this.loans = loans;
        this.items = items;
        this.covers = covers;
        this.registrations = registrations;
        this.shareCollateral = shareCollateral;
        this.waiveRegistration = waiveRegistration;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** An item of the borrower that could secure this loan too: what it secures, and what is left of it, đồng. */
    public record Shareable(Item item, List<Covers.Secured> secured, Long left) {

        public String value() {
            return String.valueOf(item.id());
        }
    }

    @GetMapping("/collateral")
    @Allowed(Role.LOAN_OFFICER)
    String ask(@PathVariable long id, @ModelAttribute("form") ShareForm form, Model model) {
        return page(id, model);
    }

    @PostMapping("/collateral")
    @Allowed(Role.LOAN_OFFICER)
    String share(@PathVariable long id, @ModelAttribute("form") ShareForm form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes after) {
        if (!forms.done(errors, () -> once.form(request, Boolean.class, () -> {
            shareCollateral.share(Subject.loan(id), form.needItem(), form.getRank(), form.getMost());
            return true;
        }))) {
            return page(id, model);
        }
        after.addFlashAttribute("notice", texts.of("servicing.collateral.shared"));
        return "redirect:/loans/" + id;
    }

    private String page(long id, Model model) {
        LoanFile file = loans.file(id);
        model.addAttribute("loan", file);
        model.addAttribute("shareable", items.ofBorrower(file.loan().borrowerId()).stream().filter(Item::secures)
                .filter(item -> item.covers().stream().noneMatch(cover -> cover.loanId() == id))
                .map(item -> new Shareable(item, covers.of(item), covers.left(item))).toList());
        return "servicing/share-collateral";
    }

    @GetMapping("/registration-waiver")
    @Allowed(Role.DIRECTOR)
    String askWaiver(@PathVariable long id, @ModelAttribute("form") ShareForm form, Model model) {
        return waiverPage(id, model);
    }

    @PostMapping("/registration-waiver")
    @Allowed(Role.DIRECTOR)
    String waive(@PathVariable long id, @ModelAttribute("form") ShareForm form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes after) {
        if (!forms.done(errors, () -> once.form(request, Boolean.class, () -> {
            waiveRegistration.waive(Subject.loan(id), form.getReason());
            return true;
        }))) {
            return waiverPage(id, model);
        }
        after.addFlashAttribute("notice", texts.of("servicing.registration.waived"));
        return "redirect:/loans/" + id;
    }

    private String waiverPage(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("items", registrations.dueOn(id));
        return "servicing/waive-registration";
    }
}

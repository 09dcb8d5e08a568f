package vn.coopfund.origination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.origination.ApplicationView;
import vn.coopfund.origination.Applications;
import vn.coopfund.origination.OfferCollateral;
import vn.coopfund.origination.WithdrawCollateral;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The pages on which an application gains and loses items of collateral. */
@Controller
@RequestMapping("/applications/{id:\\d+}/collateral")
@Allowed({Role.BORROWER, Role.LOAN_OFFICER})
class OfferController {

    private final Applications applications;
    private final Items items;
    private final Covers covers;
    private final OfferCollateral offerCollateral;
    private final WithdrawCollateral withdrawCollateral;
    private final Borrowers borrowers;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    OfferController(Applications applications, Items items, Covers covers, OfferCollateral offerCollateral,
            WithdrawCollateral withdrawCollateral, Borrowers borrowers, Forms forms, Once once, Texts texts) {
        this.applications = applications;
        this.items = items;
        this.covers = covers;
        this.offerCollateral = offerCollateral;
        this.withdrawCollateral = withdrawCollateral;
        this.borrowers = borrowers;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** Which kind, or which of the items that are in the register; then the form of that kind. */
    @GetMapping("/new")
    String ask(@PathVariable long id, @RequestParam(required = false) CollateralKind kind,
            @RequestParam(required = false) Long again, Model model) {
        ApplicationView application = applications.byId(id);
        CollateralForm form = again == null ? new CollateralForm() : CollateralForm.of(items.get(again));
        if (kind != null) {
            form.setKind(kind);
        }
        model.addAttribute("form", form);
        return page(application, form, model);
    }

    @PostMapping
    String offer(@PathVariable long id, @ModelAttribute("form") CollateralForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        ApplicationView application = applications.byId(id);
        if (!forms.done(errors, () -> once.form(request, Long.class,
                () -> offerCollateral.offer(Subject.application(id), null, form.content()).id()))) {
            return page(application, form, model);
        }
        after.addFlashAttribute("notice", texts.of("origination.collateral.offered"));
        return back(application);
    }

    @PostMapping("/{item:\\d+}")
    String again(@PathVariable long id, @PathVariable long item, RedirectAttributes after) {
        return said(id, after, "origination.collateral.offered",
                () -> offerCollateral.offer(Subject.application(id), item, null));
    }

    @PostMapping("/{item:\\d+}/removal")
    String withdraw(@PathVariable long id, @PathVariable long item, RedirectAttributes after) {
        return said(id, after, "origination.collateral.withdrawn",
                () -> withdrawCollateral.withdraw(Subject.application(id), item));
    }

    private String said(long id, RedirectAttributes after, String notice, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("notice", texts.of(notice));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            after.addFlashAttribute("notice", String.join(" ", refusal.reasons().stream().map(texts::of).toList()));
        }
        return back(applications.byId(id));
    }

    private static String back(ApplicationView application) {
        return "redirect:/applications/" + application.id() + (application.isEditable() ? "/edit/3" : "");
    }

    private String page(ApplicationView application, CollateralForm form, Model model) {
        model.addAttribute("dossier", application);
        model.addAttribute("offerKind", form.getKind());
        model.addAttribute("kinds", CollateralKind.offered());
        List<Item> known = items.ofBorrower(application.borrowerId()).stream()
                .filter(item -> CollateralKind.offered().contains(item.kind())).toList();
        model.addAttribute("known", known);
        Map<Long, Long> left = new HashMap<>();
        known.forEach(item -> left.put(item.id(), covers.left(item)));
        model.addAttribute("left", left);
        if (form.getKind() == CollateralKind.GUARANTEE && Actors.current().isStaff()) {
            model.addAttribute("guarantors", borrowers.choices());
        }
        return "origination/offer-collateral";
    }
}

package vn.coopfund.cooperatives.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.BorrowerData;
import vn.coopfund.cooperatives.BorrowerFile;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.Communes;
import vn.coopfund.cooperatives.MemberKind;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.cooperatives.UpdateBorrower;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** Opens a file and writes it: one form that can be saved unfinished. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
class BorrowerFormController {

    private static final String COMMUNES = "communes";
    private static final String PROVINCE = "address.provinceCode";

    private final FileAddress address;
    private final Borrowers borrowers;
    private final Communes communes;
    private final RegisterBorrower registerBorrower;
    private final UpdateBorrower updateBorrower;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    BorrowerFormController(FileAddress address, Borrowers borrowers, Communes communes, RegisterBorrower registerBorrower,
            UpdateBorrower updateBorrower, Forms forms, Once once, Texts texts) {
        this.address = address;
        this.borrowers = borrowers;
        this.communes = communes;
        this.registerBorrower = registerBorrower;
        this.updateBorrower = updateBorrower;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/cooperatives/new")
    @Allowed(Role.LOAN_OFFICER)
    String begin(@RequestParam(required = false) BorrowerKind kind, Model model) {
        model.addAttribute("kinds", BorrowerKind.values());
        model.addAttribute("form", BorrowerData.EMPTY);
        return kind == null ? "cooperatives/new" : form(kind, null, "/cooperatives", model);
    }

    @PostMapping("/cooperatives")
    @Allowed(Role.LOAN_OFFICER)
    String register(@RequestParam BorrowerKind kind, @ModelAttribute("form") BorrowerData form, BindingResult errors,
            @RequestParam(required = false) String also, @RequestParam(name = PROVINCE, required = false) String province,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        Long[] id = new Long[1];
        if (COMMUNES.equals(also) || !forms.done(errors, () -> id[0] = once.form(request, Long.class,
                () -> registerBorrower.register(kind, form).id()))) {
            return form(kind, province, "/cooperatives", model);
        }
        after.addFlashAttribute("notice", texts.of("cooperatives.registered"));
        return "redirect:" + address.of(id[0]);
    }

    @GetMapping({"/cooperatives/{id}/edit", "/profile/edit"})
    String edit(@PathVariable(required = false) Long id, Model model) {
        BorrowerFile file = borrowers.file(address.borrower(id));
        model.addAttribute("form", file.data());
        model.addAttribute("version", file.version());
        return form(file.view().kind(), file.data().address().provinceCode(), address.of(id), model);
    }

    @PostMapping({"/cooperatives/{id}/edit", "/profile/edit"})
    String save(@PathVariable(required = false) Long id, @ModelAttribute("form") BorrowerData form, BindingResult errors,
            @RequestParam(required = false) String also, @RequestParam(name = PROVINCE, required = false) String province,
            @RequestParam Integer version, Model model, RedirectAttributes after) {
        long borrower = address.borrower(id);
        if (COMMUNES.equals(also) || !forms.done(errors, () -> updateBorrower.update(borrower, version, form))) {
            model.addAttribute("version", version);
            return form(borrowers.file(borrower).view().kind(), province, address.of(id), model);
        }
        after.addFlashAttribute("notice", texts.of("cooperatives.saved"));
        return "redirect:" + address.of(id);
    }

    /** The communes of a province, for the form when a province is chosen. */
    @GetMapping("/cooperatives/communes")
    @OpenToSignedIn
    String communes(@RequestParam(PROVINCE) String province, Model model) {
        model.addAttribute("form", BorrowerData.EMPTY);
        model.addAttribute("communes", choices(communes.of(province)));
        return "cooperatives/edit :: commune";
    }

    private String form(BorrowerKind kind, String chosen, String base, Model model) {
        String province = chosen == null || chosen.isEmpty() ? communes.ofTheFund() : chosen;
        boolean isNew = base.equals("/cooperatives");
        model.addAttribute("kind", kind);
        model.addAttribute("person", kind == BorrowerKind.PERSON);
        model.addAttribute("base", base);
        model.addAttribute("isNew", isNew);
        model.addAttribute("heading", isNew ? "cooperatives.new." + kind
                : base.equals("/profile") ? "cooperatives.edit.own" : "cooperatives.edit");
        model.addAttribute("province", province);
        model.addAttribute("provinces", choices(communes.provinces()));
        model.addAttribute("communes", choices(communes.of(province)));
        model.addAttribute("memberKinds", MemberKind.values());
        return "cooperatives/edit";
    }

    private static List<Choice> choices(List<Communes.Unit> units) {
        return units.stream().map(unit -> new Choice(unit.code(), unit.name())).toList();
    }
}

package vn.coopfund.servicing.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.PlanRestructure;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.RestructureLoan;
import vn.coopfund.servicing.RestructureTerms;
import vn.coopfund.web.Forms;

/** Principal is to fall due anew: the kind, rows proposed in equal parts that can be changed, before and after side by side. */
@Controller
@RequestMapping("/loans/{id}/restructuring")
@Allowed(Role.LOAN_OFFICER)
class RestructureController extends ActController<RestructureForm> {

    private final Loans loans;
    private final RestructureLoan restructureLoan;
    private final PlanRestructure planRestructure;
    private final Forms forms;

    RestructureController(Loans loans, RestructureLoan restructureLoan, ActPages pages, PlanRestructure planRestructure, Forms forms) {
        super(pages);
        this.loans = loans;
        this.restructureLoan = restructureLoan;
        this.planRestructure = planRestructure;
        this.forms = forms;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") RestructureForm form, BindingResult errors, Model model) {
        boolean noEnd = form.getKind() == RestructureTerms.Kind.EXTEND && form.getNewEnd() == null;
        if (!noEnd) {
            forms.done(errors, () -> form.fill(planRestructure.plan(id, form.getKind(), form.getNewEnd())));
        }
        return page(id, model);
    }

    /** A schedule has up to 600 rows. */
    @InitBinder("form")
    void rows(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(RepaymentTerms.MOST_ROWS);
    }

    @PostMapping(path = "/preview", params = "more")
    String more(@PathVariable long id, @ModelAttribute("form") RestructureForm form, BindingResult errors, Model model) {
        form.more();
        return page(id, model);
    }

    @Override
    Proposed propose(long id, RestructureForm form) {
        return restructureLoan.propose(Subject.loan(id), form.terms(), form.getWhy());
    }

    @Override
    String page(long id, Model model) {
        model.addAttribute("loan", loans.file(id));
        model.addAttribute("kinds", List.of(RestructureTerms.Kind.values()));
        return "servicing/restructuring";
    }
}

package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.TakeOnLoan;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Texts;

/** A live loan from old books: its form, what it would post, and then the proposal. */
@Controller
@RequestMapping("/loans/taken-on")
@Allowed(Role.ACCOUNTANT)
class TakeOnController {

    private final TakeOnLoan takeOnLoan;
    private final Borrowers borrowers;
    private final CapitalSources sources;
    private final PostingTemplates templates;
    private final ActPages pages;
    private final Texts texts;

    TakeOnController(TakeOnLoan takeOnLoan, Borrowers borrowers, CapitalSources sources, PostingTemplates templates,
            ActPages pages, Texts texts) {
        this.takeOnLoan = takeOnLoan;
        this.borrowers = borrowers;
        this.sources = sources;
        this.templates = templates;
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping
    String ask(@ModelAttribute("form") TakeOnForm form, Model model) {
        if (form.getAccount() == null) {
            form.setAccount(templates.account(KnownAccount.OTHER_CAPITAL));
        }
        return page(model);
    }

    /** A schedule has up to 600 rows. */
    @InitBinder("form")
    void rows(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(RepaymentTerms.MOST_ROWS);
    }

    @PostMapping(path = "/preview", params = "more")
    String more(@ModelAttribute("form") TakeOnForm form, BindingResult errors, Model model) {
        form.more();
        return page(model);
    }

    @PostMapping("/preview")
    String preview(@ModelAttribute("form") TakeOnForm form, BindingResult errors, HttpServletRequest request, Model model) {
        return pages.preview(errors, request, model, () -> propose(form)) ? "servicing/act-preview" : page(model);
    }

    @PostMapping
    String propose(@ModelAttribute("form") TakeOnForm form, BindingResult errors, HttpServletRequest request, Model model,
            RedirectAttributes next) {
        String there = pages.propose(errors, request, next, () -> propose(form));
        return there == null ? page(model) : there;
    }

    private Proposed propose(TakeOnForm form) {
        return takeOnLoan.propose(form.terms(), form.getWhy());
    }

    private String page(Model model) {
        Locale reader = LocaleContextHolder.getLocale();
        model.addAttribute("borrowers", borrowers.choices());
        model.addAttribute("sources", sources.all().stream().map(one -> new Choice(String.valueOf(one.id()),
                one.account() + " · " + one.name(reader))).toList());
        model.addAttribute("dayCounts", choices("products.day-count.", DayCount.values()));
        model.addAttribute("overdueScopes", choices("products.overdue-scope.", OverdueScope.values()));
        return "servicing/taken-on";
    }

    private List<Choice> choices(String key, Enum<?>... all) {
        return Stream.of(all).map(one -> new Choice(one.name(), texts.of(key + one.name()))).toList();
    }
}

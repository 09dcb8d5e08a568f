package vn.coopfund.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.ChangeTemplate;
import vn.coopfund.ledger.PostingTemplate;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.ledger.TemplateChange;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The posting templates as a table, and the form that proposes other accounts for one. */
@Controller
@RequestMapping("/books")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class TemplateController {

    private static final List<String> COLUMNS = List.of("template", "validFrom", "part", "side", "account", "choices");

    private final PostingTemplates templates;
    private final ChangeTemplate changeTemplate;
    private final Accounts accounts;
    private final BusinessDay businessDay;
    private final Headings headings;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    TemplateController(PostingTemplates templates, ChangeTemplate changeTemplate, Accounts accounts,
            BusinessDay businessDay, Headings headings, Forms forms, Once once, Texts texts) {
        this.templates = templates;
        this.changeTemplate = changeTemplate;
        this.accounts = accounts;
        this.businessDay = businessDay;
        this.headings = headings;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** What the page asks for. */
    static class TemplateForm {
        private LocalDate validFrom;
        private Map<String, String> accounts = new TreeMap<>();
        private String why;

        public LocalDate getValidFrom() {
            return validFrom;
        }

        public void setValidFrom(LocalDate validFrom) {
            this.validFrom = validFrom;
        }

        public Map<String, String> getAccounts() {
            return accounts;
        }

        public void setAccounts(Map<String, String> accounts) {
            this.accounts = accounts;
        }

        public String getWhy() {
            return why;
        }

        public void setWhy(String why) {
            this.why = why;
        }
    }

    @GetMapping("/templates")
    String list(Model model) {
        model.addAttribute("templates", templates.all());
        model.addAttribute("accounts", accounts.byCode());
        model.addAttribute("mayChange", Actors.current().is(Role.ACCOUNTANT));
        return "ledger/templates";
    }

    @GetMapping("/templates.{file:csv|xlsx}")
    void list(@PathVariable String file, Locale locale, HttpServletResponse response) {
        Export.of(file).download(response, "templates", headings.of(COLUMNS, locale), rows -> templates.all().forEach(
                template -> template.parts().forEach(part -> rows.add(template.key(), template.validFrom(), part.name(),
                        part.side(), part.account(), String.join(" ", new TreeSet<>(part.choices()))))));
    }

    @GetMapping("/templates/{key:[a-z.-]+}")
    @Allowed(Role.ACCOUNTANT)
    String change(@PathVariable String key, @ModelAttribute("form") TemplateForm form, Locale locale, Model model) {
        PostingTemplate latest = latest(key);
        form.setValidFrom(businessDay.today().plusDays(1));
        latest.parts().stream().filter(part -> part.account() != null)
                .forEach(part -> form.getAccounts().put(part.name(), part.account()));
        return page(latest, locale, model);
    }

    @PostMapping("/templates/{key:[a-z.-]+}")
    @Allowed(Role.ACCOUNTANT)
    String propose(@PathVariable String key, @ModelAttribute("form") TemplateForm form, BindingResult errors,
            HttpServletRequest request, Locale locale, Model model, RedirectAttributes next) {
        Long[] id = new Long[1];
        if (!forms.done(errors, () -> id[0] = once.form(request, Long.class, () -> changeTemplate.propose(
                new TemplateChange(key, form.getValidFrom(), form.getAccounts()), form.getWhy()).id()))) {
            return page(latest(key), locale, model);
        }
        next.addFlashAttribute("notice", texts.of("ledger.proposals.proposed"));
        return "redirect:/books/proposals/" + id[0];
    }

    private PostingTemplate latest(String key) {
        return templates.all().stream().filter(template -> template.key().equals(key)).reduce((first, later) -> later)
                .orElseThrow(Refusal::notFound);
    }

    private String page(PostingTemplate latest, Locale locale, Model model) {
        List<Choice> leaves = accounts.all().stream().filter(Account::leaf)
                .map(account -> new Choice(account.code(), account.code() + " – " + account.name(locale))).toList();
        model.addAttribute("template", latest);
        model.addAttribute("accounts", leaves);
        return "ledger/template";
    }
}

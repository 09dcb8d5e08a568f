package vn.coopfund.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.Attachments;
import vn.coopfund.funding.AttachContributionPaper;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.Contribution;
import vn.coopfund.funding.Contributions;
import vn.coopfund.funding.DeclineContribution;
import vn.coopfund.funding.FundingPostings;
import vn.coopfund.funding.ProposeContribution;
import vn.coopfund.funding.ReverseContribution;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.BankChoices;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Capital paid in: proposed by one person, confirmed or declined by another. */
@Controller
@RequestMapping("/funding/contributions")
class ContributionController {

    private final Contributions contributions;
    private final CapitalSources sources;
    private final ProposeContribution proposeContribution;
    private final ConfirmContribution confirmContribution;
    private final DeclineContribution declineContribution;
    private final ReverseContribution reverseContribution;
    private final MoneyOrders orders;
    private final FundingPostings postings;
    private final AttachContributionPaper attachContributionPaper;
    private final Attachments attachments;
    private final Vouchers vouchers;
    private final BankAccounts banks;
    private final Accounts accounts;
    private final Duties duties;
    private final People people;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ContributionController(Contributions contributions, CapitalSources sources, ProposeContribution proposeContribution,
            ConfirmContribution confirmContribution, DeclineContribution declineContribution,
            ReverseContribution reverseContribution, MoneyOrders orders, FundingPostings postings, AttachContributionPaper attachContributionPaper, Attachments attachments,
            Vouchers vouchers, BankAccounts banks, Accounts accounts, Duties duties, People people, BusinessDay businessDay, Forms forms,
            Once once, Texts texts) {
        this.contributions = contributions;
        this.sources = sources;
        this.proposeContribution = proposeContribution;
        this.confirmContribution = confirmContribution;
        this.declineContribution = declineContribution;
        this.reverseContribution = reverseContribution;
        this.orders = orders;
        this.postings = postings;
        this.attachContributionPaper = attachContributionPaper;
        this.attachments = attachments;
        this.vouchers = vouchers;
        this.banks = banks;
        this.accounts = accounts;
        this.duties = duties;
        this.people = people;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/new")
    @Allowed(Role.ACCOUNTANT)
    String begin(@ModelAttribute("form") ContributionForm form, Locale locale, Model model) {
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        return proposal(locale, model);
    }

    @PostMapping
    @Allowed(Role.ACCOUNTANT)
    String propose(@ModelAttribute("form") ContributionForm form, BindingResult binding, HttpServletRequest request,
            Locale locale, Model model, RedirectAttributes redirect) {
        Long[] id = new Long[1];
        boolean done = forms.done(binding, () -> id[0] = once.form(request, Long.class,
                () -> proposeContribution.propose(form.toContribution()).id()));
        if (!done) {
            return proposal(locale, model);
        }
        redirect.addFlashAttribute("notice", texts.of("funding.contribution.proposed"));
        return "redirect:/funding/contributions/" + id[0];
    }

    private String proposal(Locale locale, Model model) {
        model.addAttribute("banks", BankChoices.of(banks));
        model.addAttribute("sources", sources.all().stream()
                .map(source -> new Choice(source.code(), source.name(locale) + " (" + source.account() + ")")).toList());
        return "funding/propose-contribution";
    }

    @GetMapping("/{id:\\d+}")
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
    String show(@PathVariable long id, @ModelAttribute("form") DeclineForm form, Model model) {
        return file(contributions.get(id), model);
    }

    private String file(Contribution contribution, Model model) {
        Actor actor = Actors.current();
        boolean waiting = contribution.state() == Contribution.State.PENDING;
        model.addAttribute("contribution", contribution);
        model.addAttribute("proposedBy", name(contribution.proposedBy()));
        model.addAttribute("settledBy", name(contribution.settledBy()));
        model.addAttribute("lines", postings.contribution(contribution, actor).lines());
        model.addAttribute("accounts", accounts.byCode());
        model.addAttribute("papers", attachments.of(contribution.subject()));
        model.addAttribute("vouchers", contribution.entryId() == null ? List.of() : vouchers.ofEntry(contribution.entryId()));
        var reversal = orders.concerning("REVERSE_CONTRIBUTION", "contribution", contribution.id()).orElse(null);
        model.addAttribute("reversal", reversal);
        model.addAttribute("mayReverse", contribution.state() == Contribution.State.CONFIRMED && reversal == null
                && actor.is(Role.ACCOUNTANT));
        if (model.getAttribute("form") instanceof DeclineForm form && form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        model.addAttribute("mayAttach", actor.is(Role.ACCOUNTANT) && (waiting || contribution.state() == Contribution.State.CONFIRMED));
        model.addAttribute("maySettle", waiting && actor.is(Role.CHIEF_ACCOUNTANT)
                && duties.conflicts(actor, contribution.subject(), Duty.CONFIRM_CONTRIBUTION).isEmpty());
        return "funding/contribution";
    }

    @PostMapping("/{id:\\d+}/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String confirm(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
        once.form(request, Long.class, () -> confirmContribution.confirm(id).id());
        redirect.addFlashAttribute("notice", texts.of("funding.contribution.confirmed"));
        return "redirect:/funding/contributions/" + id;
    }

    @PostMapping("/{id:\\d+}/decline")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String decline(@PathVariable long id, @ModelAttribute("form") DeclineForm form, BindingResult binding, Model model,
            RedirectAttributes redirect) {
        if (!forms.done(binding, () -> declineContribution.decline(id, form.getReason()))) {
            return file(contributions.get(id), model);
        }
        redirect.addFlashAttribute("notice", texts.of("funding.contribution.declined"));
        return "redirect:/funding/contributions/" + id;
    }

    @PostMapping("/{id:\\d+}/reversal")
    @Allowed(Role.ACCOUNTANT)
    String reverse(@PathVariable long id, @ModelAttribute("form") DeclineForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes redirect) {
        Long[] order = new Long[1];
        if (!forms.done(binding, field -> field.equals("text") ? "reason" : field, () -> order[0] = once.form(request,
                Long.class, () -> reverseContribution.order(id, form.getValueDate(), form.getReason()).id()))) {
            return file(contributions.get(id), model);
        }
        redirect.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + order[0];
    }

    @PostMapping("/{id:\\d+}/papers")
    @Allowed(Role.ACCOUNTANT)
    String attach(@PathVariable long id, @ModelAttribute("paper") PaperForm paper, BindingResult binding, Model model,
            RedirectAttributes redirect) {
        if (!forms.done(binding, () -> attach(id, paper.file()))) {
            model.addAttribute("form", new DeclineForm());
            model.addAttribute("fileWrong", binding.getAllErrors().get(0).getDefaultMessage());
            return file(contributions.get(id), model);
        }
        redirect.addFlashAttribute("notice", texts.of("vouchers.order.attached"));
        return "redirect:/funding/contributions/" + id;
    }

    private void attach(long id, MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "vouchers.refused.no-file");
        }
        try (InputStream content = file.getInputStream()) {
            attachContributionPaper.attach(Subject.contribution(id), file.getOriginalFilename(), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The paper behind a contribution. */
    record PaperForm(MultipartFile file) {
    }

    private String name(Long person) {
        return person == null ? null : people.nameOf(person);
    }

    /** Why it is declined, or taken back and as of which day. */
    public static class DeclineForm {

        private String reason;
        private LocalDate valueDate;

        public LocalDate getValueDate() {
            return valueDate;
        }

        public void setValueDate(LocalDate valueDate) {
            this.valueDate = valueDate;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }
}

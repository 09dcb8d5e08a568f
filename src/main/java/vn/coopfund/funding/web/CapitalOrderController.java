package vn.coopfund.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.CapitalSource;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.Capitalisation;
import vn.coopfund.funding.CapitaliseAccumulation;
import vn.coopfund.funding.EndCapitalSource;
import vn.coopfund.funding.FundingPostings;
import vn.coopfund.funding.OpenCapitalSource;
import vn.coopfund.funding.WithdrawCapital;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.BankChoices;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** What the accountant orders about capital; the order's own page says how it goes on. */
@Controller
@RequestMapping("/funding")
@Allowed(Role.ACCOUNTANT)
class CapitalOrderController {

    /** The acts' names of what stands on these forms under the words of capital. */
    private static final UnaryOperator<String> ON_FORM = field -> switch (field) {
        case "text" -> "decision";
        case "partyAccount" -> "account";
        default -> field;
    };

    private final WithdrawCapital withdrawCapital;
    private final CapitaliseAccumulation capitaliseAccumulation;
    private final OpenCapitalSource openCapitalSource;
    private final EndCapitalSource endCapitalSource;
    private final CapitalSources sources;
    private final Capital capital;
    private final Capitalisation capitalisation;
    private final FundingPostings postings;
    private final BankAccounts banks;
    private final Accounts accounts;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    CapitalOrderController(WithdrawCapital withdrawCapital, CapitaliseAccumulation capitaliseAccumulation,
            OpenCapitalSource openCapitalSource, EndCapitalSource endCapitalSource, CapitalSources sources,
            Capital capital, Capitalisation capitalisation, FundingPostings postings, BankAccounts banks, Accounts accounts, BusinessDay businessDay, Forms forms,
            Once once, Texts texts) {
        this.withdrawCapital = withdrawCapital;
        this.capitaliseAccumulation = capitaliseAccumulation;
        this.openCapitalSource = openCapitalSource;
        this.endCapitalSource = endCapitalSource;
        this.sources = sources;
        this.capital = capital;
        this.capitalisation = capitalisation;
        this.postings = postings;
        this.banks = banks;
        this.accounts = accounts;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/withdrawals/new")
    String withdrawal(@ModelAttribute("form") CapitalOrderForm form, Locale locale, Model model) {
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        var standing = capital.bySource(businessDay.today());
        model.addAttribute("banks", BankChoices.of(banks));
        model.addAttribute("sources", sources.all().stream().filter(source -> standing.getOrDefault(source.id(), 0L) > 0)
                .map(source -> standing(source.code(), source.name(locale), standing.get(source.id()))).toList());
        return "funding/withdraw-capital";
    }

    @PostMapping("/withdrawals")
    String withdraw(@ModelAttribute("form") CapitalOrderForm form, BindingResult binding, HttpServletRequest request,
            Locale locale, Model model, RedirectAttributes after) {
        String there = order(binding, request, after, () -> withdrawCapital.order(form.toWithdrawal()).id());
        return there == null ? withdrawal(form, locale, model) : there;
    }

    @GetMapping("/capitalisations/new")
    String capitalisation(@ModelAttribute("form") CapitalOrderForm form, Locale locale, Model model) {
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        var chart = accounts.byCode();
        var named = sources.all().stream().collect(java.util.stream.Collectors.toMap(CapitalSource::code, one -> one));
        model.addAttribute("accumulated", capitalisation.standing(businessDay.today()).entrySet().stream()
                .map(one -> standing(one.getKey(), named.containsKey(one.getKey()) ? named.get(one.getKey()).name(locale)
                        : one.getKey() + " – " + chart.get(one.getKey()).name(locale), one.getValue())).toList());
        model.addAttribute("targets", sources.all().stream()
                .filter(source -> source.countsAsCharterCapital() && postings.isOther(source.account()))
                .map(source -> new Choice(source.code(), source.name(locale))).toList());
        return "funding/capitalise-accumulation";
    }

    @PostMapping("/capitalisations")
    String capitalise(@ModelAttribute("form") CapitalOrderForm form, BindingResult binding, HttpServletRequest request,
            Locale locale, Model model, RedirectAttributes after) {
        String there = order(binding, request, after, () -> capitaliseAccumulation.order(form.toCapitalisation()).id());
        return there == null ? capitalisation(form, locale, model) : there;
    }

    @GetMapping("/sources/new")
    String source(@ModelAttribute("form") SourceForm form, Model model) {
        if (form.getFrom() == null) {
            form.setFrom(businessDay.today());
        }
        model.addAttribute("accounts", postings.accounts());
        return "funding/open-capital-source";
    }

    @PostMapping("/sources")
    String open(@ModelAttribute("form") SourceForm form, BindingResult binding, HttpServletRequest request, Model model,
            RedirectAttributes after) {
        String there = order(binding, request, after, () -> openCapitalSource.order(form.toOpening()).id());
        return there == null ? source(form, model) : there;
    }

    @GetMapping("/sources/ending")
    String ending(@ModelAttribute("form") SourceForm form, Locale locale, Model model) {
        if (form.getTo() == null) {
            form.setTo(businessDay.today());
        }
        model.addAttribute("sources", sources.dated().stream().filter(one -> one.to() == null)
                .map(one -> new Choice(one.source().code(), one.source().name(locale))).toList());
        return "funding/end-capital-source";
    }

    @PostMapping("/sources/ending")
    String end(@ModelAttribute("form") SourceForm form, BindingResult binding, HttpServletRequest request, Locale locale,
            Model model, RedirectAttributes after) {
        String there = order(binding, request, after, () -> endCapitalSource.order(form.toEnding()).id());
        return there == null ? ending(form, locale, model) : there;
    }

    private String order(BindingResult binding, HttpServletRequest request, RedirectAttributes after, LongSupplier act) {
        Long[] id = new Long[1];
        if (!forms.done(binding, ON_FORM, () -> id[0] = once.form(request, Long.class, act::getAsLong))) {
            return null;
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + id[0];
    }

    private Choice standing(String value, String name, long amount) {
        return new Choice(value, texts.of("funding.standing", name, vn.coopfund.money.Dong.of(amount)));
    }
}

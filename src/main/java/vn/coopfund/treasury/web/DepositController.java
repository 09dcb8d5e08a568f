package vn.coopfund.treasury.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
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
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.treasury.Deposit;
import vn.coopfund.treasury.DepositEvent;
import vn.coopfund.treasury.Deposits;
import vn.coopfund.treasury.OpenDeposit;
import vn.coopfund.treasury.TurnDeposit;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.BankChoices;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** Idle money on term at banks. */
@Controller
@RequestMapping("/deposits")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
class DepositController {

    private static final List<String> HEADS = List.of("treasury.deposit.bank", "treasury.deposit.number",
            "treasury.deposit.opened", "treasury.deposit.matures", "treasury.deposit.rate", "treasury.deposit.interest",
            "treasury.deposit.principal");
    private static final UnaryOperator<String> ON_FORM = field -> "text".equals(field) ? "decision" : field;

    private final Deposits deposits;
    private final OpenDeposit openDeposit;
    private final TurnDeposit turnDeposit;
    private final Balances balances;
    private final BankAccounts banks;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    DepositController(Deposits deposits, OpenDeposit openDeposit, TurnDeposit turnDeposit, Balances balances, BankAccounts banks,
            BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.deposits = deposits;
        this.openDeposit = openDeposit;
        this.turnDeposit = turnDeposit;
        this.balances = balances;
        this.banks = banks;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) boolean all, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "matures", Deposits.COLUMNS);
        model.addAttribute("deposits", deposits.list(all, order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("standing", deposits.standing());
        model.addAttribute("today", businessDay.today());
        model.addAttribute("inBooks", balances.of(KnownAccount.TERM_DEPOSITS, businessDay.today()));
        model.addAttribute("mayOpen", Actors.current().is(Role.ACCOUNTANT));
        return "treasury/deposits";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) boolean all,
            @RequestParam(required = false) String sort, HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "matures", Deposits.COLUMNS);
        Export.of(file).download(response, "tien-gui-co-ky-han", HEADS.stream().map(texts::of).toList(),
                rows -> PageOf.each(wish -> deposits.list(all, order, wish), one -> rows.add(one.bank(), one.number(),
                        one.openedOn(), one.maturesOn(), one.rate(), one.interest(), one.principal())));
    }

    @GetMapping("/new")
    @Allowed(Role.ACCOUNTANT)
    String begin(@ModelAttribute("form") DepositForm form, Model model) {
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        model.addAttribute("banks", BankChoices.of(banks));
        return "treasury/open-deposit";
    }

    @PostMapping
    @Allowed(Role.ACCOUNTANT)
    String open(@ModelAttribute("form") DepositForm form, BindingResult binding, HttpServletRequest request,
            Model model, RedirectAttributes after) {
        String there = order(binding, request, after, () -> openDeposit.order(form.toOpening()).id());
        return there == null ? begin(form, model) : there;
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Deposit deposit = deposits.get(id);
        model.addAttribute("deposit", deposit);
        model.addAttribute("today", businessDay.today());
        model.addAttribute("earned", deposit.earned(businessDay.today()));
        model.addAttribute("events", deposits.events(id));
        model.addAttribute("mayTurn", deposit.open() && Actors.current().is(Role.ACCOUNTANT));
        return "treasury/deposit";
    }

    @GetMapping("/{id:\\d+}/turn")
    @Allowed(Role.ACCOUNTANT)
    String ask(@PathVariable long id, @ModelAttribute("form") DepositForm form, Model model) {
        Deposit deposit = deposits.get(id);
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
            form.setInterest(deposit.earned(businessDay.today()));
        }
        return turning(id, model);
    }

    @PostMapping("/{id:\\d+}/turn")
    @Allowed(Role.ACCOUNTANT)
    String turn(@PathVariable long id, @ModelAttribute("form") DepositForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        String there = order(binding, request, after, () -> turnDeposit.order(id, form.toTurn()).id());
        return there == null ? turning(id, model) : there;
    }

    private String turning(long id, Model model) {
        model.addAttribute("deposit", deposits.get(id));
        model.addAttribute("banks", BankChoices.of(banks));
        model.addAttribute("kinds", Arrays.stream(DepositEvent.Kind.values())
                .filter(kind -> kind != DepositEvent.Kind.OPENED && kind != DepositEvent.Kind.TAKEN_BACK).toList());
        return "treasury/turn-deposit";
    }

    private String order(BindingResult binding, HttpServletRequest request, RedirectAttributes after, LongSupplier act) {
        Long[] id = new Long[1];
        if (!forms.done(binding, ON_FORM, () -> id[0] = once.form(request, Long.class, act::getAsLong))) {
            return null;
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + id[0];
    }
}

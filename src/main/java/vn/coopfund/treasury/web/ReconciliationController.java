package vn.coopfund.treasury.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
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
import vn.coopfund.treasury.BankBalance;
import vn.coopfund.treasury.OpenItem;
import vn.coopfund.treasury.PrepareReconciliation;
import vn.coopfund.treasury.Reconciliation;
import vn.coopfund.treasury.Reconciliations;
import vn.coopfund.treasury.SignReconciliation;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Books and bank beside each other at the end of a day, and two signatures under it. */
@Controller
@RequestMapping("/bank/reconciliation")
@OpenToReadersOfBank
class ReconciliationController {

    private static final int SHOWN_EARLIER = 12;
    private static final int SHOWN_ITEMS = 200;
    private static final List<String> HEADS = List.of("treasury.reconciliation.side", "treasury.line.day", "treasury.line.content",
            "treasury.line.reference", "treasury.line.amount", "treasury.reconciliation.item.open");

    private final BankAccounts accounts;
    private final BankBalance balance;
    private final Reconciliations reconciliations;
    private final PrepareReconciliation prepareReconciliation;
    private final SignReconciliation signReconciliation;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ReconciliationController(BankAccounts accounts, BankBalance balance, Reconciliations reconciliations,
            PrepareReconciliation prepareReconciliation, SignReconciliation signReconciliation, BusinessDay businessDay,
            Forms forms, Once once, Texts texts) {
        this.accounts = accounts;
        this.balance = balance;
        this.reconciliations = reconciliations;
        this.prepareReconciliation = prepareReconciliation;
        this.signReconciliation = signReconciliation;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String show(@RequestParam(required = false) LocalDate on, @RequestParam(required = false) Long account,
            @ModelAttribute("form") NoteForm form, Model model) {
        return page(of(account), on == null ? businessDay.today() : on, model);
    }

    private BankAccount of(Long account) {
        return accounts.find(account).orElseThrow(Refusal::notFound);
    }

    private String page(BankAccount account, LocalDate on, Model model) {
        BankBalance.At at = balance.of(account, on).orElse(null);
        Reconciliation known = reconciliations.on(account, on).orElse(null);
        boolean holds = known != null && at != null && known.figures().equals(at.figures());
        model.addAttribute("account", account);
        model.addAttribute("banks", accounts.all());
        model.addAttribute("on", on);
        model.addAttribute("at", at);
        List<OpenItem> items = at == null ? List.of() : balance.open(account, at.from(), on, SHOWN_ITEMS + 1);
        model.addAttribute("items", items.subList(0, Math.min(items.size(), SHOWN_ITEMS)));
        model.addAttribute("more", items.size() > SHOWN_ITEMS);
        model.addAttribute("known", known);
        model.addAttribute("holds", holds);
        model.addAttribute("mayPrepare", Actors.current().is(Role.ACCOUNTANT) && at != null
                && (known == null || known.isPrepared() && !holds));
        model.addAttribute("maySign", Actors.current().is(Role.CHIEF_ACCOUNTANT) && known != null && known.isPrepared() && holds
                && known.preparedBy() != Actors.current().id());
        model.addAttribute("earlier", reconciliations.latest(account, SHOWN_EARLIER));
        return "treasury/reconciliation";
    }

    @PostMapping
    @Allowed(Role.ACCOUNTANT)
    String prepare(@RequestParam LocalDate on, @RequestParam(required = false) Long account, @ModelAttribute("form") NoteForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> once.form(request, Long.class,
                () -> prepareReconciliation.prepare(of(account).id(), on, form.getNote())))) {
            return page(of(account), on, model);
        }
        next.addFlashAttribute("notice", texts.of("treasury.reconciliation.prepared"));
        return "redirect:/bank/reconciliation?on=" + on + (account == null ? "" : "&account=" + account);
    }

    @PostMapping("/{id:\\d+}/signature")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String sign(@PathVariable long id, HttpServletRequest request, RedirectAttributes next) {
        Reconciliation signed = once.form(request, Reconciliation.class, () -> signReconciliation.sign(id));
        next.addFlashAttribute("notice", texts.of("treasury.reconciliation.signed"));
        return "redirect:/bank/reconciliation?on=" + signed.day() + "&account=" + signed.bankAccountId();
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam LocalDate on, @RequestParam(name = "account", required = false) Long id,
            HttpServletResponse response) {
        BankAccount account = of(id);
        BankBalance.At at = balance.of(account, on).orElse(null);
        Export.of(file).download(response, "doi-chieu-ngan-hang-" + on, HEADS.stream().map(texts::of).toList(), rows -> {
            if (at == null) {
                return;
            }
            Reconciliation.Figures sums = at.figures();
            sum(rows, on, texts.of("treasury.reconciliation.by-books", account.ledgerAccount()), sums.byBooks());
            sum(rows, on, texts.of("treasury.reconciliation.by-statement", at.through()), sums.byStatement());
            sum(rows, on, texts.of("treasury.reconciliation.difference"), sums.difference());
            sum(rows, on, texts.of("treasury.reconciliation.opening", at.from()), sums.openingDifference());
            sum(rows, on, texts.of("treasury.reconciliation.entries"), sums.entriesOpen());
            sum(rows, on, texts.of("treasury.reconciliation.lines"), sums.linesOpen());
            sum(rows, on, texts.of("treasury.reconciliation.unexplained"), sums.unexplained());
            balance.open(account, at.from(), on).forEach(item -> rows.add(side(item), item.day(), item.text(),
                    item.reference(), item.amount(), item.open()));
        });
    }

    private static void sum(Export.Rows rows, LocalDate on, String words, long amount) {
        rows.add(null, on, words, null, null, amount);
    }

    private String side(OpenItem item) {
        return texts.of(item.line() ? "treasury.reconciliation.side.line" : "treasury.reconciliation.side.entry");
    }

    /** What explains a difference. */
    public static class NoteForm {

        private String note;

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }
    }
}

package vn.coopfund.vouchers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.OpenBankAccount;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** The fund's accounts at banks with what the books say of each, and the form for another. */
@Controller
@RequestMapping("/vouchers/bank-accounts")
@ReadsVouchers
class BankAccountController {

    private final BankAccounts banks;
    private final Balances balances;
    private final OpenBankAccount openBankAccount;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    BankAccountController(BankAccounts banks, Balances balances, OpenBankAccount openBankAccount, BusinessDay businessDay,
            Forms forms, Once once, Texts texts) {
        this.banks = banks;
        this.balances = balances;
        this.openBankAccount = openBankAccount;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        Map<Long, Long> standing = new LinkedHashMap<>();
        banks.all().forEach(bank -> standing.put(bank.id(), balances.ofItself(bank.ledgerAccount(), businessDay.today())));
        model.addAttribute("banks", banks.all());
        model.addAttribute("balances", standing);
        model.addAttribute("total", standing.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("mayOpen", Actors.current().is(Role.ACCOUNTANT));
        return "vouchers/bank-accounts";
    }

    @GetMapping("/new")
    @Allowed(Role.ACCOUNTANT)
    String begin(@ModelAttribute("form") BankForm form) {
        if (form.getFrom() == null) {
            form.setFrom(businessDay.today());
        }
        return "vouchers/open-bank-account";
    }

    @PostMapping
    @Allowed(Role.ACCOUNTANT)
    String open(@ModelAttribute("form") BankForm form, BindingResult binding, HttpServletRequest request,
            RedirectAttributes after) {
        Long[] id = new Long[1];
        if (!forms.done(binding, () -> id[0] = once.form(request, Long.class, () -> openBankAccount.order(form.toWish()).id()))) {
            return begin(form);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + id[0];
    }

    /** What the accountant fills in. */
    static class BankForm {

        private String bankName;
        private String bankBin;
        private String number;
        private LocalDate from;
        private String text;

        OpenBankAccount.Wish toWish() {
            return new OpenBankAccount.Wish(bankName, bankBin, number, from, text);
        }

        public String getBankName() {
            return bankName;
        }

        public void setBankName(String bankName) {
            this.bankName = bankName;
        }

        public String getBankBin() {
            return bankBin;
        }

        public void setBankBin(String bankBin) {
            this.bankBin = bankBin;
        }

        public String getNumber() {
            return number;
        }

        public void setNumber(String number) {
            this.number = number;
        }

        public LocalDate getFrom() {
            return from;
        }

        public void setFrom(LocalDate from) {
            this.from = from;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }
}

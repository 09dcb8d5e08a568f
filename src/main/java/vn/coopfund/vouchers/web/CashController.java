package vn.coopfund.vouchers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.vouchers.CashBook;
import vn.coopfund.vouchers.CashCount;
import vn.coopfund.vouchers.CashCounts;
import vn.coopfund.vouchers.CountCash;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderCashDifference;
import vn.coopfund.vouchers.SignCashCount;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The cash book, and the cash counted against it day by day. */
@Controller
@ReadsVouchers
class CashController {

    private static final List<String> HEADS = List.of("vouchers.column.day", "vouchers.column.number", "vouchers.column.text",
            "vouchers.cash.in", "vouchers.cash.out", "vouchers.cash.balance");

    private final CashBook book;
    private final CashCounts counts;
    private final CountCash countCash;
    private final SignCashCount signCashCount;
    private final OrderCashDifference orderCashDifference;
    private final MoneyOrders orders;
    private final Balances balances;
    private final BusinessDay businessDay;
    private final People people;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    CashController(CashBook book, CashCounts counts, CountCash countCash, SignCashCount signCashCount,
            OrderCashDifference orderCashDifference, MoneyOrders orders, Balances balances, BusinessDay businessDay,
            People people, Forms forms, Once once, Texts texts) {
        this.book = book;
        this.counts = counts;
        this.countCash = countCash;
        this.signCashCount = signCashCount;
        this.orderCashDifference = orderCashDifference;
        this.orders = orders;
        this.balances = balances;
        this.businessDay = businessDay;
        this.people = people;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** Without days this month is shown, and the address says so. */
    @GetMapping("/vouchers/cash-book")
    String book(@RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        LocalDate today = businessDay.today();
        if (from == null) {
            return "redirect:/vouchers/cash-book?from=" + today.withDayOfMonth(1) + (to == null ? "" : "&to=" + to);
        }
        LocalDate until = to == null ? today : to;
        model.addAttribute("sum", book.sum(from, until));
        model.addAttribute("lines", book.lines(from, until, PageOf.Wish.ofPage(page, size)));
        return "vouchers/cash-book";
    }

    @GetMapping("/vouchers/cash-book.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, HttpServletResponse response) {
        LocalDate today = businessDay.today();
        LocalDate since = from == null ? today.withDayOfMonth(1) : from;
        LocalDate until = to == null ? today : to;
        CashBook.Sum sum = book.sum(since, until);
        Export.of(file).download(response, "so-quy", HEADS.stream().map(texts::of).toList(), rows -> {
            rows.add(since, null, texts.of("vouchers.cash.opening"), null, null, sum.opening());
            PageOf.each(wish -> book.lines(since, until, wish), line -> rows.add(line.day(), line.voucher(), line.text(),
                    line.in(), line.out(), line.balance()));
            rows.add(until, null, texts.of("web.total"), sum.in(), sum.out(), sum.closing());
        });
    }

    @GetMapping("/vouchers/cash-counts")
    String counts(@RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        model.addAttribute("counts", counts.list(PageOf.Wish.ofPage(page, size)));
        model.addAttribute("mayCount", Actors.current().is(Role.CASHIER));
        return "vouchers/cash-counts";
    }

    @GetMapping("/vouchers/cash-counts/new")
    @Allowed(Role.CASHIER)
    String begin(@ModelAttribute("form") CountForm form, Model model) {
        counts.of(businessDay.today()).ifPresent(earlier -> {
            form.getPieces().putAll(earlier.pieces());
            form.setExplanation(earlier.explanation());
        });
        return counting(model);
    }

    @PostMapping("/vouchers/cash-counts")
    @Allowed(Role.CASHIER)
    String count(@ModelAttribute("form") CountForm form, BindingResult binding, Model model, RedirectAttributes after) {
        if (!forms.done(binding, () -> countCash.count(form.getPieces(), form.getExplanation()))) {
            return counting(model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.count.kept"));
        return "redirect:/vouchers/cash-counts/" + businessDay.today();
    }

    private String counting(Model model) {
        LocalDate today = businessDay.today();
        model.addAttribute("today", today);
        model.addAttribute("book", balances.of(KnownAccount.CASH, today));
        model.addAttribute("faces", CashCounts.FACES);
        return "vouchers/count-cash";
    }

    @GetMapping("/vouchers/cash-counts/{day:\\d{4}-\\d{2}-\\d{2}}")
    String count(@PathVariable LocalDate day, @ModelAttribute("form") CountForm form, Model model) {
        CashCount count = counts.of(day).orElseThrow(Refusal::notFound);
        var order = orders.concerning("CASH_DIFFERENCE", "count", count.id()).orElse(null);
        boolean accountant = Actors.current().is(Role.ACCOUNTANT);
        model.addAttribute("count", count);
        model.addAttribute("countedBy", people.nameOf(count.countedBy()));
        model.addAttribute("signedBy", count.signedBy() == null ? null : people.nameOf(count.signedBy()));
        model.addAttribute("order", order);
        model.addAttribute("maySign", accountant && !count.isSigned() && count.countedBy() != Actors.current().id());
        model.addAttribute("mayOrder", accountant && count.isSigned() && count.difference() != 0 && order == null);
        model.addAttribute("mayRecount", !count.isSigned() && Actors.current().is(Role.CASHIER)
                && day.equals(businessDay.today()));
        return "vouchers/cash-count";
    }

    @PostMapping("/vouchers/cash-counts/{day}/signature")
    @Allowed(Role.ACCOUNTANT)
    String sign(@PathVariable LocalDate day, @ModelAttribute("form") CountForm form, BindingResult binding, Model model,
            RedirectAttributes after) {
        if (!forms.done(binding, () -> signCashCount.sign(day))) {
            return count(day, form, model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.count.signed"));
        return "redirect:/vouchers/cash-counts/" + day;
    }

    @PostMapping("/vouchers/cash-counts/{day}/difference")
    @Allowed(Role.ACCOUNTANT)
    String difference(@PathVariable LocalDate day, @ModelAttribute("form") CountForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        Long[] id = new Long[1];
        if (!forms.done(binding, () -> id[0] = once.form(request, Long.class, () -> orderCashDifference.order(day).id()))) {
            return count(day, form, model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + id[0];
    }

    /** How many notes of each value lie there. */
    static class CountForm {

        private final Map<Integer, Integer> pieces = new LinkedHashMap<>();
        private String explanation;

        public Map<Integer, Integer> getPieces() {
            return pieces;
        }

        public String getExplanation() {
            return explanation;
        }

        public void setExplanation(String explanation) {
            this.explanation = explanation;
        }
    }
}

package vn.coopfund.vouchers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.vouchers.AttachOrderPaper;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.BankChoices;
import vn.coopfund.vouchers.CheckOrder;
import vn.coopfund.vouchers.DeclineOrder;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.OrderKind;
import vn.coopfund.vouchers.OrderKinds;
import vn.coopfund.vouchers.OrderOtherMoney;
import vn.coopfund.vouchers.OtherMoney;
import vn.coopfund.vouchers.PayOrder;
import vn.coopfund.vouchers.ReverseOrder;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** Orders of money from all rooms: the list, one with what it would post, and who lets it be done. */
@Controller
@RequestMapping("/vouchers/orders")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR})
class OrderController {

    private static final List<String> HEADS = List.of("vouchers.column.day", "vouchers.order.kind.label",
            "vouchers.column.party", "vouchers.column.text", "vouchers.column.state", "vouchers.column.amount");

    private final MoneyOrders orders;
    private final OrderKinds kinds;
    private final OtherMoney otherMoney;
    private final OrderOtherMoney orderOtherMoney;
    private final CheckOrder checkOrder;
    private final PayOrder payOrder;
    private final DeclineOrder declineOrder;
    private final ReverseOrder reverseOrder;
    private final AttachOrderPaper attachOrderPaper;
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

    OrderController(MoneyOrders orders, OrderKinds kinds, OtherMoney otherMoney, OrderOtherMoney orderOtherMoney,
            CheckOrder checkOrder, PayOrder payOrder, DeclineOrder declineOrder, ReverseOrder reverseOrder, AttachOrderPaper attachOrderPaper,
            Attachments attachments, Vouchers vouchers, BankAccounts banks, Accounts accounts, Duties duties, People people,
            BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.orders = orders;
        this.kinds = kinds;
        this.otherMoney = otherMoney;
        this.orderOtherMoney = orderOtherMoney;
        this.checkOrder = checkOrder;
        this.payOrder = payOrder;
        this.declineOrder = declineOrder;
        this.reverseOrder = reverseOrder;
        this.attachOrderPaper = attachOrderPaper;
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

    @GetMapping
    String list(@RequestParam(required = false) String state, @RequestParam(required = false) String kind,
            @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        MoneyOrders.Filter filter = filter(state, kind);
        SortBy order = SortBy.of(sort, "-made", MoneyOrders.COLUMNS);
        model.addAttribute("orders", orders.list(filter, order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sum", orders.sum(filter));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("names", names());
        model.addAttribute("kinds", kinds.all().stream().map(one -> new Choice(one.code(), texts.of(one.nameKey()))).toList());
        model.addAttribute("states", Stream.concat(Stream.of("OPEN"), Arrays.stream(MoneyOrder.State.values()).map(Enum::name))
                .map(one -> new Choice(one, texts.of("vouchers.order.state." + one))).toList());
        model.addAttribute("mayOrder", Actors.current().is(Role.ACCOUNTANT));
        return "vouchers/orders";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) String state,
            @RequestParam(required = false) String kind, @RequestParam(required = false) String sort,
            HttpServletResponse response) {
        MoneyOrders.Filter filter = filter(state, kind);
        SortBy order = SortBy.of(sort, "-made", MoneyOrders.COLUMNS);
        Map<String, String> names = names();
        Export.of(file).download(response, "lenh-thu-chi", HEADS.stream().map(texts::of).toList(),
                rows -> PageOf.each(wish -> orders.list(filter, order, wish), one -> rows.add(one.valueDate(),
                        texts.of(names.get(one.kind())), one.party() == null ? null : one.party().name(), one.text(),
                        texts.of("vouchers.order.state." + one.state()), one.amount())));
    }

    private static MoneyOrders.Filter filter(String state, String kind) {
        return new MoneyOrders.Filter(state == null || state.isBlank() ? null : state, kind == null || kind.isBlank() ? null : kind);
    }

    private Map<String, String> names() {
        return kinds.all().stream().collect(java.util.stream.Collectors.toMap(OrderKind::code, OrderKind::nameKey));
    }

    /** Without a voucher it is asked which; the accounts of the other side hang on it. */
    @GetMapping("/new")
    @Allowed(Role.ACCOUNTANT)
    String begin(@ModelAttribute("form") OrderForm form, Locale locale, Model model) {
        if (form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        return proposal(form, locale, model);
    }

    @PostMapping
    @Allowed(Role.ACCOUNTANT)
    String order(@ModelAttribute("form") OrderForm form, BindingResult binding, HttpServletRequest request, Locale locale,
            Model model, RedirectAttributes after) {
        Long[] id = new Long[1];
        if (!forms.done(binding, () -> id[0] = once.form(request, Long.class, () -> orderOtherMoney.order(form.toWish()).id()))) {
            return proposal(form, locale, model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + id[0];
    }

    private String proposal(OrderForm form, Locale locale, Model model) {
        model.addAttribute("papers", List.of(VoucherKind.values()));
        if (form.getPaper() != null) {
            Map<String, Account> chart = accounts.byCode();
            model.addAttribute("banks", form.getPaper().isCash() ? List.of() : BankChoices.of(banks));
            model.addAttribute("counters", otherMoney.counterAccounts(form.getPaper(), businessDay.today()).stream()
                    .map(code -> new Choice(code, code + " – " + chart.get(code).name(locale))).toList());
        }
        return "vouchers/new-order";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @ModelAttribute("form") ReasonForm form, Model model) {
        return file(id, model);
    }

    private String file(long id, Model model) {
        MoneyOrder order = orders.get(id);
        if (model.getAttribute("form") instanceof ReasonForm form && form.getValueDate() == null) {
            form.setValueDate(businessDay.today());
        }
        OrderKind kind = kinds.of(order);
        Actor actor = Actors.current();
        model.addAttribute("order", order);
        model.addAttribute("name", kind.nameKey());
        model.addAttribute("bank", order.paper() == null || order.paper().isCash() ? null
                : banks.find(order.bankAccount()).map(BankAccount::label).orElse(null));
        model.addAttribute("needsPaper", kind.needsPaper());
        model.addAttribute("papers", attachments.of(order.subject()));
        model.addAttribute("vouchers", order.entryId() == null ? List.of() : vouchers.ofEntry(order.entryId()));
        model.addAttribute("lines", kinds.lines(order));
        model.addAttribute("accounts", accounts.byCode());
        model.addAttribute("madeBy", people.nameOf(order.madeBy()));
        model.addAttribute("checkedBy", order.checkedBy() == null ? null : people.nameOf(order.checkedBy()));
        model.addAttribute("paidBy", order.paidBy() == null ? null : people.nameOf(order.paidBy()));
        model.addAttribute("mayCheck", order.state() == MoneyOrder.State.PENDING && may(actor, Role.CHIEF_ACCOUNTANT, order, Duty.CHECK_ORDER));
        model.addAttribute("mayDecline", order.state().isOpen() && may(actor, Role.CHIEF_ACCOUNTANT, order, Duty.CHECK_ORDER));
        model.addAttribute("mayPay", order.state() == MoneyOrder.State.CHECKED && may(actor, Role.CASHIER, order, Duty.PAY_ORDER));
        MoneyOrder reversal = orders.concerning("REVERSE_ORDER", "order", id).orElse(null);
        model.addAttribute("reversal", reversal);
        model.addAttribute("mayReverse", order.state() == MoneyOrder.State.DONE && order.entryId() != null && reversal == null
                && kind.takesBack(order).isEmpty() && actor.is(Role.ACCOUNTANT));
        model.addAttribute("mayAttach", order.state().isOpen() && actor.is(Role.ACCOUNTANT));
        return "vouchers/order";
    }

    private boolean may(Actor actor, Role role, MoneyOrder order, Duty duty) {
        return actor.is(role) && duties.conflicts(actor, order.subject(), duty).isEmpty();
    }

    @PostMapping("/{id:\\d+}/papers")
    @Allowed(Role.ACCOUNTANT)
    String attach(@PathVariable long id, @ModelAttribute("paper") PaperForm form, BindingResult binding, Model model,
            RedirectAttributes after) {
        if (!forms.done(binding, () -> attach(id, form.file()))) {
            model.addAttribute("form", new ReasonForm());
            model.addAttribute("fileWrong", binding.getAllErrors().get(0).getDefaultMessage());
            return file(id, model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.attached"));
        return "redirect:/vouchers/orders/" + id;
    }

    private void attach(long id, MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.invalid("file", "vouchers.refused.no-file");
        }
        try (InputStream content = file.getInputStream()) {
            attachOrderPaper.attach(Subject.order(id), file.getOriginalFilename(), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PostMapping("/{id:\\d+}/check")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String check(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        return settle(id, binding, request, model, after, () -> checkOrder.check(id).id());
    }

    @PostMapping("/{id:\\d+}/payment")
    @Allowed(Role.CASHIER)
    String pay(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        return settle(id, binding, request, model, after, () -> payOrder.pay(id).id());
    }

    @PostMapping("/{id:\\d+}/decline")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String decline(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        return settle(id, binding, request, model, after, () -> declineOrder.decline(id, form.getReason()).id());
    }

    @PostMapping("/{id:\\d+}/reversal")
    @Allowed(Role.ACCOUNTANT)
    String reverse(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult binding,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        Long[] made = new Long[1];
        if (!forms.done(binding, field -> field.equals("text") ? "reason" : field, () -> made[0] = once.form(request, Long.class,
                () -> reverseOrder.order(id, form.getValueDate(), form.getReason()).id()))) {
            return file(id, model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + made[0];
    }

    private String settle(long id, BindingResult binding, HttpServletRequest request, Model model, RedirectAttributes after,
            LongSupplier act) {
        if (!forms.done(binding, () -> once.form(request, Long.class, act::getAsLong))) {
            return file(id, model);
        }
        after.addFlashAttribute("notice", texts.of("vouchers.order.now", "#vouchers.order.state." + orders.get(id).state()));
        return "redirect:/vouchers/orders/" + id;
    }

    /** The paper behind an order. */
    record PaperForm(MultipartFile file) {
    }

    /** Why it is declined, or taken back and as of which day. */
    static class ReasonForm {

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

package vn.coopfund.treasury.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.PreviewRepayment;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.treasury.BankStatements;
import vn.coopfund.treasury.BookLine;
import vn.coopfund.treasury.Line;
import vn.coopfund.treasury.Lines;
import vn.coopfund.treasury.Match;
import vn.coopfund.treasury.MatchFinder;
import vn.coopfund.treasury.MatchLine;
import vn.coopfund.treasury.MatchProposal;
import vn.coopfund.treasury.Matched;
import vn.coopfund.treasury.Matches;
import vn.coopfund.treasury.ParkUnknownMoney;
import vn.coopfund.treasury.Templates;
import vn.coopfund.treasury.Unmatchings;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** The lines of statements, and the page of one: what it may be, and what it is. */
@Controller
@RequestMapping("/bank/lines")
@OpenToReadersOfBank
class LineController {

    private static final List<String> HEADS = List.of("treasury.line.day", "treasury.line.content", "treasury.line.reference",
            "treasury.line.in", "treasury.line.out", "treasury.line.balance", "treasury.line.open", "treasury.line.state");

    private final Lines lines;
    private final Matches matches;
    private final MatchFinder finder;
    private final MatchLine matchLine;
    private final BookLine bookLine;
    private final MoneyOrders orders;
    private final ParkUnknownMoney parkUnknownMoney;
    private final PreviewRepayment previewRepayment;
    private final Templates templates;
    private final Unmatchings unmatchings;
    private final BankAccounts accounts;
    private final BankStatements statements;
    private final LoanNumbers numbers;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    LineController(Lines lines, Matches matches, MatchFinder finder, MatchLine matchLine, BookLine bookLine,
            MoneyOrders orders, ParkUnknownMoney parkUnknownMoney,
            PreviewRepayment previewRepayment, Templates templates, Unmatchings unmatchings, BankAccounts accounts,
            BankStatements statements, LoanNumbers numbers, BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.lines = lines;
        this.matches = matches;
        this.finder = finder;
        this.matchLine = matchLine;
        this.bookLine = bookLine;
        this.orders = orders;
        this.parkUnknownMoney = parkUnknownMoney;
        this.previewRepayment = previewRepayment;
        this.templates = templates;
        this.unmatchings = unmatchings;
        this.accounts = accounts;
        this.statements = statements;
        this.numbers = numbers;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** What narrows the list, from the address. */
    record Wish(Long account, Long statement, Line.State state, Boolean todo, LocalDate from, LocalDate to, String q) {

        /** Of one account: the usual one where neither it nor a statement is named. */
        Lines.Filter filter(BankAccounts accounts) {
            Long one = account == null && statement == null ? Long.valueOf(of(accounts).id()) : account;
            return new Lines.Filter(one, statement, state, Boolean.TRUE.equals(todo), from, to, q);
        }

        /** The account whose lines these are. */
        BankAccount of(BankAccounts accounts, BankStatements statements) {
            return account == null && statement != null ? accounts.byId(statements.byId(statement).bankAccountId()) : of(accounts);
        }

        private BankAccount of(BankAccounts accounts) {
            return accounts.find(account).orElseThrow(Refusal::notFound);
        }
    }

    @GetMapping
    String list(Wish wish, @RequestParam(required = false) String sort, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-day", Lines.COLUMNS);
        Lines.Listed listed = lines.list(wish.filter(accounts), order, PageOf.Wish.ofPage(page, size));
        model.addAttribute("listed", listed);
        model.addAttribute("sorted", order.wish());
        model.addAttribute("proposals", mayMatch() ? finder.of(listed.page().items()) : Map.of());
        model.addAttribute("states", Arrays.stream(Line.State.values())
                .map(one -> new Choice(one.name(), texts.of(one.key()))).toList());
        model.addAttribute("account", wish.of(accounts, statements));
        model.addAttribute("banks", accounts.all());
        model.addAttribute("unmatchings", unmatchings.pending());
        model.addAttribute("mayMatch", mayMatch());
        model.addAttribute("today", businessDay.today());
        return "treasury/lines";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable String file, Wish wish, @RequestParam(required = false) String sort, HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-day", Lines.COLUMNS);
        Export.of(file).download(response, "dong-sao-ke", HEADS.stream().map(texts::of).toList(), rows ->
                lines.each(wish.filter(accounts), order, one -> rows.add(one.paidOn(), one.content(), one.reference(),
                        one.isIn() ? one.amount() : null, one.isIn() ? null : -one.amount(), one.balance(), one.open(),
                        texts.of(one.state().key()))));
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @ModelAttribute("form") MatchForm form, Model model) {
        return page(lines.byId(id), model);
    }

    @PostMapping("/{id:\\d+}/matches")
    @Allowed(Role.ACCOUNTANT)
    String match(@PathVariable long id, @ModelAttribute("form") MatchForm form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes next) {
        Matched[] matched = new Matched[1];
        boolean typed = form.getKind() == null;
        if (!forms.done(errors, field -> onForm(field, typed), () -> matched[0] = once.form(request, Matched.class,
                () -> matchLine.match(id, form.parts(numbers::find))))) {
            return page(lines.byId(id), model);
        }
        next.addFlashAttribute("notice", matched[0].waiting() == 0 ? texts.of("treasury.match.done")
                : texts.of("treasury.match.waits", matched[0].waiting()));
        return "redirect:/bank/lines/" + id;
    }

    /** Where a refusal of a part stands on the page; what was clicked has no field. */
    private static String onForm(String field, boolean typed) {
        return !typed ? "-" : switch (field) {
            case "amount", "loan" -> "rows[0]." + field;
            case "target" -> "rows[0].loan";
            default -> field;
        };
    }

    /** What the accountant says of a line that nothing answers to. */
    record BookingForm(String template, String text) {
    }

    @PostMapping("/{id:\\d+}/booking")
    @Allowed(Role.ACCOUNTANT)
    String book(@PathVariable long id, @ModelAttribute("booked") BookingForm booked, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes next) {
        Long[] order = new Long[1];
        if (!forms.done(errors, () -> order[0] = once.form(request, Long.class, () -> bookLine.order(id,
                new BookLine.Wish(booked.template(), null, booked.text())).id()))) {
            model.addAttribute("form", new MatchForm());
            model.addAttribute("summary", "booked");
            return page(lines.byId(id), model);
        }
        next.addFlashAttribute("notice", texts.of("vouchers.order.made"));
        return "redirect:/vouchers/orders/" + order[0];
    }

    @PostMapping("/{id:\\d+}/unknown")
    @Allowed(Role.ACCOUNTANT)
    String park(@PathVariable long id, @ModelAttribute("form") MatchForm form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> parked(next, once.form(request, ParkUnknownMoney.Parked.class,
                () -> parkUnknownMoney.park(List.of(id)))))) {
            return page(lines.byId(id), model);
        }
        return "redirect:/bank/lines/" + id;
    }

    @PostMapping("/unknown")
    @Allowed(Role.ACCOUNTANT)
    String parkAll(@RequestParam LocalDate through, @RequestParam(required = false) Long account, HttpServletRequest request, RedirectAttributes next) {
        parked(next, once.form(request, ParkUnknownMoney.Parked.class,
                () -> parkUnknownMoney.park(lines.toPark(accounts.find(account).orElseThrow(Refusal::notFound).id(), through))));
        if (!lines.toPark(accounts.find(account).orElseThrow(Refusal::notFound).id(), through).isEmpty()) {
            next.addFlashAttribute("notice", next.getFlashAttributes().get("notice") + " " + texts.of("treasury.lines.park-all.more"));
        }
        return "redirect:/bank/lines?state=UNKNOWN" + (account == null ? "" : "&account=" + account);
    }

    private void parked(RedirectAttributes next, ParkUnknownMoney.Parked parked) {
        next.addFlashAttribute("notice", texts.of("treasury.lines.parked", parked.lines(), Dong.of(parked.amount())));
    }

    private String page(Line line, Model model) {
        List<MatchProposal> proposals = mayMatch() ? finder.of(List.of(line)).getOrDefault(line.id(), List.of()) : List.of();
        model.addAttribute("line", line);
        if (!model.containsAttribute("booked")) {
            model.addAttribute("booked", new BookingForm(null, null));
        }
        model.addAttribute("account", accounts.byId(line.bankAccountId()));
        model.addAttribute("matches", matches.of(line.id()));
        model.addAttribute("proposals", proposals.stream().map(one -> shown(line, one)).toList());
        model.addAttribute("templates", templates.of(line.isIn()).stream()
                .map(one -> new Choice(String.valueOf(one.id()), one.name(locale()) + " (" + templates.account(one, line) + ")")).toList());
        model.addAttribute("chosen", templates.chosen(line.isIn()).stream()
                .map(one -> new Choice(String.valueOf(one.id()), one.name(locale()) + " (" + templates.account(one, line) + ")")).toList());
        model.addAttribute("booking", orders.concerning("BOOK_LINE", "line", line.id()).filter(one -> one.state().isOpen()).orElse(null));
        model.addAttribute("early", Stream.of(EarlyRepayment.values()).map(one -> new Choice(one.name(),
                texts.of("servicing.early." + one))).toList());
        model.addAttribute("mayMatch", mayMatch() && line.open() != 0);
        model.addAttribute("mayUndo", mayMatch());
        return "treasury/line";
    }

    /** A proposal with what would come of it: where a loan's money would go, or why the loan does not take it. */
    record Shown(MatchProposal proposal, List<String> reasons, PreviewRepayment.Preview preview, String refused) {
    }

    private Shown shown(Line line, MatchProposal proposal) {
        List<String> reasons = proposal.reasons().stream().map(texts::of).toList();
        if (proposal.kind() != Match.Kind.LOAN) {
            return new Shown(proposal, reasons, null, null);
        }
        try {
            return new Shown(proposal, reasons, previewRepayment.preview(Subject.loan(proposal.target()),
                    new Receipt(Dong.of(proposal.amount()), line.paidOn(), Channel.BANK,
                            "SK" + line.id(), null)), null);
        } catch (Refusal refusal) {
            List<String> words = new ArrayList<>();
            refusal.reasons().forEach(reason -> words.add(texts.of(reason)));
            return new Shown(proposal, reasons, null, String.join(" ", words));
        }
    }

    private static boolean mayMatch() {
        return Actors.current().is(Role.ACCOUNTANT);
    }

    private static Locale locale() {
        return org.springframework.context.i18n.LocaleContextHolder.getLocale();
    }
}

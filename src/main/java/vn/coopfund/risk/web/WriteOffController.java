package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.coopfund.risk.ProposeWriteOff;
import vn.coopfund.risk.WriteOffFile;
import vn.coopfund.risk.WriteOffs;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.NextStep;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** What the risk council is asked and decides, and the debts that are pursued off the balance sheet with their clock. */
@Controller
@RequestMapping("/risk/write-offs")
@OpenToReadersOfRisk
class WriteOffController {

    static final List<String> COLUMNS = List.of("number", "borrower", "chargedOffOn", "writtenOff", "recovered", "principal",
            "interest", "overdueInterest", "lateInterest", "finalFrom");

    /** The tasks by which a write-off goes on; a loan has others beside them. */
    private static final Set<String> TASKS = Set.of("Task_ReviewWriteOff", "Task_AmendWriteOff", "Task_CallCouncil",
            "Task_CastVote", "Task_SignMinutes", "Task_SignWriteOff");

    private final WriteOffs writeOffs;
    private final WriteOffFile file;
    private final ProposeWriteOff proposeWriteOff;
    private final Loans loans;
    private final RiskTable table;
    private final Forms forms;
    private final Once once;
    private final Texts texts;
    private final Inbox inbox;

    WriteOffController(WriteOffs writeOffs, WriteOffFile file, ProposeWriteOff proposeWriteOff, Loans loans, RiskTable table,
            Forms forms, Once once, Texts texts, Inbox inbox) {
        this.writeOffs = writeOffs;
        this.file = file;
        this.proposeWriteOff = proposeWriteOff;
        this.loans = loans;
        this.table = table;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
        this.inbox = inbox;
    }

    @GetMapping
    String list(@ModelAttribute("form") WriteOffForm form, @RequestParam(required = false) String q,
            @RequestParam(required = false) Boolean pursued, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        return page(new WriteOffs.Filter(q, pursued), sort, PageOf.Wish.ofPage(page, size), model);
    }

    @GetMapping("/pursued.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) String q,
            @RequestParam(required = false) Boolean pursued, @RequestParam(required = false) String sort, Locale locale,
            HttpServletResponse response) {
        WriteOffs.Filter filter = new WriteOffs.Filter(q, pursued);
        Export.of(file).download(response, "no-da-xu-ly-rui-ro", table.heads(COLUMNS, locale),
                rows -> PageOf.each(wish -> writeOffs.pursued(filter, order(sort), wish).page(), one -> rows.add(one.number(), one.borrower(), one.chargedOffOn(),
                        one.writtenOff(), one.recovered(), one.principal(), one.interest(), one.overdueInterest(),
                        one.lateInterest(), one.finalFrom())));
    }

    @PostMapping
    @Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT, Role.HEAD_OF_LENDING})
    String propose(@ModelAttribute("form") WriteOffForm form, BindingResult errors, Model model, HttpServletRequest request,
            RedirectAttributes next) {
        Long[] id = new Long[1];
        if (!forms.done(errors, () -> id[0] = once.form(request, Long.class, () -> proposeWriteOff.propose(
                loan(form.getLoan()), form.getGround(), form.getPaper(), form.getReason())))) {
            return page(new WriteOffs.Filter(null, null), null, PageOf.Wish.ofPage(null, null), model);
        }
        return back(id[0], next, "risk.write-off.proposed");
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        WriteOffs.WriteOff one = writeOffs.get(id);
        model.addAllAttributes(file.of(one));
        boolean open = one.isPending();
        model.addAttribute("tasks", open ? inbox.mineOn(one.subject()).stream().filter(WriteOffController::leads).toList() : List.of());
        model.addAttribute("next", open ? inbox.on(one.subject()).stream().filter(WriteOffController::leads).findFirst()
                .map(task -> new NextStep(task.roles().stream().sorted().map(texts::role).collect(Collectors.joining(" / ")),
                        texts.of(task.nameKey()), task.dueOn())).orElse(null) : null);
        return "risk/write-off";
    }

    private static boolean leads(OpenTask task) {
        return TASKS.contains(task.key());
    }

    private Subject loan(String number) {
        String wished = number == null ? "" : number.strip();
        return loans.list(new Loans.Filter(null, wished, false), SortBy.of(null, "-signed", Loans.COLUMNS),
                        PageOf.Wish.of(0, PageOf.LARGEST)).page().items().stream()
                .filter(row -> row.number().equals(wished)).findFirst().map(row -> Subject.loan(row.id()))
                .orElseThrow(() -> Refusal.invalid("loan", "risk.write-off.unknown-loan", wished));
    }

    private String back(long id, RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", texts.of(notice));
        return "redirect:/risk/write-offs/" + id;
    }

    private static SortBy order(String sort) {
        return SortBy.of(sort, "chargedOffOn", WriteOffs.COLUMNS);
    }

    private String page(WriteOffs.Filter filter, String sort, PageOf.Wish wish, Model model) {
        WriteOffs.Listed listed = writeOffs.pursued(filter, order(sort), wish);
        model.addAttribute("asked", writeOffs.all());
        model.addAttribute("debts", listed.page());
        model.addAttribute("sums", listed.sums());
        model.addAttribute("sorted", order(sort).wish());
        model.addAttribute("standings", Stream.of("true", "false")
                .map(one -> new Choice(one, texts.of("risk.write-off.pursued." + one))).toList());
        model.addAttribute("grounds", new WriteOffs.Ground[] {WriteOffs.Ground.GROUP_5, WriteOffs.Ground.DISSOLVED, WriteOffs.Ground.DEAD});
        model.addAttribute("mayPropose", Actors.current().isAny(Role.LOAN_OFFICER, Role.ACCOUNTANT, Role.HEAD_OF_LENDING));
        return "risk/write-offs";
    }
}

package vn.coopfund.treasury.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.treasury.BankStatements;
import vn.coopfund.treasury.ColumnMapping;
import vn.coopfund.treasury.ColumnMappings;
import vn.coopfund.treasury.DiscardStatement;
import vn.coopfund.treasury.ImportStatement;
import vn.coopfund.treasury.SaveMapping;
import vn.coopfund.treasury.Statement;
import vn.coopfund.treasury.StatementFaults;
import vn.coopfund.treasury.StatementPreviews;
import vn.coopfund.treasury.UploadStatement;
import vn.coopfund.vouchers.BankAccount;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Statements: uploaded, mapped, looked at, imported. */
@Controller
@RequestMapping("/bank/statements")
@OpenToReadersOfBank
class StatementController {

    private static final int MOST_FAULTS = 5_000;
    private static final int SHOWN_FAULTS = 50;

    private final BankStatements statements;
    private final StatementPreviews previews;
    private final StatementFaults faults;
    private final ColumnMappings mappings;
    private final BankAccounts accounts;
    private final UploadStatement uploadStatement;
    private final SaveMapping saveMapping;
    private final ImportStatement importStatement;
    private final DiscardStatement discardStatement;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    StatementController(BankStatements statements, StatementPreviews previews, StatementFaults faults, ColumnMappings mappings,
            BankAccounts accounts, UploadStatement uploadStatement, SaveMapping saveMapping, ImportStatement importStatement,
            DiscardStatement discardStatement, Forms forms, Once once, Texts texts) {
        this.statements = statements;
        this.previews = previews;
        this.faults = faults;
        this.mappings = mappings;
        this.accounts = accounts;
        this.uploadStatement = uploadStatement;
        this.saveMapping = saveMapping;
        this.importStatement = importStatement;
        this.discardStatement = discardStatement;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** A file for an account. */
    record Upload(MultipartFile file, Long account) {

        byte[] content() {
            try {
                return file == null ? new byte[0] : file.getBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        String filename() {
            return file == null ? null : file.getOriginalFilename();
        }
    }

    @GetMapping
    String list(@ModelAttribute("form") Upload form, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        return list(of(form), PageOf.Wish.ofPage(page, size), model);
    }

    private BankAccount of(Upload form) {
        return accounts.find(form.account()).orElseThrow(Refusal::notFound);
    }

    private String list(BankAccount account, PageOf.Wish wish, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("banks", accounts.all());
        model.addAttribute("statements", statements.of(account.id(), wish));
        model.addAttribute("mayImport", Actors.current().is(Role.ACCOUNTANT));
        return "treasury/statements";
    }

    @PostMapping
    @Allowed(Role.ACCOUNTANT)
    String upload(@ModelAttribute("form") Upload form, BindingResult errors, Model model) {
        long[] id = new long[1];
        if (!forms.done(errors, () -> id[0] = uploadStatement.upload(of(form).id(), form.filename(), form.content()))) {
            return list(of(form), PageOf.Wish.ofPage(null, null), model);
        }
        return "redirect:/bank/statements/" + id[0];
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "false") boolean mapping, Model model) {
        Statement statement = statements.byId(id);
        if (statement.isDraft() && Actors.current().is(Role.ACCOUNTANT) && (mapping || statement.mappingId() == null)) {
            ColumnMapping known = mappings.find(statement.mappingId()).map(ColumnMappings.Saved::mapping)
                    .orElseGet(() -> previews.guess(statement, accounts.byId(statement.bankAccountId()).bankName()));
            model.addAttribute("form", MappingForm.of(known));
            return mapping(statement, known.headerRow(), model);
        }
        return page(statement, model);
    }

    @PostMapping("/{id:\\d+}/mapping")
    @Allowed(Role.ACCOUNTANT)
    String map(@PathVariable long id, @ModelAttribute("form") MappingForm form, BindingResult errors,
            @RequestParam(required = false) String also, Model model, RedirectAttributes next) {
        Statement statement = statements.byId(id);
        int row = form.getHeaderRow() == null ? 1 : form.getHeaderRow();
        if ("headings".equals(also) || !forms.done(errors, () -> saveMapping.save(id, form.mapping()))) {
            return mapping(statement, row, model);
        }
        next.addFlashAttribute("notice", texts.of("treasury.mapping.saved"));
        return "redirect:/bank/statements/" + id;
    }

    private String mapping(Statement statement, int headerRow, Model model) {
        model.addAttribute("statement", statement);
        model.addAttribute("head", previews.head(statement));
        model.addAttribute("columns", previews.headings(statement, headerRow).stream().map(one -> new Choice(one, one)).toList());
        model.addAttribute("patterns", ColumnMapping.DATE_PATTERNS.stream().map(one -> new Choice(one, one.replace("uuuu", "yyyy"))).toList());
        model.addAttribute("decimals", List.of(new Choice(",", ","), new Choice(".", ".")));
        model.addAttribute("thousands", List.of(new Choice(".", "."), new Choice(",", ","), new Choice("'", "'"),
                new Choice("BLANK", texts.of("treasury.mapping.blank"))));
        model.addAttribute("encodings", ColumnMapping.ENCODINGS.stream().map(one -> new Choice(one, one)).toList());
        model.addAttribute("mayDiscard", statements.mayDiscard(statement));
        return "treasury/mapping";
    }

    private String page(Statement statement, Model model) {
        model.addAttribute("statement", statement);
        model.addAttribute("account", accounts.byId(statement.bankAccountId()));
        model.addAttribute("preview", statement.isDraft() ? previews.of(statement).orElse(null) : null);
        model.addAttribute("faults", statement.isDraft() ? List.of() : faults.of(statement.id(), SHOWN_FAULTS));
        model.addAttribute("mayImport", Actors.current().is(Role.ACCOUNTANT));
        model.addAttribute("mayDiscard", statements.mayDiscard(statement));
        return "treasury/statement";
    }

    @PostMapping("/{id:\\d+}/import")
    @Allowed(Role.ACCOUNTANT)
    String take(@PathVariable long id, HttpServletRequest request, RedirectAttributes next) {
        Statement imported = once.form(request, Statement.class, () -> importStatement.take(id));
        next.addFlashAttribute("notice", texts.of("treasury.statement.imported", imported.linesNew(), imported.linesKnown(),
                imported.rowsFaulty()));
        return "redirect:/bank/statements/" + id;
    }

    @PostMapping("/{id:\\d+}/removal")
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT})
    String discard(@PathVariable long id, RedirectAttributes next) {
        Statement gone = discardStatement.discard(id);
        next.addFlashAttribute("notice", texts.of("treasury.statement.discarded", gone.filename()));
        return "redirect:/bank/statements?account=" + gone.bankAccountId();
    }

    /** The rows to correct, under the mapping's own headings: corrected, the file is a statement again. */
    @GetMapping("/{id:\\d+}/faults.{file:csv|xlsx}")
    void faults(@PathVariable long id, @PathVariable String file, HttpServletResponse response) {
        Statement statement = statements.byId(id);
        ColumnMapping mapping = mappings.find(statement.mappingId()).orElseThrow(Refusal::notFound).mapping();
        List<String> columns = Stream.concat(mapping.headings().stream(), Stream.of(texts.of("treasury.fault.column"))).toList();
        Export.of(file).download(response, "dong-can-sua-" + id, columns, rows -> faults.of(id, MOST_FAULTS).forEach(fault -> {
            List<Object> cells = new ArrayList<>(fault.cells());
            cells.add(String.join(" ", fault.reasons()));
            rows.add(cells.toArray());
        }));
    }
}

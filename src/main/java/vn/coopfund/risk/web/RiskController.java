package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.coopfund.risk.ConfirmProvisions;
import vn.coopfund.risk.ProposeProvisions;
import vn.coopfund.risk.Provisions;
import vn.coopfund.risk.RejectProvisions;
import vn.coopfund.servicing.ApproveClassification;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.servicing.MonthEnd;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Texts;

/** The debt groups and provisions of a month end: the table, its files, and the acts that make it official. */
@Controller
@RequestMapping("/risk")
@OpenToReadersOfRisk
class RiskController {

    private final Classifications classifications;
    private final Provisions provisions;
    private final RiskTable table;
    private final RiskPaper paper;
    private final ApproveClassification approveClassification;
    private final ProposeProvisions proposeProvisions;
    private final ConfirmProvisions confirmProvisions;
    private final RejectProvisions rejectProvisions;
    private final Forms forms;
    private final Once once;
    private final BusinessDay businessDay;
    private final Texts texts;

    RiskController(Classifications classifications, Provisions provisions, RiskTable table, RiskPaper paper,
            ApproveClassification approveClassification, ProposeProvisions proposeProvisions,
            ConfirmProvisions confirmProvisions, RejectProvisions rejectProvisions, Forms forms, Once once,
            BusinessDay businessDay, Texts texts) {
        this.classifications = classifications;
        this.provisions = provisions;
        this.table = table;
        this.paper = paper;
        this.approveClassification = approveClassification;
        this.proposeProvisions = proposeProvisions;
        this.confirmProvisions = confirmProvisions;
        this.rejectProvisions = rejectProvisions;
        this.forms = forms;
        this.once = once;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** Which month end an act is about, and why where a reason is asked for. */
    static class MonthForm {
        private LocalDate asOf;
        private String reason;

        public LocalDate getAsOf() {
            return asOf;
        }

        public void setAsOf(LocalDate asOf) {
            this.asOf = asOf;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }

    /** Without a month end in the address, the latest. */
    @GetMapping
    String show(@ModelAttribute("form") MonthForm form, Model model) {
        Optional<LocalDate> latest = classifications.all().stream().map(Classifications.Run::asOf).findFirst();
        return form.getAsOf() == null && latest.isPresent() ? "redirect:/risk?asOf=" + latest.get()
                : page(form.getAsOf(), model);
    }

    private String page(LocalDate asOf, Model model) {
        List<RiskTable.Row> rows = asOf == null ? List.of() : table.rows(asOf);
        long all = RiskTable.principal(rows, 1, 5);
        long bad = RiskTable.principal(rows, 3, 5);
        model.addAttribute("asOf", asOf);
        model.addAttribute("months", classifications.all().stream().map(Classifications.Run::asOf).toList());
        model.addAttribute("run", asOf == null ? null : classifications.find(asOf).orElse(null));
        List<LocalDate> open = classifications.unapproved();
        model.addAttribute("open", open);
        model.addAttribute("late", !open.isEmpty() && MonthEnd.isLate(open.get(0), businessDay.today()));
        model.addAttribute("rows", rows);
        model.addAttribute("gone", asOf == null ? List.of() : table.gone(asOf));
        model.addAttribute("chart", table.chart(rows));
        model.addAttribute("bad", bad);
        model.addAttribute("badShare", all == 0 ? BigDecimal.ZERO
                : BigDecimal.valueOf(bad * 100).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP).stripTrailingZeros());
        addActs(asOf, model);
        return "risk/classification";
    }

    private void addActs(LocalDate asOf, Model model) {
        Provisions.Run provision = asOf == null ? null : provisions.find(asOf).orElse(null);
        boolean chief = Actors.current().is(Role.CHIEF_ACCOUNTANT);
        model.addAttribute("provision", provision);
        model.addAttribute("mayApprove", chief);
        model.addAttribute("mayOverride", Actors.current().isAny(Role.DIRECTOR, Role.COUNCIL_CHAIR));
        model.addAttribute("mayPropose", Actors.current().is(Role.ACCOUNTANT) && provision == null);
        model.addAttribute("mayConfirm", chief && provision != null && provision.state() == Provisions.State.PENDING
                && provision.proposedBy() != Actors.current().id());
    }

    @GetMapping("/classification.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam LocalDate asOf, Locale locale, HttpServletResponse response) {
        Export.of(file).download(response, "phan-loai-no-" + asOf, table.heads(RiskTable.COLUMNS, locale),
                rows -> table.rows(asOf).forEach(row -> rows.add(table.cells(row))));
    }

    @GetMapping("/classification.pdf")
    ResponseEntity<byte[]> print(@RequestParam LocalDate asOf) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename("phan-loai-no-" + asOf + ".pdf").build().toString())
                .body(paper.pdf(asOf));
    }

    @PostMapping("/approval")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String approve(@ModelAttribute("form") MonthForm form, BindingResult errors, Model model, HttpServletRequest request,
            RedirectAttributes next) {
        Integer[] moved = new Integer[1];
        return forms.done(errors, () -> moved[0] = once.form(request, Integer.class,
                () -> approveClassification.approve(form.getAsOf())))
                ? back(form, next, "risk.classification.done", form.getAsOf(), moved[0]) : page(form.getAsOf(), model);
    }

    @PostMapping("/provisions")
    @Allowed(Role.ACCOUNTANT)
    String propose(@ModelAttribute("form") MonthForm form, BindingResult errors, Model model, HttpServletRequest request,
            RedirectAttributes next) {
        return forms.done(errors, () -> once.form(request, Long.class, () -> proposeProvisions.propose(form.getAsOf())))
                ? back(form, next, "risk.provision.proposed") : page(form.getAsOf(), model);
    }

    @PostMapping("/provisions/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String confirm(@ModelAttribute("form") MonthForm form, BindingResult errors, Model model, RedirectAttributes next) {
        return forms.done(errors, () -> confirmProvisions.confirm(form.getAsOf()))
                ? back(form, next, "risk.provision.confirmed") : page(form.getAsOf(), model);
    }

    @PostMapping("/provisions/rejection")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    String reject(@ModelAttribute("form") MonthForm form, BindingResult errors, Model model, RedirectAttributes next) {
        return forms.done(errors, () -> rejectProvisions.reject(form.getAsOf(), form.getReason()))
                ? back(form, next, "risk.provision.rejected") : page(form.getAsOf(), model);
    }

    private String back(MonthForm form, RedirectAttributes next, String notice, Object... args) {
        next.addFlashAttribute("notice", texts.of(notice, args));
        return "redirect:/risk?asOf=" + form.getAsOf();
    }
}

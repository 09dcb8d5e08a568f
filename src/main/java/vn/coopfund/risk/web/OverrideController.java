package vn.coopfund.risk.web;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.servicing.OverrideDebtGroup;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** Another group for a customer than the rules propose. */
@Controller
@RequestMapping("/risk/{asOf:\\d{4}-\\d{2}-\\d{2}}/loans/{loan:\\d+}")
@Allowed({Role.DIRECTOR, Role.COUNCIL_CHAIR})
class OverrideController {

    private final Classifications classifications;
    private final OverrideDebtGroup overrideDebtGroup;
    private final Forms forms;
    private final Texts texts;

    OverrideController(Classifications classifications, OverrideDebtGroup overrideDebtGroup, Forms forms, Texts texts) {
        this.classifications = classifications;
        this.overrideDebtGroup = overrideDebtGroup;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the authority decides. */
    static class OverrideForm {
        private Integer group;
        private String reason;
        private String paper;

        public Integer getGroup() {
            return group;
        }

        public void setGroup(Integer group) {
            this.group = group;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }

        public String getPaper() {
            return paper;
        }

        public void setPaper(String paper) {
            this.paper = paper;
        }
    }

    @GetMapping
    String ask(@PathVariable LocalDate asOf, @PathVariable long loan, @ModelAttribute("form") OverrideForm form, Model model) {
        return page(asOf, loan, model);
    }

    @PostMapping
    String override(@PathVariable LocalDate asOf, @PathVariable long loan, @ModelAttribute("form") OverrideForm form,
            BindingResult errors, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> overrideDebtGroup.override(Subject.loan(loan), asOf,
                form.getGroup() == null ? 0 : form.getGroup(), form.getReason(), form.getPaper()))) {
            return page(asOf, loan, model);
        }
        next.addFlashAttribute("notice", texts.of("risk.classification.override.done"));
        return "redirect:/risk?asOf=" + asOf;
    }

    private String page(LocalDate asOf, long loan, Model model) {
        model.addAttribute("asOf", asOf);
        model.addAttribute("debt", classifications.lines(asOf).stream().filter(line -> line.loanId() == loan).findFirst()
                .orElseThrow(Refusal::notFound));
        model.addAttribute("groups", List.of(1, 2, 3, 4, 5));
        return "risk/override";
    }
}

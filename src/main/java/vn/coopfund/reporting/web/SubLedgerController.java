package vn.coopfund.reporting.web;

import java.time.LocalDate;
import java.util.List;
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
import vn.coopfund.reporting.CheckSubLedgers;
import vn.coopfund.reporting.SubLedgerChecks;
import vn.coopfund.reporting.SubLedgers;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** The loans' ledger beside the books at the end of a day, the check that is recorded, and those made before. */
@Controller
@RequestMapping("/sub-ledger")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class SubLedgerController {

    private static final int FEW = 12;

    private final SubLedgers subLedgers;
    private final SubLedgerChecks checks;
    private final CheckSubLedgers checkSubLedgers;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    SubLedgerController(SubLedgers subLedgers, SubLedgerChecks checks, CheckSubLedgers checkSubLedgers,
            BusinessDay businessDay, Forms forms, Texts texts) {
        this.subLedgers = subLedgers;
        this.checks = checks;
        this.checkSubLedgers = checkSubLedgers;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    /** Which day. */
    static class DayForm {
        private LocalDate on;

        public LocalDate getOn() {
            return on;
        }

        public void setOn(LocalDate on) {
            this.on = on;
        }
    }

    @GetMapping
    String show(@ModelAttribute("form") DayForm form, BindingResult wrong, Model model) {
        LocalDate today = businessDay.today();
        if (form.getOn() == null && !wrong.hasErrors()) {
            return "redirect:/sub-ledger?on=" + today;
        }
        return page(form.getOn() == null || form.getOn().isAfter(today) ? today : form.getOn(), model);
    }

    private String page(LocalDate on, Model model) {
        List<SubLedgers.Line> lines = subLedgers.compare(on);
        model.addAttribute("on", on);
        model.addAttribute("loans", lines.size());
        model.addAttribute("differing", lines.stream().filter(line -> !line.agrees()).toList());
        model.addAttribute("principal", lines.stream().mapToLong(SubLedgers.Line::principalBooked).sum());
        model.addAttribute("receivable", lines.stream().mapToLong(SubLedgers.Line::receivable).sum());
        model.addAttribute("noted", lines.stream().mapToLong(SubLedgers.Line::noted).sum());
        model.addAttribute("unposted", lines.stream().mapToLong(SubLedgers.Line::unposted).sum());
        model.addAttribute("owed", lines.stream().mapToLong(SubLedgers.Line::interestOwed).sum());
        model.addAttribute("checks", checks.latest(FEW));
        model.addAttribute("mayCheck", Actors.current().isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER));
        return "reporting/sub-ledger";
    }

    @PostMapping
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER})
    String check(@ModelAttribute("form") DayForm form, BindingResult errors, Model model, RedirectAttributes next) {
        SubLedgerChecks.Check[] made = new SubLedgerChecks.Check[1];
        if (!forms.done(errors, () -> made[0] = checkSubLedgers.check(form.getOn()))) {
            return page(businessDay.today(), model);
        }
        next.addFlashAttribute("notice", made[0].agrees() ? texts.of("reporting.sub-ledger.agrees", made[0].loans())
                : texts.of("reporting.sub-ledger.differs", made[0].differing(), made[0].loans()));
        return "redirect:/sub-ledger?on=" + form.getOn();
    }
}

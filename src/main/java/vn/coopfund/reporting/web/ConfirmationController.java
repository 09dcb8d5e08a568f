package vn.coopfund.reporting.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
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
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.money.AmountInWords;
import vn.coopfund.reporting.Confirmations;
import vn.coopfund.reporting.RecordConfirmation;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** The confirmation of debts of a day: a letter for each borrower, and the answers that came back. */
@Controller
@RequestMapping("/confirmations")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class ConfirmationController {

    private final Confirmations confirmations;
    private final RecordConfirmation recordConfirmation;
    private final PrintedForms printedForms;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    ConfirmationController(Confirmations confirmations, RecordConfirmation recordConfirmation, PrintedForms printedForms,
            BusinessDay businessDay, Forms forms, Texts texts) {
        this.confirmations = confirmations;
        this.recordConfirmation = recordConfirmation;
        this.printedForms = printedForms;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    /** What came back. */
    static class AnswerForm {
        private Confirmations.Answer answer;
        private MonetaryAmount stated;
        private String note;
        private LocalDate answeredOn;

        public Confirmations.Answer getAnswer() {
            return answer;
        }

        public void setAnswer(Confirmations.Answer answer) {
            this.answer = answer;
        }

        public MonetaryAmount getStated() {
            return stated;
        }

        public void setStated(MonetaryAmount stated) {
            this.stated = stated;
        }

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }

        public LocalDate getAnsweredOn() {
            return answeredOn;
        }

        public void setAnsweredOn(LocalDate answeredOn) {
            this.answeredOn = answeredOn;
        }
    }

    @GetMapping
    String list(@RequestParam(required = false) LocalDate on, Model model) {
        if (on == null || on.isAfter(businessDay.today())) {
            return "redirect:/confirmations?on=" + businessDay.today();
        }
        List<Confirmations.Owing> owing = confirmations.list(on, null);
        model.addAttribute("on", on);
        model.addAttribute("owing", owing);
        model.addAttribute("total", owing.stream().mapToLong(Confirmations.Owing::total).sum());
        model.addAttribute("mayRecord", mayRecord());
        return "reporting/confirmations";
    }

    private static boolean mayRecord() {
        return Actors.current().isAny(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
    }

    @GetMapping("/{borrower:\\d+}.pdf")
    ResponseEntity<byte[]> letter(@PathVariable long borrower, @RequestParam LocalDate on) {
        Confirmations.Owing owing = confirmations.of(borrower, on);
        byte[] pdf = printedForms.pdf("reporting/print/confirmation", Map.of("owing", owing, "on", on,
                "words", AmountInWords.WITH_LE.of(owing.total()), "date", businessDay.today(), "signatures", List.of(
                        Signature.sealed("documents.print.borrower", owing.representative()),
                        Signature.signed("documents.print.chief-accountant", null),
                        Signature.sealed("documents.print.director", null))));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename("doi-chieu-cong-no-" + borrower + "-" + on + ".pdf").build().toString()).body(pdf);
    }

    @GetMapping("/{borrower:\\d+}")
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT})
    String ask(@PathVariable long borrower, @RequestParam LocalDate on, @ModelAttribute("form") AnswerForm form, Model model) {
        if (form.getAnsweredOn() == null) {
            form.setAnsweredOn(businessDay.today());
        }
        return page(borrower, on, model);
    }

    private String page(long borrower, LocalDate on, Model model) {
        model.addAttribute("owing", confirmations.of(borrower, on));
        model.addAttribute("on", on);
        model.addAttribute("answers", Confirmations.Answer.values());
        return "reporting/confirmation";
    }

    @PostMapping("/{borrower:\\d+}")
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT})
    String record(@PathVariable long borrower, @RequestParam LocalDate on, @ModelAttribute("form") AnswerForm form,
            BindingResult errors, Model model, RedirectAttributes next) {
        if (!forms.done(errors, () -> recordConfirmation.record(Subject.cooperative(borrower), on, form.getAnswer(),
                form.getStated(), form.getNote(), form.getAnsweredOn()))) {
            return page(borrower, on, model);
        }
        next.addFlashAttribute("notice", texts.of("reporting.confirmation.kept"));
        return "redirect:/confirmations?on=" + on;
    }
}

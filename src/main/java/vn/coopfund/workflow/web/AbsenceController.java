package vn.coopfund.workflow.web;

import java.time.LocalDate;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.Absences;
import vn.coopfund.workflow.ArrangeStandIn;
import vn.coopfund.workflow.EndStandIn;

/** Who is away, and who does the work meanwhile. */
@Controller
@RequestMapping("/absences")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT,
    Role.CASHIER, Role.CONTROLLER})
class AbsenceController {

    private static final Role[] WORKERS = ArrangeStandIn.class.getAnnotation(Allowed.class).value();

    private final Absences absences;
    private final ArrangeStandIn arrangeStandIn;
    private final EndStandIn endStandIn;
    private final People people;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Texts texts;

    AbsenceController(Absences absences, ArrangeStandIn arrangeStandIn, EndStandIn endStandIn, People people,
            BusinessDay businessDay, Forms forms, Texts texts) {
        this.absences = absences;
        this.arrangeStandIn = arrangeStandIn;
        this.endStandIn = endStandIn;
        this.people = people;
        this.businessDay = businessDay;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String list(@ModelAttribute("form") AbsenceForm form, @RequestParam(defaultValue = "false") boolean all,
            Integer page, Integer size, Model model) {
        LocalDate today = businessDay.today();
        if (form.getFrom() == null) {
            form.setFrom(today);
            form.setTo(today);
        }
        return list(all, PageOf.Wish.ofPage(page, size), model);
    }

    @PostMapping
    @Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT,
        Role.CHIEF_ACCOUNTANT, Role.CASHIER})
    String arrange(@ModelAttribute("form") AbsenceForm form, BindingResult errors, Model model, RedirectAttributes after) {
        if (!forms.done(errors, () -> arrangeStandIn.arrange(form.toWish()))) {
            return list(false, PageOf.Wish.ofPage(null, null), model);
        }
        after.addFlashAttribute("notice", texts.of("workflow.absence.arranged"));
        return "redirect:/absences";
    }

    @PostMapping("/{id}/end")
    @Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.ACCOUNTANT,
        Role.CHIEF_ACCOUNTANT, Role.CASHIER})
    String end(@PathVariable long id, RedirectAttributes after) {
        endStandIn.end(id);
        after.addFlashAttribute("notice", texts.of("workflow.absence.ended"));
        return "redirect:/absences";
    }

    private String list(boolean all, PageOf.Wish wish, Model model) {
        Actor actor = Actors.current();
        model.addAttribute("absences", absences.page(!all, wish));
        model.addAttribute("today", businessDay.today());
        model.addAttribute("worker", actor.isAny(WORKERS));
        model.addAttribute("director", actor.is(Role.DIRECTOR));
        model.addAttribute("actor", actor);
        model.addAttribute("colleagues", workers().map(one -> new Choice(String.valueOf(one.id()), one.displayName())).toList());
        return "workflow/absences";
    }

    private Stream<Actor> workers() {
        return List.of(WORKERS).stream().flatMap(role -> people.withRole(role).stream()).distinct();
    }
}

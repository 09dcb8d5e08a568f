package vn.coopfund.people.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.people.Administrators;
import vn.coopfund.people.ConfirmRoles;
import vn.coopfund.people.DeclineRoles;
import vn.coopfund.people.Directory;
import vn.coopfund.people.RoleChange;
import vn.coopfund.people.RoleChanges;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** A change of roles before its second person. */
@Controller
@RequestMapping("/people/changes/{id:\\d+}")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR})
class RoleChangeController {

    private final RoleChanges changes;
    private final Directory directory;
    private final Administrators administrators;
    private final People people;
    private final ConfirmRoles confirmRoles;
    private final DeclineRoles declineRoles;
    private final Forms forms;
    private final Texts texts;

    RoleChangeController(RoleChanges changes, Directory directory, Administrators administrators, People people,
            ConfirmRoles confirmRoles, DeclineRoles declineRoles, Forms forms, Texts texts) {
        this.changes = changes;
        this.directory = directory;
        this.administrators = administrators;
        this.people = people;
        this.confirmRoles = confirmRoles;
        this.declineRoles = declineRoles;
        this.forms = forms;
        this.texts = texts;
    }

    /** Why it is declined. */
    public static class DeclineForm {

        private String reason;

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason;
        }
    }

    @GetMapping
    String show(@PathVariable long id, @ModelAttribute("form") DeclineForm form, Model model) {
        Actor actor = Actors.current();
        RoleChange change = changes.get(id);
        boolean oneLeft = administrators.active().size() < 2;
        model.addAttribute("proposal", change);
        model.addAttribute("person", directory.get(change.personId()));
        model.addAttribute("proposedBy", people.nameOf(change.proposedBy()));
        model.addAttribute("decidedBy", change.decidedBy() == null ? null : people.nameOf(change.decidedBy()));
        model.addAttribute("oneLeft", oneLeft);
        model.addAttribute("mayConfirm", change.waits() && change.proposedBy() != actor.id()
                && change.personId() != actor.id() && (actor.is(Role.ADMINISTRATOR) || oneLeft));
        return "people/change";
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable long id, RedirectAttributes after) {
        confirmRoles.confirm(id);
        after.addFlashAttribute("notice", texts.of("people.roles.changed"));
        return "redirect:/people/changes/" + id;
    }

    @PostMapping("/decline")
    String decline(@PathVariable long id, @ModelAttribute("form") DeclineForm form, BindingResult errors, Model model,
            RedirectAttributes after) {
        if (!forms.done(errors, () -> declineRoles.decline(id, form.getReason()))) {
            return show(id, form, model);
        }
        after.addFlashAttribute("notice", texts.of("people.roles.declined"));
        return "redirect:/people/changes/" + id;
    }
}

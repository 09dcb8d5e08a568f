package vn.coopfund.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.people.Administrators;
import vn.coopfund.people.Directory;
import vn.coopfund.people.DisablePerson;
import vn.coopfund.people.EnablePerson;
import vn.coopfund.people.IssueSetUpLink;
import vn.coopfund.people.Person;
import vn.coopfund.people.ProposeRoles;
import vn.coopfund.people.RoleChange;
import vn.coopfund.people.RoleChanges;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** One person: roles, whether the person may sign in, and the link that sets a password. */
@Controller
@RequestMapping("/people/{id:\\d+}")
@Allowed(Role.ADMINISTRATOR)
class PersonController {

    private final Directory directory;
    private final RoleChanges changes;
    private final Administrators administrators;
    private final Borrowers borrowers;
    private final ProposeRoles proposeRoles;
    private final DisablePerson disablePerson;
    private final EnablePerson enablePerson;
    private final IssueSetUpLink issueSetUpLink;
    private final Forms forms;
    private final Texts texts;

    PersonController(Directory directory, RoleChanges changes, Administrators administrators, Borrowers borrowers,
            ProposeRoles proposeRoles, DisablePerson disablePerson, EnablePerson enablePerson,
            IssueSetUpLink issueSetUpLink, Forms forms, Texts texts) {
        this.directory = directory;
        this.changes = changes;
        this.administrators = administrators;
        this.borrowers = borrowers;
        this.proposeRoles = proposeRoles;
        this.disablePerson = disablePerson;
        this.enablePerson = enablePerson;
        this.issueSetUpLink = issueSetUpLink;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable long id, @ModelAttribute("form") PersonForm form, Model model) {
        Person person = directory.get(id);
        form.setRoles(changes.waitingFor(id).map(RoleChange::after).orElse(person.roles()));
        return page(person, model);
    }

    private String page(Person person, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("waiting", changes.waitingFor(person.id()).orElse(null));
        model.addAttribute("own", person.id() == Actors.current().id());
        model.addAttribute("choices", Stream.of(Role.values()).filter(role -> role != Role.BORROWER).toList());
        model.addAttribute("alone", administrators.onlyEver(Actors.current().id()));
        model.addAttribute("borrower", borrowers.ofSignIn(asActor(person)).orElse(null));
        return "people/person";
    }

    private static Actor asActor(Person person) {
        return new Actor(person.id(), person.username(), person.displayName(), Actors.current().fundId(),
                java.util.Set.copyOf(person.roles()));
    }

    @PostMapping("/roles")
    String roles(@PathVariable long id, @ModelAttribute("form") PersonForm form, BindingResult errors, Model model,
            RedirectAttributes after) {
        RoleChange[] change = new RoleChange[1];
        if (!forms.done(errors, () -> change[0] = proposeRoles.propose(id, form.chosen()))) {
            return page(directory.get(id), model);
        }
        after.addFlashAttribute("notice", texts.of(change[0].waits() ? "people.roles.waits" : "people.roles.changed"));
        return "redirect:/people/" + id;
    }

    @PostMapping("/disabling")
    String disable(@PathVariable long id, RedirectAttributes after) {
        disablePerson.disable(id);
        after.addFlashAttribute("notice", texts.of("people.disabled"));
        return "redirect:/people/" + id;
    }

    @PostMapping("/enabling")
    String enable(@PathVariable long id, RedirectAttributes after) {
        enablePerson.enable(id);
        after.addFlashAttribute("notice", texts.of("people.enabled"));
        return "redirect:/people/" + id;
    }

    /** Shown in this answer alone: the link is in no session and in no address. */
    @PostMapping("/set-up-link")
    String link(@PathVariable long id, HttpServletRequest request, Model model) {
        IssueSetUpLink.Link link = issueSetUpLink.issue(id);
        model.addAttribute("person", link.person());
        model.addAttribute("hours", IssueSetUpLink.HOURS);
        model.addAttribute("address", ServletUriComponentsBuilder.fromContextPath(request).path(link.path()).toUriString());
        return "people/link";
    }
}

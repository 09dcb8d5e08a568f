package vn.coopfund.people.web;

import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.people.AddPerson;
import vn.coopfund.people.Administrators;
import vn.coopfund.people.Directory;
import vn.coopfund.people.Person;
import vn.coopfund.people.RoleChanges;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** The list of people, and the form that adds one. */
@Controller
@RequestMapping("/people")
@Allowed(Role.ADMINISTRATOR)
class PeopleController {

    private final Directory directory;
    private final RoleChanges changes;
    private final People people;
    private final Administrators administrators;
    private final Borrowers borrowers;
    private final AddPerson addPerson;
    private final Forms forms;
    private final Texts texts;

    PeopleController(Directory directory, RoleChanges changes, People people, Administrators administrators,
            Borrowers borrowers, AddPerson addPerson, Forms forms, Texts texts) {
        this.directory = directory;
        this.changes = changes;
        this.people = people;
        this.administrators = administrators;
        this.borrowers = borrowers;
        this.addPerson = addPerson;
        this.forms = forms;
        this.texts = texts;
    }

    /** A change of roles that waits for this administrator. */
    public record Waiting(long id, String name) {
    }

    @GetMapping
    String list(Directory.Wish wish, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        SortBy order = Directory.sort(sort);
        model.addAttribute("people", directory.page(wish, order, PageOf.Wish.of(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("roles", Role.values());
        model.addAttribute("states", Person.State.values());
        model.addAttribute("alone", alone());
        model.addAttribute("waiting", changes.waitingForActor().stream()
                .map(change -> new Waiting(change.id(), people.nameOf(change.personId()))).toList());
        return "people/list";
    }

    @GetMapping("/new")
    String begin(@ModelAttribute("form") PersonForm form, Model model) {
        return form(model);
    }

    @PostMapping
    String add(@ModelAttribute("form") PersonForm form, BindingResult errors, Model model, RedirectAttributes after) {
        Person[] added = new Person[1];
        if (!forms.done(errors, () -> added[0] = addPerson.add(form.toPerson()))) {
            return form(model);
        }
        after.addFlashAttribute("notice", texts.of(added[0].changeWaits() ? "people.added.waits" : "people.added"));
        return "redirect:/people/" + added[0].id();
    }

    private String form(Model model) {
        model.addAttribute("choices", Arrays.asList(Role.values()));
        model.addAttribute("borrowers", borrowers.choices());
        model.addAttribute("alone", alone());
        return "people/new";
    }

    private boolean alone() {
        return administrators.onlyEver(Actors.current().id());
    }
}

package vn.coopfund.cooperatives.web;

import java.time.Instant;
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
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.cooperatives.SignIns;
import vn.coopfund.cooperatives.UnlinkSignIn;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** Who signs in for a borrower. */
@Controller
@RequestMapping("/cooperatives/{id}/sign-ins")
@Allowed(Role.ADMINISTRATOR)
class SignInLinkController {

    private final Borrowers borrowers;
    private final SignIns signIns;
    private final People people;
    private final LinkSignIn linkSignIn;
    private final UnlinkSignIn unlinkSignIn;
    private final Forms forms;
    private final Texts texts;

    SignInLinkController(Borrowers borrowers, SignIns signIns, People people, LinkSignIn linkSignIn,
            UnlinkSignIn unlinkSignIn, Forms forms, Texts texts) {
        this.borrowers = borrowers;
        this.signIns = signIns;
        this.people = people;
        this.linkSignIn = linkSignIn;
        this.unlinkSignIn = unlinkSignIn;
        this.forms = forms;
        this.texts = texts;
    }

    /** What the form sends. */
    record SignInForm(String username) {
    }

    /** One linked sign-in as shown. */
    record Linked(long personId, String username, String name, Instant since) {
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        model.addAttribute("form", new SignInForm(null));
        return page(id, model);
    }

    @PostMapping
    String link(@PathVariable long id, @ModelAttribute("form") SignInForm form, BindingResult errors, Model model,
            RedirectAttributes after) {
        if (!forms.done(errors, () -> linkSignIn.link(id, form.username()))) {
            return page(id, model);
        }
        after.addFlashAttribute("notice", texts.of("cooperatives.sign-in.linked"));
        return "redirect:/cooperatives/" + id + "/sign-ins";
    }

    @PostMapping("/{person}/removal")
    String unlink(@PathVariable long id, @PathVariable long person, RedirectAttributes after) {
        unlinkSignIn.unlink(id, person);
        after.addFlashAttribute("notice", texts.of("cooperatives.sign-in.unlinked"));
        return "redirect:/cooperatives/" + id + "/sign-ins";
    }

    private String page(long id, Model model) {
        model.addAttribute("borrower", borrowers.byId(id));
        model.addAttribute("linked", signIns.of(id).stream().map(this::linked).toList());
        return "cooperatives/sign-ins";
    }

    private Linked linked(SignIns.Link link) {
        Actor person = people.find(link.personId()).orElseThrow();
        return new Linked(person.id(), person.username(), person.displayName(), link.linkedAt());
    }
}

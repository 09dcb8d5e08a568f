package vn.coopfund.access.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToAll;
import vn.coopfund.access.PasswordRule;
import vn.coopfund.access.SetUpLinks;

/** The sign-in page, and the one-time page by which a person sets a password. */
@Controller
@OpenToAll
class SignInController {

    private final SetUpLinks links;

    SignInController(SetUpLinks links) {
        this.links = links;
    }

    @GetMapping("/")
    String start() {
        return Actors.signedIn().isPresent() ? "redirect:/home" : "redirect:/sign-in";
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) String failed, @RequestParam(required = false) String locked,
            @RequestParam(required = false) String out, @RequestParam(required = false) String ready, Model model) {
        String problem = locked != null ? "access.sign-in.locked" : failed != null ? "access.sign-in.failed" : null;
        model.addAttribute("problem", problem);
        model.addAttribute("erroneous", problem != null);
        model.addAttribute("hello", out != null ? "access.sign-in.out" : ready != null ? "access.sign-in.ready" : null);
        return Actors.signedIn().isPresent() ? "redirect:/home" : "access/sign-in";
    }

    @GetMapping("/set-up/{token}")
    String setUp(@PathVariable String token, Model model) {
        return setUp(links.personOf(token), null, model);
    }

    @PostMapping("/set-up/{token}")
    String setPassword(@PathVariable String token, @RequestParam String password, @RequestParam String again,
            Model model) {
        Optional<Actor> person = links.personOf(token);
        String problem = person.flatMap(owner -> PasswordRule.problem(owner.username(), password))
                .orElse(password.equals(again) ? null : "access.set-up.different");
        if (problem == null && links.setPassword(token, password)) {
            return "redirect:/sign-in?ready";
        }
        return setUp(person, problem, model);
    }

    private static String setUp(Optional<Actor> person, String problem, Model model) {
        model.addAttribute("person", person.orElse(null));
        model.addAttribute("problem", problem);
        model.addAttribute("erroneous", problem != null);
        return "access/set-up";
    }
}

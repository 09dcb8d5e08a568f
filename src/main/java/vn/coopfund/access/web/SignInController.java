package vn.coopfund.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.FirstAdministrator;
import vn.coopfund.access.OpenToAll;

/** The sign-in page, and the one-time page that sets the first administrator's password. */
@Controller
@OpenToAll
class SignInController {

    private static final int SHORTEST = 12;

    private final FirstAdministrator firstAdministrator;

    SignInController(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
    }

    @GetMapping("/")
    String start() {
        return Actors.signedIn().isPresent() ? "redirect:/home" : "redirect:/sign-in";
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) String failed, @RequestParam(required = false) String out,
            @RequestParam(required = false) String ready, Model model) {
        model.addAttribute("erroneous", failed != null);
        model.addAttribute("hello", out != null ? "access.sign-in.out" : ready != null ? "access.sign-in.ready" : null);
        return Actors.signedIn().isPresent() ? "redirect:/home" : "access/sign-in";
    }

    @GetMapping("/set-up/{token}")
    String setUp(@PathVariable String token, Model model) {
        model.addAttribute("known", firstAdministrator.personOf(token).isPresent());
        return "access/set-up";
    }

    @PostMapping("/set-up/{token}")
    String setPassword(@PathVariable String token, @RequestParam String password, @RequestParam String again,
            Model model) {
        String problem = password.length() < SHORTEST ? "access.set-up.short"
                : !password.equals(again) ? "access.set-up.different" : null;
        if (problem == null && firstAdministrator.setPassword(token, password)) {
            return "redirect:/sign-in?ready";
        }
        model.addAttribute("known", firstAdministrator.personOf(token).isPresent());
        model.addAttribute("problem", problem);
        model.addAttribute("erroneous", problem != null);
        return "access/set-up";
    }
}

package vn.coopfund.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.people.AuditTrail;
import vn.coopfund.people.ChangeOwnPassword;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Texts;

/** One's own sign-in: the password, and when and from where it was used. */
@Controller
@OpenToSignedIn
class OwnController {

    private static final int FEW = 20;

    private final AuditTrail trail;
    private final ChangeOwnPassword changeOwnPassword;
    private final Forms forms;
    private final Texts texts;

    OwnController(AuditTrail trail, ChangeOwnPassword changeOwnPassword, Forms forms, Texts texts) {
        this.trail = trail;
        this.changeOwnPassword = changeOwnPassword;
        this.forms = forms;
        this.texts = texts;
    }

    /** Its fields are written back to no page. */
    public static class PasswordForm {

        private String old;
        private String fresh;
        private String again;

        public String getOld() {
            return old;
        }

        public void setOld(String old) {
            this.old = old;
        }

        public String getFresh() {
            return fresh;
        }

        public void setFresh(String fresh) {
            this.fresh = fresh;
        }

        public String getAgain() {
            return again;
        }

        public void setAgain(String again) {
            this.again = again;
        }
    }

    @GetMapping("/me")
    String show(@ModelAttribute("form") PasswordForm form, Model model) {
        model.addAttribute("me", Actors.current());
        model.addAttribute("signIns", trail.ownSignIns(FEW));
        return "people/me";
    }

    @PostMapping("/me/password")
    String change(@ModelAttribute("form") PasswordForm form, BindingResult errors, HttpServletRequest request,
            Model model, RedirectAttributes after) {
        boolean done = forms.done(errors, () -> changeOwnPassword.change(form.getOld(), form.getFresh(), form.getAgain(),
                request.getRemoteAddr(), request.getSession().getId()));
        if (!done) {
            return show(form, model);
        }
        after.addFlashAttribute("notice", texts.of("people.me.changed"));
        return "redirect:/me";
    }
}

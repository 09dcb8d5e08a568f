package vn.coopfund.notices.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.notices.AskForMail;
import vn.coopfund.notices.ConfirmMail;
import vn.coopfund.notices.DropMail;
import vn.coopfund.notices.MailAddresses;
import vn.coopfund.notices.MailOutbox;
import vn.coopfund.notices.SendMailAgain;
import vn.coopfund.notices.StopMail;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Texts;

/** Where one wants one's notices by mail; and for administrators the outbox: what waits, what failed. */
@Controller
class MailController {

    private final MailAddresses addresses;
    private final MailOutbox outbox;
    private final AskForMail askForMail;
    private final ConfirmMail confirmMail;
    private final StopMail stopMail;
    private final SendMailAgain sendMailAgain;
    private final DropMail dropMail;
    private final Forms forms;
    private final Texts texts;

    MailController(MailAddresses addresses, MailOutbox outbox, AskForMail askForMail, ConfirmMail confirmMail, StopMail stopMail,
            SendMailAgain sendMailAgain, DropMail dropMail, Forms forms, Texts texts) {
        this.addresses = addresses;
        this.outbox = outbox;
        this.askForMail = askForMail;
        this.confirmMail = confirmMail;
        this.stopMail = stopMail;
        this.sendMailAgain = sendMailAgain;
        this.dropMail = dropMail;
        this.forms = forms;
        this.texts = texts;
    }

    /** The address as typed. */
    public static class MailForm {
        private String address;

        public String getAddress() {
            return address;
        }

        public void setAddress(String address) {
            this.address = address;
        }
    }

    @GetMapping("/notices/mail")
    @OpenToSignedIn
    String own(@ModelAttribute("form") MailForm form, Model model) {
        addresses.own().ifPresent(own -> form.setAddress(own.address()));
        return page(model);
    }

    @PostMapping("/notices/mail")
    @OpenToSignedIn
    String ask(@ModelAttribute("form") MailForm form, BindingResult errors, Model model, RedirectAttributes after) {
        if (!forms.done(errors, () -> askForMail.ask(form.getAddress()))) {
            return page(model);
        }
        after.addFlashAttribute("notice", texts.of("notices.mail.asked"));
        return "redirect:/notices/mail";
    }

    @PostMapping("/notices/mail/stop")
    @OpenToSignedIn
    String stop(RedirectAttributes after) {
        stopMail.stop();
        after.addFlashAttribute("notice", texts.of("notices.mail.stopped"));
        return "redirect:/notices/mail";
    }

    /** A link of a mail only leads here: programs that look at links confirm nothing. */
    @GetMapping("/notices/mail/confirm/{token}")
    @OpenToSignedIn
    String toConfirm(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        return "notices/confirm-mail";
    }

    @PostMapping("/notices/mail/confirm/{token}")
    @OpenToSignedIn
    String confirm(@PathVariable String token, RedirectAttributes after) {
        confirmMail.confirm(token);
        after.addFlashAttribute("notice", texts.of("notices.mail.confirmed"));
        return "redirect:/notices/mail";
    }

    @GetMapping("/mail")
    @Allowed(Role.ADMINISTRATOR)
    String outbox(@RequestParam(required = false) MailOutbox.State state, Integer page, Integer size, Model model) {
        model.addAttribute("mails", outbox.page(state, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("states", MailOutbox.State.values());
        model.addAttribute("on", addresses.serverIsThere());
        return "notices/outbox";
    }

    @PostMapping("/mail/{id}/again")
    @Allowed(Role.ADMINISTRATOR)
    String again(@PathVariable long id) {
        sendMailAgain.sendAgain(id);
        return "redirect:/mail";
    }

    @PostMapping("/mail/{id}/drop")
    @Allowed(Role.ADMINISTRATOR)
    String drop(@PathVariable long id) {
        dropMail.drop(id);
        return "redirect:/mail";
    }

    private String page(Model model) {
        model.addAttribute("own", addresses.own().orElse(null));
        model.addAttribute("on", addresses.serverIsThere());
        return "notices/mail";
    }
}

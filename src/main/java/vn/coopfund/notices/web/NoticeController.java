package vn.coopfund.notices.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import java.util.EnumSet;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.NavigationPlace;

/** What the signed-in person was told. */
@Controller
@OpenToSignedIn
class NoticeController {

    private static final int MOST = 100;

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/notices")
    String mine(Model model) {
        model.addAttribute("notices", notices.mine(MOST));
        return "notices/notices";
    }

    @PostMapping("/notices/read")
    String markRead() {
        notices.markAllRead();
        return "redirect:/notices";
    }

    /** The place in the head, with the number of unread ones. */
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        NavigationPlace noticesPlace(Notices notices) {
            return new NavigationPlace(85, "notices.place", "/notices", EnumSet.of(Role.BORROWER),
                    () -> notices.unread(Actors.current()));
        }
    }
}

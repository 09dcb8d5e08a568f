package vn.coopfund.notices.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.access.Role;
import vn.coopfund.notices.Notices;
import vn.coopfund.web.Export;
import vn.coopfund.web.NavigationPlace;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** What the signed-in person was told. */
@Controller
@OpenToSignedIn
class NoticeController {

    private final Notices notices;
    private final Texts texts;

    NoticeController(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    @GetMapping("/notices")
    String mine(@RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) String sort,
            Integer page, Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-on", Notices.COLUMNS);
        model.addAttribute("notices", notices.list(unread, order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        return "notices/notices";
    }

    @GetMapping("/notices/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) String sort, HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-on", Notices.COLUMNS);
        Export.of(file).download(response, "thong-bao",
                List.of(texts.of("notices.on"), texts.of("notices.text"), texts.of("notices.state")),
                rows -> PageOf.each(wish -> notices.list(unread, order, wish), one -> rows.add(one.on(), one.text(),
                        texts.of(one.read() ? "notices.state.read" : "notices.state.unread"))));
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
            return new NavigationPlace(85, "notices.place", "/notices", EnumSet.complementOf(EnumSet.of(Role.ALLIANCE_VIEWER)),
                    () -> notices.unread(Actors.current()));
        }
    }
}

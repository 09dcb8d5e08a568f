package vn.coopfund.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.OpenToSignedIn;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.web.Waiting;
import vn.coopfund.workflow.Inbox;

/** The inbox: what the signed-in person may do, the earliest due first, narrowed by kind and by what is late. */
@Controller
@OpenToSignedIn
class InboxController {

    private static final List<String> COLUMNS = List.of("workflow.inbox.task", "workflow.inbox.case",
            "workflow.inbox.since", "workflow.inbox.due", "workflow.inbox.holder", "workflow.inbox.in-place");

    private final Inbox inbox;
    private final BusinessDay businessDay;
    private final Waiting waiting;
    private final Texts texts;

    InboxController(Inbox inbox, BusinessDay businessDay, Waiting waiting, Texts texts) {
        this.inbox = inbox;
        this.businessDay = businessDay;
        this.waiting = waiting;
        this.texts = texts;
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam(required = false) String kind, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) Inbox.Hold hold, @RequestParam(required = false) String q,
            @RequestParam(required = false) String sort, Integer page, Integer size, Model model) {
        SortBy order = Inbox.orderBy(sort);
        model.addAttribute("tasks", inbox.rows(filter(kind, late, hold, q), order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("kinds", inbox.myKinds().stream().map(key -> new Choice(key, texts.of("task." + key))).toList());
        model.addAttribute("holds", Inbox.Hold.values());
        model.addAttribute("worker", Actors.current().isStaff());
        model.addAttribute("waiting", waiting.lines());
        model.addAttribute("today", businessDay.today());
        return "workflow/inbox";
    }

    @GetMapping("/inbox/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) String kind,
            @RequestParam(defaultValue = "false") boolean late, @RequestParam(required = false) Inbox.Hold hold,
            @RequestParam(required = false) String q, @RequestParam(required = false) String sort,
            HttpServletResponse response) {
        Export.of(file).download(response, "viec-can-lam", COLUMNS.stream().map(texts::of).toList(), rows ->
                PageOf.each(wish -> inbox.rows(filter(kind, late, hold, q), Inbox.orderBy(sort), wish), row ->
                        rows.add(texts.of(row.task().nameKey()), row.task().title(), row.task().createdOn(),
                                row.task().dueOn(), row.holder(), row.inPlaceOf())));
    }

    private Inbox.Filter filter(String kind, boolean late, Inbox.Hold hold, String words) {
        return new Inbox.Filter(kind == null || kind.isBlank() ? null : kind, late ? businessDay.today() : null, hold, words);
    }
}

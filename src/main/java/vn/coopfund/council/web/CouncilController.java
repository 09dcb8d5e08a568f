package vn.coopfund.council.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.council.CloseVoting;
import vn.coopfund.council.Matter;
import vn.coopfund.council.MatterFile;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CasePaths;

/** What lies before the council and what it decided, each question with its notice and its minutes. */
@Controller
@RequestMapping("/council")
@OpenToReadersOfCouncil
class CouncilController {

    private final CouncilMatters matters;
    private final MatterFile file;
    private final CouncilPrint print;
    private final CloseVoting closeVoting;
    private final CasePaths cases;
    private final Forms forms;
    private final Texts texts;

    CouncilController(CouncilMatters matters, MatterFile file, CouncilPrint print, CloseVoting closeVoting, CasePaths cases,
            Forms forms, Texts texts) {
        this.matters = matters;
        this.file = file;
        this.print = print;
        this.closeVoting = closeVoting;
        this.cases = cases;
        this.forms = forms;
        this.texts = texts;
    }

    /** A question in the list, with the case it is about. */
    public record Row(Matter matter, String title) {
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "false") boolean open, @RequestParam(required = false) String sort,
            Integer page, Integer size, Model model) {
        SortBy order = SortBy.of(sort, "-laid", CouncilMatters.COLUMNS);
        model.addAttribute("rows", matters.list(open, order, PageOf.Wish.ofPage(page, size)).map(this::row));
        model.addAttribute("sorted", order.wish());
        return "council/matters";
    }

    @GetMapping("/export.{file:csv|xlsx}")
    void export(@PathVariable("file") String kind, @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) String sort, HttpServletResponse response) {
        SortBy order = SortBy.of(sort, "-laid", CouncilMatters.COLUMNS);
        Export.of(kind).download(response, "hoi-dong", List.of(texts.of("council.column.case"), texts.of("council.column.kind"),
                        texts.of("council.column.laid"), texts.of("council.column.meets"), texts.of("council.column.state"),
                        texts.of("council.column.outcome"), texts.of("council.column.minutes")),
                rows -> PageOf.each(wish -> matters.list(open, order, wish), one -> rows.add(cases.title(one.subject()),
                        texts.of("council.kind." + one.kind()), one.laidOn(), one.meetsOn(),
                        texts.of("council.state." + one.state()),
                        one.approved() == null ? null : texts.of("council.outcome." + one.approved()), one.minutes())));
    }

    private Row row(Matter matter) {
        return new Row(matter, cases.title(matter.subject()));
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @ModelAttribute("form") ClosingForm form, Model model) {
        return page(id, model);
    }

    @PostMapping("/{id:\\d+}/closing")
    @Allowed(Role.COUNCIL_CHAIR)
    String close(@PathVariable long id, @ModelAttribute("form") ClosingForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        if (!forms.done(errors, () -> closeVoting.close(id))) {
            return page(id, model);
        }
        next.addFlashAttribute("notice", texts.of("council.closed"));
        return "redirect:/council/" + id;
    }

    @GetMapping("/{id:\\d+}/{paper:notice|minutes}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @PathVariable String paper) {
        byte[] content = paper.equals("notice") ? print.notice(id) : print.minutes(id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename((paper.equals("notice") ? "giay-moi-hop-" : "bien-ban-hop-") + id + ".pdf").build().toString())
                .body(content);
    }

    private String page(long id, Model model) {
        Matter matter = matters.byId(id);
        model.addAllAttributes(file.of(matter));
        model.addAttribute("mayClose", Actors.current().is(Role.COUNCIL_CHAIR) && matters.mayClose(matter));
        return "council/matter";
    }
}

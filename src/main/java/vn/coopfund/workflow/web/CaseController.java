package vn.coopfund.workflow.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseModels;
import vn.coopfund.workflow.CasePaths;
import vn.coopfund.workflow.CaseTrail;
import vn.coopfund.workflow.CommentOnCase;

/** What is said about a case, and the trail of who decided what on which figures. */
@Controller
@RequestMapping("/cases/{type:applications|loans}/{id:\\d+}")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER})
class CaseController {

    private final CommentOnCase commentOnCase;
    private final CaseTrail trail;
    private final CasePaths paths;
    private final CaseModels models;
    private final CaseTrailWords words;
    private final Texts texts;

    CaseController(CommentOnCase commentOnCase, CaseTrail trail, CasePaths paths, CaseModels models,
            CaseTrailWords words, Texts texts) {
        this.commentOnCase = commentOnCase;
        this.trail = trail;
        this.paths = paths;
        this.models = models;
        this.words = words;
        this.texts = texts;
    }

    @PostMapping("/comments")
    String comment(@PathVariable String type, @PathVariable long id, @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "false") boolean forBorrower, RedirectAttributes after) {
        Subject subject = models.subject(type, id);
        try {
            commentOnCase.comment(subject, words, forBorrower);
            after.addFlashAttribute("notice", texts.of("workflow.comment.said"));
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            after.addFlashAttribute("unsaid", texts.of(refused.reasons().get(0)));
            after.addFlashAttribute("words", words);
        }
        return "redirect:" + paths.of(subject) + "#comments-title";
    }

    @GetMapping("/trail")
    String trail(@PathVariable String type, @PathVariable long id, Model model) {
        Subject subject = models.subject(type, id);
        model.addAttribute("caseTitle", paths.title(subject));
        model.addAttribute("casePath", paths.of(subject));
        model.addAttribute("steps", trail.of(subject));
        model.addAttribute("trailWords", words);
        return "workflow/trail";
    }
}

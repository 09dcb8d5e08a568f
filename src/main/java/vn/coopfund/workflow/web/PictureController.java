package vn.coopfund.workflow.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.CasePaths;
import vn.coopfund.workflow.ProcessPictures;

/** The picture of a case's processes, for those who work in the fund. */
@Controller
@RequestMapping("/cases/{type}/{id}/picture")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ADMINISTRATOR})
class PictureController {

    private final ProcessPictures pictures;
    private final CasePaths paths;

    PictureController(ProcessPictures pictures, CasePaths paths) {
        this.pictures = pictures;
        this.paths = paths;
    }

    @GetMapping
    String picture(@PathVariable String type, @PathVariable long id, Model model) {
        Subject subject = subject(type, id);
        model.addAttribute("subject", subject);
        model.addAttribute("caseTitle", paths.title(subject));
        model.addAttribute("casePath", paths.of(subject));
        model.addAttribute("pictures", pictures.of(subject));
        return "workflow/picture";
    }

    @GetMapping(path = "/{number}.bpmn")
    ResponseEntity<String> model(@PathVariable String type, @PathVariable long id, @PathVariable int number) {
        List<ProcessPictures.Picture> found = pictures.of(subject(type, id));
        if (number < 0 || number >= found.size()) {
            throw Refusal.notFound();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML)
                .body(pictures.model(found.get(number).definitionId()));
    }

    private static Subject subject(String type, long id) {
        return switch (type) {
            case "applications" -> Subject.application(id);
            case "loans" -> Subject.loan(id);
            case "classifications" -> Subject.classification(id);
            default -> throw Refusal.notFound();
        };
    }
}

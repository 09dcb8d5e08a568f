package vn.coopfund.people.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Role;

/** The separation of duties in words: which sides of one matter nobody takes together, and which roles stand apart. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ADMINISTRATOR})
class DutyController {

    private final Duties duties;

    DutyController(Duties duties) {
        this.duties = duties;
    }

    @GetMapping("/duties")
    String table(Model model) {
        Map<String, List<Duties.Conflict>> bySubject = duties.table().stream().collect(Collectors.groupingBy(
                conflict -> String.valueOf(conflict.subjectType()), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("conflicts", bySubject);
        model.addAttribute("apart", duties.rolesApart());
        return "people/duties";
    }
}

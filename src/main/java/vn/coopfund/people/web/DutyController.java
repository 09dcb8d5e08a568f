package vn.coopfund.people.web;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.web.Texts;

/** The separation of duties in words: what nobody does beside what on one matter, and which roles stand apart. */
@Controller
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ADMINISTRATOR})
class DutyController {

    private final Duties duties;
    private final Texts texts;

    DutyController(Duties duties, Texts texts) {
        this.duties = duties;
        this.texts = texts;
    }

    /** A side and all that it excludes, as texts. */
    public record Line(String subjectType, Duty one, String others, boolean byRow) {
    }

    @GetMapping("/duties")
    String table(Model model) {
        model.addAttribute("lines", duties.table().stream()
                .collect(Collectors.groupingBy(Duties.Conflict::one, TreeMap::new, Collectors.toList()))
                .values().stream().map(this::line).toList());
        model.addAttribute("apart", duties.rolesApart());
        return "people/duties";
    }

    private Line line(List<Duties.Conflict> conflicts) {
        Duties.Conflict first = conflicts.get(0);
        return new Line(first.subjectType(), first.one(), conflicts.stream().map(Duties.Conflict::other)
                .sorted(Comparator.naturalOrder()).map(other -> texts.of("access.duty." + other)).collect(Collectors.joining("; ")),
                first.byRow());
    }
}

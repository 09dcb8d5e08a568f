package vn.coopfund.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.funding.Terms;
import vn.coopfund.reporting.CapitalLine;
import vn.coopfund.reporting.Progress;
import vn.coopfund.reporting.ProgressRegister;
import vn.coopfund.reporting.ProjectLine;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;

/** The two progress ledgers for programs: the figures, and the registers behind them. */
@RestController
@RequestMapping("/api/v1/progress")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR,
    Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.ALLIANCE_VIEWER})
@Tag(name = "progress")
class ProgressApi {

    private final ProgressRegister register;
    private final Terms terms;

    ProgressApi(ProgressRegister register, Terms terms) {
        this.register = register;
        this.terms = terms;
    }

    @Operation(summary = "Funded projects and charter capital against a term's targets; without a term, the first")
    @GetMapping
    Progress progress(@RequestParam(required = false) String term) {
        return register.of(terms.named(term));
    }

    @Operation(summary = "The funded projects: loans with first disbursement in the term")
    @GetMapping(path = "/projects", produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
    PageOf<ProjectLine> projects(@RequestParam(required = false) String term, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, "projects", Registers.PROJECTS, register.projects(terms.named(term)),
                Registers::cells, page, size);
    }

    @Operation(summary = "The movements of charter capital, each with its source and paper; their sum is the charter capital")
    @GetMapping(path = "/capital", produces = {MediaType.APPLICATION_JSON_VALUE, Export.CSV_TYPE, Export.XLSX_TYPE})
    PageOf<CapitalLine> capital(@RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size,
            Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return answer(request, response, "capital", Registers.CAPITAL, register.capital(locale), Registers::cells, page, size);
    }

    private static <T> PageOf<T> answer(HttpServletRequest request, HttpServletResponse response, String name,
            List<String> columns, List<T> lines, Function<T, Object[]> cells, Integer page, Integer size) {
        Optional<Export> file = Export.wanted(request);
        if (file.isPresent()) {
            file.get().answer(response, name, columns, rows -> lines.forEach(line -> rows.add(cells.apply(line))));
            return null;
        }
        return PageOf.of(lines, PageOf.Wish.of(page, size));
    }
}

package vn.coopfund.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.access.SubjectNames;
import vn.coopfund.people.AuditLine;
import vn.coopfund.people.AuditTrail;
import vn.coopfund.people.AuditWords;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Show;
import vn.coopfund.web.Texts;

/** The audit log, and the same as a file. */
@Controller
@Allowed({Role.CONTROLLER, Role.ADMINISTRATOR})
class AuditController {

    private static final List<String> COLUMNS =
            List.of("at", "username", "name", "what", "subject", "id", "detail", "source");

    private final AuditTrail trail;
    private final AuditWords words;
    private final ObjectProvider<SubjectNames> names;
    private final Texts texts;
    private final Show show;

    AuditController(AuditTrail trail, AuditWords words, ObjectProvider<SubjectNames> names, Texts texts,
            Show show) {
        this.trail = trail;
        this.words = words;
        this.names = names;
        this.texts = texts;
        this.show = show;
    }

    /** A line as shown; {@code path} leads to what it is about, null where this reader may not go there. */
    public record Shown(AuditLine line, String what, String subject, String detail, String path) {
    }

    @GetMapping("/audit")
    String list(AuditTrail.Wish wish, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size, Model model) {
        PageOf<AuditLine> lines = trail.page(wish, PageOf.Wish.of(page, size));
        Map<String, Map<Long, String>> named = names(lines.items());
        model.addAttribute("lines", lines.map(line -> shown(line, named)));
        model.addAttribute("acts", words.acts());
        model.addAttribute("types", Subject.Type.values());
        return "people/audit";
    }

    /** What the page's lines are about, by kind and id, as people know it. */
    private Map<String, Map<Long, String>> names(List<AuditLine> lines) {
        return names.stream().collect(Collectors.toMap(owner -> owner.type().name(), owner -> owner.of(lines.stream()
                .filter(line -> owner.type().name().equals(line.subjectType()) && line.subjectId() != null)
                .map(AuditLine::subjectId).distinct().toList())));
    }

    @GetMapping("/audit.{file:csv|xlsx}")
    void export(@PathVariable String file, AuditTrail.Wish wish, HttpServletResponse response) {
        List<String> columns = COLUMNS.stream().map(column -> texts.of("people.audit.column." + column)).toList();
        Export.of(file).download(response, "audit-log", columns, rows -> trail.each(wish, line -> rows.add(cells(line))));
    }

    private Object[] cells(AuditLine line) {
        return Stream.of(show.moment(line.at()), line.username(), line.name(), words.act(line.what()),
                line.subjectType() == null ? null : words.subject(line.subjectType()),
                line.subjectId() == null ? null : line.subjectId().toString(), words.detail(line.detail()),
                line.source()).toArray();
    }

    private Shown shown(AuditLine line, Map<String, Map<Long, String>> named) {
        return new Shown(line, words.act(line.what()), subject(line, named), words.detail(line.detail()), path(line));
    }

    private String subject(AuditLine line, Map<String, Map<Long, String>> named) {
        if (line.subjectType() == null) {
            return null;
        }
        String kind = words.subject(line.subjectType());
        return line.subjectId() == null || line.subjectId() == 0 ? kind
                : kind + " " + named.getOrDefault(line.subjectType(), Map.of()).getOrDefault(line.subjectId(), line.subjectId().toString());
    }

    private static String path(AuditLine line) {
        if (line.subjectType() == null || line.subjectId() == null) {
            return null;
        }
        boolean administrator = Actors.current().is(Role.ADMINISTRATOR);
        String folder = switch (line.subjectType()) {
            case "COOPERATIVE" -> "/cooperatives/";
            case "PERSON" -> administrator ? "/people/" : null;
            case "APPLICATION" -> administrator ? null : "/applications/";
            case "LOAN" -> administrator ? null : "/loans/";
            case "CONTRIBUTION" -> administrator ? null : "/funding/contributions/";
            case "ORDER" -> administrator ? null : "/vouchers/orders/";
            case "VOUCHER" -> administrator ? null : "/vouchers/";
            case "FINDING" -> administrator ? null : "/control/findings/";
            case "ENTRY" -> administrator ? null : "/books/entries/";
            default -> null;
        };
        return folder == null ? null : folder + line.subjectId();
    }
}

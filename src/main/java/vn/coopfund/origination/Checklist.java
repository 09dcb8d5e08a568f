package vn.coopfund.origination;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;
import vn.coopfund.money.Dong;
import vn.coopfund.workflow.DecisionTables;

/** The papers that a file must hold as {@code bpmn/document-checklist.dmn} has it, and which of them are there. */
@Component
public class Checklist {

    private static final String TABLE = "document-checklist";
    private static final Set<String> FUNDS_OWN = Set.of("FIELD_VISIT", "SIGNED_CONTRACT");

    private final DecisionTables tables;
    private final LendingAuthority authority;
    private final Borrowers borrowers;
    private final Attachments attachments;
    private final PaperDesk desk;

    Checklist(DecisionTables tables, LendingAuthority authority, Borrowers borrowers, Attachments attachments, PaperDesk desk) {
        this.tables = tables;
        this.authority = authority;
        this.borrowers = borrowers;
        this.attachments = attachments;
        this.desk = desk;
    }

    /**
     * One kind of paper with what was received of it.
     *
     * @param fileable whether the actor may file such a paper now
     */
    public record Item(String kind, boolean required, List<Attachment> papers, boolean fileable) {

        public boolean received() {
            return !papers.isEmpty();
        }

        /** False for what only the fund itself puts into the file. */
        public boolean isBorrowers() {
            return !FUNDS_OWN.contains(kind);
        }

        public boolean missing() {
            return required && !received();
        }

        /** Message key of its name. */
        public String label() {
            return "origination.paper." + kind;
        }
    }

    /** The papers as the actor may know of them. */
    @Transactional(readOnly = true)
    public List<Item> of(ApplicationView application) {
        return all(application).stream().filter(item -> PaperRule.of(item.kind()).mayRead(Actors.current())).toList();
    }

    private List<Item> all(ApplicationView application) {
        List<Attachment> papers = attachments.of(application.subject());
        return tables.ask(TABLE, inputs(application)).rows().stream()
                .sorted(Comparator.comparing(row -> ((Number) row.get("sort")).longValue()))
                .map(row -> item(application, (String) row.get("kind"), (boolean) row.get("required"), papers)).toList();
    }

    private Map<String, Object> inputs(ApplicationView application) {
        ApplicationContent content = application.content();
        return Map.of("borrowerKind", borrowers.byId(application.borrowerId()).kind().name(),
                "securityKind", content.securityKind().name(),
                "amount", content.amount() == null ? 0L : Dong.longOf(content.amount()),
                "directorLimit", Dong.longOf(authority.limit(application, content.amount())),
                "walkIn", application.walkIn());
    }

    private Item item(ApplicationView application, String kind, boolean required, List<Attachment> papers) {
        return new Item(kind, required, papers.stream().filter(p -> p.kind().equals(kind)).toList(),
                desk.mayFile(application, kind));
    }

    /** The kinds still missing. */
    @Transactional(readOnly = true)
    public List<Item> missing(ApplicationView application) {
        return all(application).stream().filter(Item::missing).toList();
    }

    @Transactional(readOnly = true)
    public Set<String> kinds(ApplicationView application) {
        return all(application).stream().map(Item::kind).collect(Collectors.toSet());
    }
}

package vn.coopfund.origination;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Actors;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;

/** The papers that a file must hold, by kind of borrower, and which of them are there. */
@Component
public class Checklist {

    private static final String SIGNED_APPLICATION = "SIGNED_APPLICATION";
    private static final String COLLATERAL_PAPER = "COLLATERAL_PAPER";
    private static final Set<String> FUNDS_OWN = Set.of("FIELD_VISIT", "SIGNED_CONTRACT");

    private final JdbcClient jdbc;
    private final Borrowers borrowers;
    private final Attachments attachments;
    private final PaperDesk desk;

    Checklist(JdbcClient jdbc, Borrowers borrowers, Attachments attachments, PaperDesk desk) {
        this.jdbc = jdbc;
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

    /**
     * The papers as the actor may know of them. A walk-in's file needs the signed paper too; a secured loan needs the
     * papers of its collateral.
     */
    @Transactional(readOnly = true)
    public List<Item> of(ApplicationView application) {
        return all(application).stream().filter(item -> PaperRule.of(item.kind()).mayRead(Actors.current())).toList();
    }

    private List<Item> all(ApplicationView application) {
        List<Attachment> papers = attachments.of(application.subject());
        return jdbc.sql("select kind, required from origination.paper_kind where fund_id = ? and borrower_kind = ? "
                        + "order by sort")
                .params(application.fundId(), borrowers.byId(application.borrowerId()).kind().name())
                .query((row, number) -> {
                    String kind = row.getString("kind");
                    boolean required = row.getBoolean("required")
                            || kind.equals(SIGNED_APPLICATION) && application.walkIn()
                            || kind.equals(COLLATERAL_PAPER) && application.content().securityKind().isSecured();
                    return new Item(kind, required, papers.stream().filter(p -> p.kind().equals(kind)).toList(),
                            desk.mayFile(application, kind));
                }).list();
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

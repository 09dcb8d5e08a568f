package vn.coopfund.origination;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.cooperatives.Borrowers;
import vn.coopfund.documents.Attachment;
import vn.coopfund.documents.Attachments;

/** The papers that a file must hold, by kind of borrower, and which of them are there. */
@Component
public class Checklist {

    private static final String SIGNED_APPLICATION = "SIGNED_APPLICATION";
    private static final String COLLATERAL_PAPER = "COLLATERAL_PAPER";

    private final JdbcClient jdbc;
    private final Borrowers borrowers;
    private final Attachments attachments;

    Checklist(JdbcClient jdbc, Borrowers borrowers, Attachments attachments) {
        this.jdbc = jdbc;
        this.borrowers = borrowers;
        this.attachments = attachments;
    }

    /** One kind of paper with what was received of it. */
    public record Item(String kind, boolean required, List<Attachment> papers) {

        public boolean received() {
            return !papers.isEmpty();
        }

        public boolean missing() {
            return required && !received();
        }

        /** Message key of its name. */
        public String label() {
            return "origination.paper." + kind;
        }
    }

    /** A walk-in's file needs the signed paper too; a secured loan needs the papers of its collateral. */
    @Transactional(readOnly = true)
    public List<Item> of(ApplicationView application) {
        List<Attachment> papers = attachments.of(application.subject());
        return jdbc.sql("select kind, required from origination.paper_kind where fund_id = ? and borrower_kind = ? "
                        + "order by sort")
                .params(application.fundId(), borrowers.byId(application.borrowerId()).kind().name())
                .query((row, number) -> {
                    String kind = row.getString("kind");
                    boolean required = row.getBoolean("required")
                            || kind.equals(SIGNED_APPLICATION) && application.walkIn()
                            || kind.equals(COLLATERAL_PAPER) && application.content().securityKind().isSecured();
                    return new Item(kind, required, papers.stream().filter(p -> p.kind().equals(kind)).toList());
                }).list();
    }

    /** The kinds still missing. */
    @Transactional(readOnly = true)
    public List<Item> missing(ApplicationView application) {
        return of(application).stream().filter(Item::missing).toList();
    }

    @Transactional(readOnly = true)
    public Set<String> kinds(ApplicationView application) {
        return of(application).stream().map(Item::kind).collect(Collectors.toSet());
    }
}

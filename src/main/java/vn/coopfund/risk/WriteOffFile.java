package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.Matter;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.PostingTemplate;
import vn.coopfund.ledger.PostingTemplates;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.ProvisionUse;
import vn.coopfund.web.Texts;

/** All there is to see of a write-off: the debt as it stands, the provisions, what is or was posted, and the council. */
@Component
public class WriteOffFile {

    /** A line of what is posted; {@code amount} in đồng. */
    public record Line(String account, String part, boolean debit, long amount) {
    }

    private final WriteOffs writeOffs;
    private final WriteOffUse uses;
    private final WriteOffGrounds grounds;
    private final Loans loans;
    private final PostingTemplates templates;
    private final CouncilMatters matters;
    private final BusinessDay businessDay;
    private final Texts texts;

    WriteOffFile(WriteOffs writeOffs, WriteOffUse uses, WriteOffGrounds grounds, Loans loans, PostingTemplates templates,
            CouncilMatters matters, BusinessDay businessDay, Texts texts) {
        this.writeOffs = writeOffs;
        this.uses = uses;
        this.grounds = grounds;
        this.loans = loans;
        this.templates = templates;
        this.matters = matters;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** By name, as the templates read it. */
    @Transactional(readOnly = true)
    public Map<String, Object> of(WriteOffs.WriteOff one) {
        LoanFile loan = loans.file(one.loanId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("one", one);
        shown.put("debtFile", loan);
        shown.put("lines", lines(one, loan));
        shown.put("debt", one.kind() == WriteOffs.Kind.FINAL ? writeOffs.pursuedOn(one.subject()) : null);
        shown.put("gone", grounds.gone(one).map(why -> why.reasons().stream().map(texts::of).toList()).orElse(null));
        Matter matter = matter(one).orElse(null);
        shown.put("councilMatter", matter);
        shown.put("councilVoting", matter == null ? null : matters.voting(matter));
        return shown;
    }

    /** What is posted, or was; a final write-off posts nothing. */
    @Transactional(readOnly = true)
    public List<Line> lines(WriteOffs.WriteOff one) {
        return lines(one, loans.file(one.loanId()));
    }

    /** Its question before the council; empty until it lies there. */
    @Transactional(readOnly = true)
    public Optional<Matter> matter(WriteOffs.WriteOff one) {
        return matters.latestOn(one.subject())
                .filter(latest -> latest.kind().equals(WriteOffBeforeCouncil.KIND) && latest.paper() == one.id());
    }

    private List<Line> lines(WriteOffs.WriteOff one, LoanFile loan) {
        if (one.kind() == WriteOffs.Kind.FINAL) {
            return List.of();
        }
        boolean done = one.principal() != null;
        long principal = done ? one.principal() : loan.position().principalOutstanding();
        ProvisionUse use = done ? new ProvisionUse(one.specificUsed(), one.generalUsed()) : uses.of(one.loanId(), principal);
        LocalDate day = done ? one.decidedOn() : businessDay.today();
        PostingTemplate template = templates.on("loan.charge-off", day);
        return Stream.of(line(template, "specific", use.specific()), line(template, "general", use.general()),
                line(template, "shortfall", principal - use.total()), line(template, "principal", principal))
                .filter(line -> line.amount() != 0).toList();
    }

    private static Line line(PostingTemplate template, String part, long amount) {
        PostingTemplate.Part posted = template.part(part);
        return new Line(posted.account(), part, posted.side() == Account.Side.DEBIT, amount);
    }
}

package vn.coopfund.servicing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** An act on a running loan beyond the director's authority: what it is about, what it would post, and what comes of it. */
@Component
class ProposalBeforeCouncil implements CouncilPaper {

    private static final Locale PAPERS = Locale.forLanguageTag("vi");

    private final Proposals proposals;
    private final ProposalOutcome outcome;
    private final WaitingActs acts;
    private final LoanSides sides;
    private final Rehearsal rehearsal;
    private final Loans loans;
    private final AccountNames names;
    private final Texts texts;

    ProposalBeforeCouncil(Proposals proposals, ProposalOutcome outcome, WaitingActs acts, LoanSides sides,
            Rehearsal rehearsal, Loans loans, AccountNames names, Texts texts) {
        this.proposals = proposals;
        this.outcome = outcome;
        this.acts = acts;
        this.sides = sides;
        this.rehearsal = rehearsal;
        this.loans = loans;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public Optional<Question> askedOn(Subject subject) {
        return subject.type() != Subject.Type.LOAN ? Optional.empty()
                : proposals.pending(subject.id()).stream().filter(Proposal::council).findFirst()
                        .map(one -> new Question(ProposalMatters.KIND, one.id()));
    }

    @Override
    public List<Figure> figures(Subject subject, Question question) {
        Proposal one = proposals.byId(question.paper());
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("act", texts.in(PAPERS, "servicing.proposal.kind." + one.kind())));
        if (one.amount() != null) {
            figures.add(new Figure("sum", DongFormat.format(one.amount())));
        }
        if (one.valueDate() != null) {
            figures.add(new Figure("value-date", one.valueDate().format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))));
        }
        if (one.why() != null) {
            figures.add(new Figure("why", one.why()));
        }
        return figures;
    }

    @Override
    public boolean concerns(Matter matter) {
        return matter.kind().equals(ProposalMatters.KIND);
    }

    @Override
    public String template() {
        return "servicing/council-proposal";
    }

    @Override
    public Map<String, Object> shown(Matter matter) {
        Proposal proposal = proposals.byId(matter.paper());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("proposal", proposal);
        shown.put("loan", loans.file(proposal.loanId()));
        shown.put("names", names.all());
        shown.put("waitsFor", acts.deciders(proposal).stream().map(texts::role).collect(Collectors.joining(" / ")));
        if (proposal.isPending()) {
            try {
                shown.put("scene", rehearsal.of(proposal.id()));
            } catch (Refusal hindered) {
                shown.put("hindered", hindered.reasons().stream().map(texts::of).toList());
            }
        }
        return shown;
    }

    @Override
    public boolean bars(Actor member, Matter matter) {
        Proposal proposal = proposals.byId(matter.paper());
        return member.id() == proposal.proposedBy() || sides.bar(member, proposal.loanId());
    }

    /** As the council decided; what can be done no more lapses, and the minutes stand all the same. */
    @Override
    public void decided(Matter matter) {
        ProposalOutcome.Held held = outcome.hold(matter.paper());
        Optional<Refusal> hindrance = acts.hindrance(held.proposal());
        if (!matter.approved()) {
            outcome.decline(held, texts.in(PAPERS, "servicing.proposal.refused-by-council", matter.minutes()));
        } else if (hindrance.isPresent()) {
            outcome.lapse(held, hindrance.get().reasons().stream()
                    .map(reason -> texts.in(PAPERS, reason.code(), reason.args())).collect(Collectors.joining(" ")));
        } else {
            outcome.confirm(held);
        }
    }
}

package vn.coopfund.origination;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Texts;

/** A loan above the director's authority, as appraised, before the council. */
@Component
class ApplicationBeforeCouncil implements CouncilPaper {

    private static final String KIND = "LOAN";
    private static final Locale PAPERS = Locale.forLanguageTag("vi");

    private final Applications applications;
    private final Appraisals appraisals;
    private final DecisionPaper paper;
    private final Texts texts;

    ApplicationBeforeCouncil(Applications applications, Appraisals appraisals, DecisionPaper paper, Texts texts) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.paper = paper;
        this.texts = texts;
    }

    @Override
    public Optional<Question> askedOn(Subject subject) {
        return subject.type() == Subject.Type.APPLICATION
                && applications.byId(subject.id()).state() == ApplicationState.PENDING_APPROVAL
                        ? Optional.of(new Question(KIND, paper.appraisal(subject.id()).id())) : Optional.empty();
    }

    @Override
    public List<Figure> figures(Subject subject, Question question) {
        ApplicationContent content = applications.byId(subject.id()).content();
        Appraisals.Appraisal appraisal = appraisals.byId(question.paper());
        String security = texts.in(PAPERS, content.securityKind().key());
        return List.of(new Figure("project", content.projectName()),
                new Figure("amount", DongFormat.format(Dong.longOf(appraisal.proposedAmount()))),
                new Figure("term", String.valueOf(appraisal.proposedTermMonths())),
                new Figure("rate", paper.rate().stripTrailingZeros().toPlainString().replace('.', ',') + " "
                        + texts.in(PAPERS, paper.rateUnit())),
                new Figure("security", !content.securityKind().isSecured() ? security : Stream.of(security, content.securityText(),
                        DongFormat.format(Dong.longOf(appraisal.collateralValue()))).filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "))));
    }

    @Override
    public boolean concerns(Matter matter) {
        return matter.kind().equals(KIND);
    }

    @Override
    public String template() {
        return "origination/council-paper";
    }

    @Override
    public Map<String, Object> shown(Matter matter) {
        return paper.of(matter.subjectId());
    }

    @Override
    public void refuseInFavour(Matter matter) {
        appraisals.refuseBadDebt(matter.subjectId());
    }
}

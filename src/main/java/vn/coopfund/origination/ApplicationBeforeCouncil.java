package vn.coopfund.origination;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilPaper;
import vn.coopfund.council.Matter;

/** A loan above the director's authority, as appraised, before the council. */
@Component
class ApplicationBeforeCouncil implements CouncilPaper {

    private static final String KIND = "LOAN";

    private final Applications applications;
    private final Appraisals appraisals;
    private final DecisionPaper paper;

    ApplicationBeforeCouncil(Applications applications, Appraisals appraisals, DecisionPaper paper) {
        this.applications = applications;
        this.appraisals = appraisals;
        this.paper = paper;
    }

    @Override
    public Optional<Question> askedOn(Subject subject) {
        return subject.type() == Subject.Type.APPLICATION
                && applications.byId(subject.id()).state() == ApplicationState.PENDING_APPROVAL
                        ? Optional.of(new Question(KIND, paper.appraisal(subject.id()).id())) : Optional.empty();
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

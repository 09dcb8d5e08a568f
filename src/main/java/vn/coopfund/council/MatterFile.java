package vn.coopfund.council;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.People;
import vn.coopfund.workflow.CasePaths;

/** All that is known of a question, for its page, for its papers and for the pages of its tasks. */
@Component
public class MatterFile {

    private final CouncilMatters matters;
    private final CouncilPapers papers;
    private final CasePaths cases;
    private final People people;

    MatterFile(CouncilMatters matters, CouncilPapers papers, CasePaths cases, People people) {
        this.matters = matters;
        this.papers = papers;
        this.cases = cases;
        this.people = people;
    }

    /** By name, as the templates read it: the paper's own things beside {@code matter} and {@code voting}. */
    @Transactional(readOnly = true)
    public Map<String, Object> of(Matter matter) {
        CouncilPaper paper = papers.of(matter);
        Map<String, Object> shown = new LinkedHashMap<>(paper.shown(matter));
        shown.put("matter", matter);
        shown.put("caseTitle", cases.title(matter.subject()));
        shown.put("casePath", cases.of(matter.subject()));
        shown.put("voting", matters.voting(matter));
        shown.put("figures", matters.figures(matter));
        shown.put("asideBefore", matters.asideBefore(matter));
        shown.put("caller", matter.calledBy() == null ? null : people.nameOf(matter.calledBy()));
        shown.put("signer", matter.signedBy() == null ? null : people.nameOf(matter.signedBy()));
        shown.put("paperTemplate", paper.template());
        return shown;
    }
}

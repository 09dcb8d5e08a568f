package vn.coopfund.council;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;

/** The papers of the rooms that ask, and how they come before the council. */
@Component
public class CouncilPapers {

    private final ObjectProvider<CouncilPaper> papers;
    private final CouncilMatters matters;

    CouncilPapers(ObjectProvider<CouncilPaper> papers, CouncilMatters matters) {
        this.papers = papers;
        this.matters = matters;
    }

    /** Lays before the council what waits for it on the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lay(Subject subject) {
        matters.lay(subject, papers.stream().flatMap(paper -> paper.askedOn(subject).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing waits for the council on " + subject)));
    }

    CouncilPaper of(Matter matter) {
        return papers.stream().filter(paper -> paper.concerns(matter)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no paper of " + matter.kind()));
    }
}

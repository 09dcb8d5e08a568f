package vn.coopfund.council;

import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.OpenTask;

/** The papers of the rooms that ask, and how they come before the council. */
@Component
public class CouncilPapers {

    private static final Set<String> TASKS = Set.of("Task_CallCouncil", "Task_CastVote", "Task_SignMinutes");

    private final ObjectProvider<CouncilPaper> papers;
    private final CouncilMatters matters;
    private final Inbox inbox;

    CouncilPapers(ObjectProvider<CouncilPaper> papers, CouncilMatters matters, Inbox inbox) {
        this.papers = papers;
        this.matters = matters;
        this.inbox = inbox;
    }

    /**
     * Lays before the council what waits for it on the case.
     *
     * @param kind of which question; null where the case has but one
     * @throws Refusal where the council sits on another question of the case, or on this one already (409)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lay(Subject subject, String kind) {
        matters.openOn(subject).filter(open -> isBeingDecided(subject)).ifPresent(open -> {
            throw Refusal.conflict("council.refused.other-open", "#council.kind." + open.kind(), open.laidOn());
        });
        for (CouncilPaper paper : papers) {
            Optional<CouncilPaper.Question> asked = paper.askedOn(subject)
                    .filter(question -> kind == null || kind.equals(question.kind()));
            if (asked.isPresent()) {
                matters.lay(subject, asked.get(), paper.figures(subject, asked.get()).stream()
                        .filter(figure -> figure.value() != null && !figure.value().isBlank()).toList());
                return;
            }
        }
        throw new IllegalStateException("nothing waits for the council on " + subject);
    }

    /** Somebody has yet to call, to vote or to sign. */
    private boolean isBeingDecided(Subject subject) {
        return inbox.on(subject).stream().map(OpenTask::key).anyMatch(TASKS::contains);
    }

    CouncilPaper of(Matter matter) {
        return papers.stream().filter(paper -> paper.concerns(matter)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no paper of " + matter.kind()));
    }
}

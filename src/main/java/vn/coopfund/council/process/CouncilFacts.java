package vn.coopfund.council.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.council.Matter;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.workflow.Processes;

/** What the council's model reads: who votes, and whether further votes can change anything. */
@Component("councilFacts")
public class CouncilFacts {

    private final CouncilMatters matters;

    CouncilFacts(CouncilMatters matters) {
        this.matters = matters;
    }

    /** The ids of the members called who have yet to vote, one task each. */
    public List<String> voters(DelegateExecution execution) {
        return matters.seats(matter(execution)).stream().filter(seat -> seat.vote() == null)
                .map(seat -> String.valueOf(seat.memberId())).toList();
    }

    /** True as soon as the outcome stands. */
    public boolean settled(DelegateExecution execution) {
        return matters.tally(matter(execution)).outcome().isPresent();
    }

    /** True as soon as the outcome stands or no vote can come any more. */
    public boolean over(DelegateExecution execution) {
        return matters.voting(matter(execution)).over();
    }

    private Matter matter(DelegateExecution execution) {
        return matters.openOn(Processes.subjectOf(execution)).orElseThrow();
    }
}

package vn.coopfund.council.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the votes for the gateway behind it. */
@Component
class CountVotesDelegate implements JavaDelegate {

    private final CouncilFacts facts;

    CountVotesDelegate(CouncilFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("settled", facts.settled(execution));
    }
}

package vn.coopfund.servicing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.servicing.TakeCouncilDecision;
import vn.coopfund.workflow.Processes;

@Component
class TakeCouncilDecisionDelegate implements JavaDelegate {

    private final TakeCouncilDecision takeCouncilDecision;

    TakeCouncilDecisionDelegate(TakeCouncilDecision takeCouncilDecision) {
        this.takeCouncilDecision = takeCouncilDecision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(takeCouncilDecision.take(Processes.subjectOf(execution)));
    }
}

package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.CheckProvisions;
import vn.coopfund.workflow.Processes;

@Component
class CheckProvisionsDelegate implements JavaDelegate {

    private final CheckProvisions checkProvisions;

    CheckProvisionsDelegate(CheckProvisions checkProvisions) {
        this.checkProvisions = checkProvisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkProvisions.check(Processes.subjectOf(execution));
    }
}

package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.GiveDebtUp;
import vn.coopfund.workflow.Processes;

@Component
class GiveDebtUpDelegate implements JavaDelegate {

    private final GiveDebtUp giveDebtUp;

    GiveDebtUpDelegate(GiveDebtUp giveDebtUp) {
        this.giveDebtUp = giveDebtUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        giveDebtUp.giveUp(Processes.subjectOf(execution));
    }
}

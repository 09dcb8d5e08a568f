package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.TakeDebtOut;
import vn.coopfund.workflow.Processes;

@Component
class TakeDebtOutDelegate implements JavaDelegate {

    private final TakeDebtOut takeDebtOut;

    TakeDebtOutDelegate(TakeDebtOut takeDebtOut) {
        this.takeDebtOut = takeDebtOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takeDebtOut.takeOut(Processes.subjectOf(execution));
        execution.setVariable("chargedOff", true);
    }
}

package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.LapseWriteOff;
import vn.coopfund.workflow.Processes;

@Component
class LapseWriteOffDelegate implements JavaDelegate {

    private final LapseWriteOff lapseWriteOff;

    LapseWriteOffDelegate(LapseWriteOff lapseWriteOff) {
        this.lapseWriteOff = lapseWriteOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lapseWriteOff.lapse(Processes.subjectOf(execution));
    }
}

package vn.coopfund.servicing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.servicing.CloseLoan;
import vn.coopfund.workflow.Processes;

@Component
class CloseLoanDelegate implements JavaDelegate {

    private final CloseLoan closeLoan;

    CloseLoanDelegate(CloseLoan closeLoan) {
        this.closeLoan = closeLoan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeLoan.close(Processes.subjectOf(execution));
    }
}

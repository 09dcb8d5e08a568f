package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.RecallLoan;
import vn.coopfund.workflow.Processes;

@Component
class RecallLoanDelegate implements JavaDelegate {

    private final RecallLoan recallLoan;

    RecallLoanDelegate(RecallLoan recallLoan) {
        this.recallLoan = recallLoan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recallLoan.recall(Processes.subjectOf(execution));
    }
}

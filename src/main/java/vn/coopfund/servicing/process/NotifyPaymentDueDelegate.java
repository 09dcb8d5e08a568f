package vn.coopfund.servicing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.servicing.NotifyPaymentDue;
import vn.coopfund.workflow.Processes;

@Component
class NotifyPaymentDueDelegate implements JavaDelegate {

    private final NotifyPaymentDue notifyPaymentDue;

    NotifyPaymentDueDelegate(NotifyPaymentDue notifyPaymentDue) {
        this.notifyPaymentDue = notifyPaymentDue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifyPaymentDue.tell(Processes.subjectOf(execution));
    }
}

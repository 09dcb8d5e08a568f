package vn.coopfund.servicing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.servicing.NotifyPaymentReceived;
import vn.coopfund.workflow.Processes;

@Component
class NotifyPaymentReceivedDelegate implements JavaDelegate {

    private final NotifyPaymentReceived notifyPaymentReceived;

    NotifyPaymentReceivedDelegate(NotifyPaymentReceived notifyPaymentReceived) {
        this.notifyPaymentReceived = notifyPaymentReceived;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifyPaymentReceived.tell(Processes.subjectOf(execution));
    }
}

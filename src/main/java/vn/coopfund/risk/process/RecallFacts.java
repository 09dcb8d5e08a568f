package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.RecallAuthority;
import vn.coopfund.workflow.Processes;

/** What the model of inspections reads of a loan: inputs of the table of authority, đồng. */
@Component("recallFacts")
public class RecallFacts {

    private final RecallAuthority authority;

    RecallFacts(RecallAuthority authority) {
        this.authority = authority;
    }

    public long amount(DelegateExecution execution) {
        return authority.amount(Processes.subjectOf(execution));
    }

    public long directorLimit(DelegateExecution execution) {
        return authority.directorLimit(Processes.subjectOf(execution));
    }
}

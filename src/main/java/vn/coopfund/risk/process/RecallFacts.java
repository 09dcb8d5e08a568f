package vn.coopfund.risk.process;

import java.util.Map;
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

    /** An input of the table of authority by its name, on the principal owed. */
    public Object input(DelegateExecution execution, String name) {
        return authority.inputs(Processes.subjectOf(execution)).get(name);
    }

    /** What a case asks that began before the table read more than one limit: it finds the further inputs beside it. */
    public long directorLimit(DelegateExecution execution) {
        Map<String, Object> inputs = authority.inputs(Processes.subjectOf(execution));
        execution.setVariables(inputs);
        return (long) inputs.get((boolean) inputs.get("secured") ? "securedLimit" : "unsecuredLimit");
    }
}

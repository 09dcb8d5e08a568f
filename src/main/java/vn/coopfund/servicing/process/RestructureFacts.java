package vn.coopfund.servicing.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Authority;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.workflow.Processes;

/** What the model of a restructuring reads of the loan: inputs of the table of authority. */
@Component("restructureFacts")
public class RestructureFacts {

    private final Loans loans;
    private final Authority authority;

    RestructureFacts(Loans loans, Authority authority) {
        this.loans = loans;
        this.authority = authority;
    }

    /** The principal outstanding, đồng. */
    public long amount(DelegateExecution execution) {
        return loan(execution).position().principalOutstanding();
    }

    /** An input of the table of authority by its name, on the principal outstanding. */
    public Object input(DelegateExecution execution, String name) {
        return inputs(execution).get(name);
    }

    /** What a case asks that began before the table read more than one limit: it finds the further inputs beside it. */
    public long directorLimit(DelegateExecution execution) {
        Map<String, Object> inputs = inputs(execution);
        execution.setVariables(inputs);
        return (long) inputs.get((boolean) inputs.get("secured") ? "securedLimit" : "unsecuredLimit");
    }

    private Map<String, Object> inputs(DelegateExecution execution) {
        return authority.inputs(loan(execution).loan(), Dong.of(amount(execution)));
    }

    private LoanFile loan(DelegateExecution execution) {
        return loans.file(Processes.subjectOf(execution).id());
    }
}

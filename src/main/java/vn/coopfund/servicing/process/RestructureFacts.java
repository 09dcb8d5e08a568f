package vn.coopfund.servicing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.workflow.Processes;

/** What the model of a restructuring reads of the loan: inputs of the table of authority. */
@Component("restructureFacts")
public class RestructureFacts {

    private final Loans loans;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    RestructureFacts(Loans loans, LendingRegulations regulations, BusinessDay businessDay) {
        this.loans = loans;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The principal outstanding, đồng. */
    public long amount(DelegateExecution execution) {
        return loan(execution).position().principalOutstanding();
    }

    /** Up to which amount the director decides by the regulation of the day, đồng. */
    public long directorLimit(DelegateExecution execution) {
        return Dong.longOf(regulations.on(businessDay.today()).directorLimit(loan(execution).loan().secured()));
    }

    private LoanFile loan(DelegateExecution execution) {
        return loans.file(Processes.subjectOf(execution).id());
    }
}

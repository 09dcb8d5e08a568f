package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulations;
import vn.coopfund.servicing.LoanFile;
import vn.coopfund.servicing.Loans;
import vn.coopfund.workflow.Processes;

/** What the model of inspections reads of a loan: inputs of the table of authority. */
@Component("recallFacts")
public class RecallFacts {

    private final Loans loans;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    RecallFacts(Loans loans, LendingRegulations regulations, BusinessDay businessDay) {
        this.loans = loans;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    /** The principal owed, đồng. */
    public long amount(DelegateExecution execution) {
        return file(execution).position().principalOutstanding();
    }

    /** Up to which amount the director decides on this loan by the regulation of the day, đồng. */
    public long directorLimit(DelegateExecution execution) {
        return Dong.longOf(regulations.on(businessDay.today()).directorLimit(file(execution).loan().secured()));
    }

    private LoanFile file(DelegateExecution execution) {
        return loans.file(Processes.subjectOf(execution).id());
    }
}

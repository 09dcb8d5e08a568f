package vn.coopfund.servicing;

import java.util.Map;
import org.springframework.context.event.EventListener;
import vn.coopfund.access.Act;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.funding.Exposures;
import vn.coopfund.origination.ContractSigned;
import vn.coopfund.workflow.CaseEvents;
import vn.coopfund.workflow.Processes;

/** Makes the loan of a signed contract, in the transaction of the signing: both happen, or neither. */
@Act
public class CreateLoan {

    static final String NUMBER_SYMBOL = "KV-QHTX";

    private final LoanRepository loans;
    private final Positions positions;
    private final ScheduleVersions versions;
    private final Standings standings;
    private final NumberSeries numbers;
    private final Exposures exposures;
    private final ContractSecurity security;
    private final CaseEvents events;
    private final Processes processes;

    CreateLoan(LoanRepository loans, Positions positions, ScheduleVersions versions, Standings standings,
            NumberSeries numbers, Exposures exposures, ContractSecurity security,
            CaseEvents events, Processes processes) {
        this.loans = loans;
        this.positions = positions;
        this.versions = versions;
        this.standings = standings;
        this.numbers = numbers;
        this.exposures = exposures;
        this.security = security;
        this.events = events;
        this.processes = processes;
    }

    /** The conventions of the contract are frozen on the loan, its schedule is kept as version 1. */
    @EventListener
    public void create(ContractSigned contract) {
        Loan loan = loans.saveAndFlush(
                Loan.of(contract, numbers.nextWritten(NUMBER_SYMBOL, contract.signedOn().getYear())));
        exposures.attachLoan(contract.applicationId(), contract.loanId());
        security.bind(contract);
        versions.keepContract(loan, positions.of(loan).contract());
        standings.put(loan, positions.of(loan).at(contract.signedOn()));
        events.tell(loan.subject(), "servicing.event.created", loan.number(), contract.contractNumber(),
                contract.principal());
        processes.start("loan-disbursement", loan.subject(), Map.of("firstDisbursement", true));
    }
}

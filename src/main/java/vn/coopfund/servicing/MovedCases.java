package vn.coopfund.servicing;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.workflow.Processes;

/** What waited on running loans before it had a model of its own goes on under it from the first start: votes and restructurings. */
@Component
class MovedCases implements ApplicationRunner {

    private final TransactionTemplate transaction;
    private final Proposals proposals;
    private final ProposalMatters matters;
    private final RestructureRequests requests;
    private final Processes processes;

    MovedCases(TransactionTemplate transaction, Proposals proposals, ProposalMatters matters, RestructureRequests requests,
            Processes processes) {
        this.transaction = transaction;
        this.proposals = proposals;
        this.matters = matters;
        this.requests = requests;
        this.processes = processes;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            proposals.pending(null).stream().filter(Proposal::council).forEach(matters::resume);
            requests.open().stream().filter(one -> !processes.runs(AskRestructure.PROCESS, one.subject()))
                    .forEach(one -> processes.start(AskRestructure.PROCESS, one.subject()));
        });
    }
}

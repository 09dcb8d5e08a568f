package vn.coopfund.council.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.council.CouncilPapers;
import vn.coopfund.workflow.Processes;

/** Lays before the council what the case asks of it; who starts the process may name the kind of question. */
@Component
class LayMatterDelegate implements JavaDelegate {

    private final CouncilPapers papers;

    LayMatterDelegate(CouncilPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.lay(Processes.subjectOf(execution), (String) execution.getVariable("question"));
    }
}

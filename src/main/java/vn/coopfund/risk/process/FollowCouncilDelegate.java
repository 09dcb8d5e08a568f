package vn.coopfund.risk.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.risk.FollowCouncil;
import vn.coopfund.workflow.Processes;

/** Takes the council's decision over for the gateway behind it. */
@Component
class FollowCouncilDelegate implements JavaDelegate {

    private final FollowCouncil followCouncil;

    FollowCouncilDelegate(FollowCouncil followCouncil) {
        this.followCouncil = followCouncil;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("recalled", followCouncil.follow(Processes.subjectOf(execution)));
    }
}

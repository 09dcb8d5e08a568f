package vn.coopfund.origination.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.coopfund.origination.ForecastEligibility;
import vn.coopfund.workflow.Processes;

@Component
class ForecastEligibilityDelegate implements JavaDelegate {

    private final ForecastEligibility forecastEligibility;

    ForecastEligibilityDelegate(ForecastEligibility forecastEligibility) {
        this.forecastEligibility = forecastEligibility;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("eligible", forecastEligibility.forecast(Processes.subjectOf(execution)));
    }
}

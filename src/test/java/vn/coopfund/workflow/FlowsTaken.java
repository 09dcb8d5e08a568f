package vn.coopfund.workflow;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Remembers every sequence flow that any test of this run took, whatever its context: {@code loan-repayment#Flow_…}.
 * Where all flows of a model were taken, all its nodes were.
 */
@Component
class FlowsTaken extends AbstractProcessEnginePlugin {

    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();

    static boolean taken(String process, String flow) {
        return TAKEN.contains(process + "#" + flow);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                String process = ((ProcessDefinitionEntity) flow.getProcessDefinition()).getKey();
                flow.addListener(ExecutionListener.EVENTNAME_TAKE,
                        (ExecutionListener) execution -> TAKEN.add(process + "#" + flow.getId()));
            }
        });
    }
}

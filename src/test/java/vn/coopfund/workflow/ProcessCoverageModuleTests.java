package vn.coopfund.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.coopfund.ModuleTest;

/**
 * The last class of the run: between them the tests walked every model whole. Alone it can only fail; its table lies in
 * {@code target/process-coverage.md}.
 */
@Order(Integer.MAX_VALUE)
class ProcessCoverageModuleTests extends ModuleTest {

    @Test
    void everyFlowAndEveryNodeOfEveryModelWasWalked() throws IOException {
        List<String> missing = new ArrayList<>();
        StringBuilder table = new StringBuilder("| model | flows walked | nodes walked |\n|---|---|---|\n");
        File[] models = new File("bpmn").listFiles(file -> file.getName().endsWith(".bpmn"));
        Arrays.sort(models);
        for (File file : models) {
            String process = file.getName().replace(".bpmn", "");
            BpmnModelInstance model = Bpmn.readModelFromFile(file);
            List<SequenceFlow> flows = List.copyOf(model.getModelElementsByType(SequenceFlow.class));
            List<FlowNode> nodes = List.copyOf(model.getModelElementsByType(FlowNode.class));
            List<String> flowsLeft = flows.stream().map(SequenceFlow::getId)
                    .filter(flow -> !FlowsTaken.taken(process, flow)).toList();
            List<String> nodesLeft = nodes.stream().filter(node -> !walked(process, node)).map(FlowNode::getId).toList();
            table.append("| %s | %d / %d | %d / %d |%n".formatted(process, flows.size() - flowsLeft.size(), flows.size(),
                    nodes.size() - nodesLeft.size(), nodes.size()));
            flowsLeft.forEach(flow -> missing.add(process + " " + flow));
            nodesLeft.forEach(node -> missing.add(process + " " + node));
        }
        Files.writeString(Path.of("target", "process-coverage.md"), table);
        assertThat(missing).isEmpty();
    }

    private static boolean walked(String process, FlowNode node) {
        return node.getIncoming().stream().anyMatch(flow -> FlowsTaken.taken(process, flow.getId()))
                || node.getOutgoing().stream().anyMatch(flow -> FlowsTaken.taken(process, flow.getId()))
                || node instanceof SubProcess part && part.getFlowElements().stream()
                        .anyMatch(inside -> inside instanceof FlowNode child && walked(process, child));
    }
}

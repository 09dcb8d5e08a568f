package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import vn.coopfund.access.Role;
import vn.coopfund.workflow.TaskAct;

/** The models fit the program: ids, files, delegates, calls, forms, roles and time to live. */
class ProcessModelTests extends ModuleTest {

    private static final Pattern ID = Pattern.compile(
            "(StartEvent|EndEvent|Event|BoundaryEvent|Task|Gateway|Flow|Call|SubProcess)_[A-Z][A-Za-z0-9]*");

    @Autowired ApplicationContext beans;
    @Autowired List<TaskAct> acts;

    static Stream<File> processes() {
        return files(".bpmn");
    }

    private static Stream<File> files(String ending) {
        return Arrays.stream(new File("bpmn").listFiles()).filter(file -> file.getName().endsWith(ending)).sorted();
    }

    private static String stem(File file) {
        return file.getName().substring(0, file.getName().lastIndexOf('.'));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void carriesTheNameOfItsFileAndLivesTenYears(File file) {
        Process process = Bpmn.readModelFromFile(file).getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId()).isEqualTo(stem(file));
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(process.isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void namesAndExplainsEveryElementAndDrawsIt(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId()).collect(Collectors.toSet());
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            assertThat(element.getId()).matches(ID);
            assertThat(element.getDocumentations()).as(element.getId()).isNotEmpty();
            if (element instanceof FlowNode) {
                assertThat(element.getName()).as(element.getId()).isNotBlank();
                assertThat(drawn).contains(element.getId());
            }
        }
        model.getModelElementsByType(Message.class)
                .forEach(message -> assertThat(message.getName()).isEqualTo(message.getId()).startsWith("Message_"));
        assertThat(model.getModelElementsByType(Script.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void asksOneNamedBooleanAtEachGateway(File file) {
        for (ConditionExpression condition : Bpmn.readModelFromFile(file).getModelElementsByType(ConditionExpression.class)) {
            if (condition.getParentElement() instanceof SequenceFlow) {
                assertThat(condition.getTextContent()).matches("\\$\\{!?[a-zA-Z]+}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void resolvesEveryDelegateCallAndDecision(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            Matcher bean = Pattern.compile("\\$\\{(\\w+Delegate)}").matcher(String.valueOf(task.getCamundaDelegateExpression()));
            assertThat(bean.matches()).as(task.getId()).isTrue();
            assertThat(beans.containsBean(bean.group(1))).as(bean.group(1)).isTrue();
        }
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            assertThat(new File("bpmn/" + call.getCalledElement() + ".bpmn")).exists();
        }
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(new File("bpmn/" + task.getCamundaDecisionRef() + ".dmn")).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void hasAnActAFormARoleAndAServiceLevelForEveryUserTask(File file) {
        for (UserTask task : Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class)) {
            TaskAct act = acts.stream().filter(one -> one.taskKey().equals(task.getId())).findFirst()
                    .orElseThrow(() -> new AssertionError("no act for " + task.getId()));
            String stem = org.springframework.aop.support.AopUtils.getTargetClass(act).getSimpleName();
            assertThat("Task_" + stem).isEqualTo(task.getId());
            String kebab = stem.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase();
            assertThat(task.getCamundaFormKey()).endsWith("/" + kebab);
            assertThat(new ClassPathResource("templates/" + task.getCamundaFormKey() + ".html").exists())
                    .as(task.getCamundaFormKey()).isTrue();
            assertThat(task.getCamundaCandidateGroupsList()).allSatisfy(Role::valueOf).isNotEmpty();
            assertThat(task.getExtensionElements()).as("workingDays of " + task.getId()).isNotNull();
        }
    }

    @Test
    void usesEveryActOfATask() {
        Set<String> modelled = processes().flatMap(file -> Bpmn.readModelFromFile(file)
                .getModelElementsByType(UserTask.class).stream()).map(UserTask::getId).collect(Collectors.toSet());
        assertThat(acts).extracting(TaskAct::taskKey).isSubsetOf(modelled);
    }

    @Test
    void namesEveryDecisionTableAfterItsFile() {
        files(".dmn").forEach(file -> {
            Decision decision = Dmn.readModelFromFile(file).getModelElementsByType(Decision.class).iterator().next();
            assertThat(decision.getId()).isEqualTo(stem(file));
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        });
    }

    /** A table is read by people who do not program: it says what it is about, and each of its rows, in words. */
    @ParameterizedTest
    @MethodSource("tables")
    void namesAndExplainsEveryPartOfATable(File file) {
        DmnModelInstance model = Dmn.readModelFromFile(file);
        Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
        DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
        assertThat(decision.getName()).isNotBlank();
        assertThat(decision.getDescription().getTextContent()).isNotBlank();
        assertThat(table.getId()).isEqualTo("DecisionTable_" + stem(file));
        assertThat(table.getInputs()).isNotEmpty().allSatisfy(input -> {
            assertThat(input.getId()).matches("Input_[A-Z][A-Za-z0-9]*");
            assertThat(input.getLabel()).isNotBlank();
        });
        assertThat(table.getOutputs()).isNotEmpty().allSatisfy(output -> {
            assertThat(output.getId()).matches("Output_[A-Z][A-Za-z0-9]*");
            assertThat(output.getLabel()).isNotBlank();
            assertThat(output.getName()).matches("[a-z][A-Za-z]*");
        });
        assertThat(table.getRules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getId()).matches("Rule_[A-Z][A-Za-z0-9_]*");
            assertThat(rule.getDescription().getTextContent()).as(rule.getId()).isNotBlank();
            assertThat(rule.getInputEntries()).hasSameSizeAs(table.getInputs());
        });
    }

    static Stream<File> tables() {
        return files(".dmn");
    }
}

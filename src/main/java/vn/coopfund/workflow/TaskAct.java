package vn.coopfund.workflow;

import java.util.Map;
import vn.coopfund.access.Duty;

/**
 * How a user task is shown and done; registered by the room that owns the act. Nobody completes a task with raw
 * variables: the page and the call both come here.
 */
public interface TaskAct {

    /** The id of the user task in its model. */
    String taskKey();

    /** The side that its doer takes on the subject; null when it is none. */
    default Duty duty() {
        return null;
    }

    /** The form with what is known already filled in. */
    TaskForm form(OpenTask task);

    /** What the task's template shows beside the form. */
    default Map<String, Object> shown(OpenTask task) {
        return Map.of();
    }

    /** Does the act with the input; returns only the decisions that the model's gateways read. */
    Map<String, Object> perform(OpenTask task, TaskInput input);
}

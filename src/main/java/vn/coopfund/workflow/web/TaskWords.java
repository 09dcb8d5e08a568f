package vn.coopfund.workflow.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.TaskForm;

/**
 * The words of a task's strong button, each by a message that a task may have: {@code task.<key>.do} is the act's verb,
 * {@code task.<key>.do.<OUTCOME>} the verb once that outcome is chosen; {@code task.<key>.ask.<OUTCOME>} is asked once
 * before that outcome is done, and {@code task.<key>.sure} stands on the button then.
 */
@Component
class TaskWords {

    private final MessageSource messages;

    TaskWords(MessageSource messages) {
        this.messages = messages;
    }

    String verb(OpenTask task, boolean asked) {
        String verb = asked ? words(task.nameKey() + ".sure") : words(task.nameKey() + ".do");
        return verb == null ? words("workflow.task.complete") : verb;
    }

    /** By outcome; empty where the task has no verb for any. */
    Map<String, String> verbs(OpenTask task, TaskForm form) {
        Map<String, String> verbs = new LinkedHashMap<>();
        form.fields().stream().filter(field -> field.name().equals("outcome")).flatMap(field -> field.options().stream())
                .forEach(option -> {
                    String verb = words(task.nameKey() + ".do." + option.value());
                    if (verb != null) {
                        verbs.put(option.value(), verb);
                    }
                });
        return verbs;
    }

    /** The question; null where nothing is asked. */
    String question(OpenTask task, String outcome) {
        return words(task.nameKey() + ".ask." + outcome);
    }

    private String words(String key) {
        return messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
    }
}

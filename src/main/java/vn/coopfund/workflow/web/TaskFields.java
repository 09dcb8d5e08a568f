package vn.coopfund.workflow.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.TaskForm;

/** A task's form as a page fills it: every value as the text of its field. */
public class TaskFields {

    private Map<String, String> values = new LinkedHashMap<>();

    /** The form as pre-filled. */
    static TaskFields of(TaskForm form) {
        TaskFields fields = new TaskFields();
        form.fields().forEach(field -> fields.values.put(field.name(), written(field.value())));
        return fields;
    }

    /** The fields shown, each with what the page needs to draw it. */
    static List<Shown> shown(TaskForm form, Texts texts) {
        return form.fields().stream().map(field -> new Shown("values[" + field.name() + "]",
                "task." + form.taskKey() + "." + field.name(), field.type(), !field.required(),
                field.options().stream().map(option -> new Choice(option.value(),
                        option.literal() ? option.label() : texts.of(option.label()))).toList())).toList();
    }

    /** One field on the page: its property, the message key of its label, its type. */
    public record Shown(String property, String label, TaskForm.Type type, boolean optional, List<Choice> choices) {
    }

    public Map<String, String> getValues() {
        return values;
    }

    public void setValues(Map<String, String> values) {
        this.values = values;
    }

    private static String written(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof MonetaryAmount amount) {
            return DongFormat.figures(Dong.longOf(amount));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString().replace('.', ',');
        }
        return value instanceof LocalDate day ? day.toString() : String.valueOf(value);
    }
}

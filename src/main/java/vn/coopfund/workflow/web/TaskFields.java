package vn.coopfund.workflow.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.TaskForm;

/** A task's form as a page fills it: every value as the text of its field, and what is ticked beside a text. */
public class TaskFields {

    private static final String BETWEEN = "; ";

    /** What a person answers for: never chosen beforehand on a page. */
    private static final Set<String> ANSWERED_FOR = Set.of("outcome", "badDebt", "evidence");

    private Map<String, String> values = new LinkedHashMap<>();
    private Map<String, List<String>> ticked = new LinkedHashMap<>();

    /** The form as pre-filled. What a person has to choose is not chosen beforehand. */
    static TaskFields of(TaskForm form, Texts texts) {
        TaskFields fields = new TaskFields();
        for (TaskForm.Field field : form.fields()) {
            boolean decides = field.type() == TaskForm.Type.CHOICE && ANSWERED_FOR.contains(field.name());
            fields.values.put(field.name(), decides ? null : written(field.value()));
            if (field.type() == TaskForm.Type.TEXT && !field.options().isEmpty()) {
                fields.tick(field, choices(field, texts));
            }
        }
        return fields;
    }

    /** What of the text names a thing of the list is ticked; the rest stays text. */
    private void tick(TaskForm.Field field, List<Choice> things) {
        List<String> named = things.stream().map(Choice::text).toList();
        List<String> parts = new ArrayList<>(field.value() == null ? List.of()
                : Arrays.asList(field.value().toString().split(BETWEEN)));
        ticked.put(field.name(), parts.stream().filter(named::contains).toList());
        parts.removeAll(named);
        values.put(field.name(), parts.isEmpty() ? null : String.join(BETWEEN, parts));
    }

    /** What a page sent for each field; one that it left empty counts as said. */
    Map<String, String> given(TaskForm form) {
        Map<String, String> given = new LinkedHashMap<>();
        for (TaskForm.Field field : form.fields()) {
            String value = values.get(field.name());
            boolean unticked = field.type() == TaskForm.Type.BOOLEAN && value == null;
            given.put(field.name(), unticked ? "false" : withTicked(field.name(), value));
        }
        return given;
    }

    private String withTicked(String name, String value) {
        List<String> things = ticked.getOrDefault(name, List.of());
        return things.isEmpty() ? value : Stream.concat(things.stream(), Stream.ofNullable(value))
                .filter(part -> !part.isBlank()).collect(Collectors.joining(BETWEEN));
    }

    /** The fields shown, each with what the page needs to draw it. */
    static List<Shown> shown(TaskForm form, Texts texts) {
        return form.fields().stream().map(field -> new Shown(field.name(), "values[" + field.name() + "]",
                "task." + form.taskKey() + "." + field.name(), field.type(), !field.required(), field.most(),
                choices(field, texts), field.unit())).toList();
    }

    private static List<Choice> choices(TaskForm.Field field, Texts texts) {
        return field.options().stream().map(option -> new Choice(option.value(),
                option.literal() ? option.label() : texts.of(option.label()))).toList();
    }

    /** One field on the page: its property, the message keys of its label and of its unit, its type. */
    public record Shown(String name, String property, String label, TaskForm.Type type, boolean optional, int most,
            List<Choice> choices, String unit) {
    }

    public boolean hasTicked(String name, String thing) {
        return ticked.getOrDefault(name, List.of()).contains(thing);
    }

    public Map<String, String> getValues() {
        return values;
    }

    public void setValues(Map<String, String> values) {
        this.values = values;
    }

    public Map<String, List<String>> getTicked() {
        return ticked;
    }

    public void setTicked(Map<String, List<String>> ticked) {
        this.ticked = ticked;
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

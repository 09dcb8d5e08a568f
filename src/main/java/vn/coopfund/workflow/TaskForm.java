package vn.coopfund.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * The fields by which a task completes, the same for the page and for a program. Values are what the page pre-fills;
 * in a choice the first option moves the case forward. Labels and options are message keys:
 * {@code <taskKey>.<field>} and {@code <taskKey>.<field>.<OPTION>} under the prefix {@code task.}.
 */
public final class TaskForm {

    /** The types a field may have. */
    public enum Type { CHOICE, TEXT, AMOUNT, INTEGER, DECIMAL, DATE, BOOLEAN }

    /**
     * One field.
     *
     * @param options for a choice, the words to choose from, the first one moving the case forward; for a text, what may be
     *                ticked to stand in it
     * @param value   what is pre-filled: String, Long, MonetaryAmount, BigDecimal, LocalDate or Boolean, or null
     * @param most    for a text, its greatest length
     * @param unit    for a decimal, the message key of its unit, else null
     */
    public record Field(String name, Type type, boolean required, List<Option> options, Object value, int most,
            String unit) {
    }

    /** @param label a message key, or a plain name where {@code literal} (a person's name, say) */
    public record Option(String value, String label, boolean literal) {
    }

    private final String taskKey;
    private final List<Field> fields = new ArrayList<>();

    private TaskForm(String taskKey) {
        this.taskKey = taskKey;
    }

    public static TaskForm of(String taskKey) {
        return new TaskForm(taskKey);
    }

    public String taskKey() {
        return taskKey;
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** A required choice; nothing is chosen beforehand on the page when {@code chosen} is null. */
    public TaskForm choice(String name, String chosen, String... options) {
        List<Option> all = new ArrayList<>();
        for (String option : options) {
            all.add(new Option(option, "task." + taskKey + "." + name + "." + option, false));
        }
        return add(new Field(name, Type.CHOICE, true, all, chosen, 0, null));
    }

    /** An optional choice among people or things with names of their own. */
    public TaskForm pick(String name, String chosen, List<Option> options) {
        return add(new Field(name, Type.CHOICE, false, List.copyOf(options), chosen, 0, null));
    }

    /** A required choice among people or things with names of their own. */
    public TaskForm need(String name, String chosen, List<Option> options) {
        return add(new Field(name, Type.CHOICE, true, List.copyOf(options), chosen, 0, null));
    }

    public TaskForm text(String name, String value, boolean required, int most) {
        return add(new Field(name, Type.TEXT, required, List.of(), value, most, null));
    }

    /**
     * A text made of things from a list, divided by semicolons, and of what else there is to say; the page lets one tick
     * the things. A program sends the whole text.
     */
    public TaskForm list(String name, String value, boolean required, int most, List<Option> things) {
        return add(new Field(name, Type.TEXT, required, List.copyOf(things), value, most, null));
    }

    /** The optional remark that most tasks have. */
    public TaskForm comment() {
        return text("comment", null, false, 2000);
    }

    public TaskForm amount(String name, MonetaryAmount value, boolean required) {
        return add(new Field(name, Type.AMOUNT, required, List.of(), value, 0, null));
    }

    public TaskForm integer(String name, Long value, boolean required) {
        return add(new Field(name, Type.INTEGER, required, List.of(), value, 0, null));
    }

    /** A decimal with dot or comma, in the unit that the message key names. */
    public TaskForm decimal(String name, BigDecimal value, boolean required, String unit) {
        return add(new Field(name, Type.DECIMAL, required, List.of(), value, 0, unit));
    }

    /** A required date, always pre-filled. */
    public TaskForm date(String name, LocalDate value) {
        return add(new Field(name, Type.DATE, true, List.of(), value, 0, null));
    }

    /** A date that may be left out, or a required one that is pre-filled. */
    public TaskForm date(String name, LocalDate value, boolean required) {
        return add(new Field(name, Type.DATE, required, List.of(), value, 0, null));
    }

    public TaskForm yesNo(String name, boolean value) {
        return add(new Field(name, Type.BOOLEAN, true, List.of(), value, 0, null));
    }

    private TaskForm add(Field field) {
        fields.add(field);
        return this;
    }
}

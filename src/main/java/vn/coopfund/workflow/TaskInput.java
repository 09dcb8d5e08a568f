package vn.coopfund.workflow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.access.AuditDetail;
import vn.coopfund.access.HasDetail;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Calls;
import vn.coopfund.web.Refusal;

/** What was filled in, read by the form's types; every wrong field is named at once. */
public final class TaskInput implements HasDetail {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, Object> values;

    private TaskInput(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads raw values: what a page sent as text, or what a program sent as JSON. An absent required field is refused
     * unless it can be taken from what the form pre-fills; null and the empty text count as absent.
     */
    public static TaskInput read(TaskForm form, Map<String, ?> raw) {
        Refusal.Problems problems = new Refusal.Problems();
        Map<String, Object> read = new LinkedHashMap<>();
        for (TaskForm.Field field : form.fields()) {
            Object given = raw.get(field.name());
            boolean absent = given == null || given instanceof String text && text.isBlank();
            if (absent) {
                boolean takeWhatWasShown = !raw.containsKey(field.name()) && field.value() != null;
                problems.addIf(field.required() && !takeWhatWasShown, field.name(), "workflow.form.required");
                read.put(field.name(), takeWhatWasShown ? field.value() : null);
            } else {
                read.put(field.name(), readOne(field, given, problems));
            }
        }
        problems.refuseIfAny();
        return new TaskInput(read);
    }

    private static Object readOne(TaskForm.Field field, Object given, Refusal.Problems problems) {
        String name = field.name();
        return switch (field.type()) {
            case CHOICE -> {
                boolean known = field.options().stream().anyMatch(option -> option.value().equals(given));
                problems.addIf(!known, name, "workflow.form.choice", field.options().stream()
                        .map(TaskForm.Option::value).collect(Collectors.joining(", ")));
                yield given;
            }
            case TEXT -> {
                String text = String.valueOf(given).strip();
                problems.addIf(!(given instanceof String), name, "workflow.form.text")
                        .addIf(text.length() > field.most(), name, "workflow.form.too-long", field.most());
                yield text;
            }
            case AMOUNT -> problems.reading(name, "workflow.form.amount", () -> amount(given));
            case INTEGER -> problems.reading(name, "workflow.form.integer", () -> integer(given));
            case DECIMAL -> problems.reading(name, "workflow.form.decimal", () -> decimal(given));
            case DATE -> problems.reading(name,
                    Calls.isCall() ? "web.parameter.date" : "workflow.form.date", () -> date(given));
            case BOOLEAN -> problems.reading(name, "workflow.form.boolean", () -> bool(given));
        };
    }

    private static MonetaryAmount amount(Object given) {
        MonetaryAmount amount = Dong.stated(given instanceof String text ? DongFormat.parse(text) : integer(given));
        if (amount.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return amount;
    }

    private static Long integer(Object given) {
        if (given instanceof Integer || given instanceof Long) {
            return ((Number) given).longValue();
        }
        if (given instanceof BigInteger || !(given instanceof String)) {
            throw new IllegalArgumentException("not an integer");
        }
        return Long.valueOf(((String) given).strip());
    }

    private static BigDecimal decimal(Object given) {
        if (!(given instanceof String || given instanceof Integer || given instanceof BigDecimal)) {
            throw new IllegalArgumentException("not a decimal");
        }
        BigDecimal value = new BigDecimal(given.toString().strip().replace(',', '.'));
        if (value.scale() > 6 || value.precision() > 12) {
            throw new IllegalArgumentException("too fine");
        }
        return value;
    }

    private static LocalDate date(Object given) {
        if (!(given instanceof String text)) {
            throw new IllegalArgumentException("not a date");
        }
        try {
            LocalDate day = text.contains("/") && !Calls.isCall() ? LocalDate.parse(text.strip(), TYPED) : LocalDate.parse(text.strip());
            if (day.getYear() < 1900 || day.getYear() > 2199) {
                throw new IllegalArgumentException("outside 1900 to 2199");
            }
            return day;
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static Boolean bool(Object given) {
        if (given instanceof Boolean value) {
            return value;
        }
        return switch (String.valueOf(given)) {
            case "true", "on" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not a boolean");
        };
    }

    /** All that was filled in, as it is kept: amounts as whole đồng, days and decimals as texts. */
    Map<String, Object> kept() {
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> kept.put(name, plain(value)));
        return kept;
    }

    static Object plain(Object value) {
        if (value instanceof MonetaryAmount amount) {
            return Dong.longOf(amount);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value == null || value instanceof Long || value instanceof Integer || value instanceof Boolean ? value
                : value.toString();
    }

    /** The decision, and the amounts and days filled in; nobody's free words. */
    @Override
    public String detail() {
        return Stream.concat(Stream.ofNullable(values.get("outcome")).map(String::valueOf),
                values.values().stream().map(AuditDetail::word).filter(Objects::nonNull))
                .collect(Collectors.collectingAndThen(Collectors.joining(" · "), words -> words.isEmpty() ? null : words));
    }

    public String text(String name) {
        return (String) values.get(name);
    }

    /** The text, or what to take where none was given. */
    public String text(String name, String otherwise) {
        return values.get(name) == null ? otherwise : text(name);
    }

    public MonetaryAmount amount(String name) {
        return (MonetaryAmount) values.get(name);
    }

    public Long integer(String name) {
        return (Long) values.get(name);
    }

    public BigDecimal decimal(String name) {
        return (BigDecimal) values.get(name);
    }

    public LocalDate date(String name) {
        return (LocalDate) values.get(name);
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public boolean chose(String name, String option) {
        return option.equals(values.get(name));
    }
}

package vn.coopfund.workflow.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.coopfund.access.People;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseTrail;

/** The figures of a finished task as its form named them. */
@Component
class CaseTrailWords {

    /** Fields that name somebody. */
    private static final Set<String> PERSONS = Set.of("visitedWith");

    private final MessageSource messages;
    private final Texts texts;
    private final People people;

    CaseTrailWords(MessageSource messages, Texts texts, People people) {
        this.messages = messages;
        this.texts = texts;
        this.people = people;
    }

    public record Line(String label, String value) {
    }

    /** One line a field that was filled in. */
    public List<Line> of(CaseTrail.Step step) {
        return step.filledIn().entrySet().stream().filter(field -> field.getValue() != null)
                .map(field -> new Line(label(step, field.getKey()), value(step, field.getKey(), field.getValue()))).toList();
    }

    /** The model by its name, with the version that it ran on. */
    public String model(CaseTrail.Step step) {
        return step.modelName() == null ? step.model() : texts.of("workflow.trail.model-version", step.modelName(),
                step.model().substring(step.model().lastIndexOf(':') + 1));
    }

    private String label(CaseTrail.Step step, String field) {
        return words("task." + step.taskKey() + "." + field, words("workflow.trail.field." + field, field));
    }

    private String value(CaseTrail.Step step, String field, Object value) {
        if (PERSONS.contains(field)) {
            return people.nameOf(Long.parseLong(value.toString()));
        }
        if (value instanceof Boolean yes) {
            return texts.of(yes ? "web.yes" : "web.no");
        }
        if (value instanceof Number number) {
            return DongFormat.figures(number.longValue());
        }
        String text = value.toString();
        return words("task." + step.taskKey() + "." + field + "." + text, day(text));
    }

    private String day(String text) {
        try {
            return texts.of("workflow.trail.plain", LocalDate.parse(text));
        } catch (DateTimeParseException words) {
            return text;
        }
    }

    private String words(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}

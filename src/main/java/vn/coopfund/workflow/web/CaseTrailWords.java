package vn.coopfund.workflow.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.CaseTrail;

/** The figures of a finished task as its form named them. */
@Component
class CaseTrailWords {

    private final MessageSource messages;
    private final Texts texts;

    CaseTrailWords(MessageSource messages, Texts texts) {
        this.messages = messages;
        this.texts = texts;
    }

    public record Line(String label, String value) {
    }

    /** One line a field that was filled in. */
    public List<Line> of(CaseTrail.Step step) {
        return step.filledIn().entrySet().stream().filter(field -> field.getValue() != null)
                .map(field -> new Line(label(step, field.getKey()), value(step, field.getKey(), field.getValue()))).toList();
    }

    private String label(CaseTrail.Step step, String field) {
        return words("task." + step.taskKey() + "." + field, words("workflow.trail.field." + field, field));
    }

    private String value(CaseTrail.Step step, String field, Object value) {
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

package vn.coopfund.web;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Does an act for a page's form: a refusal becomes errors at the form's fields, and the page is shown again. */
@Component
public class Forms {

    private final Texts texts;
    private final Clashes clashes;

    Forms(Texts texts, Clashes clashes) {
        this.texts = texts;
        this.clashes = clashes;
    }

    /**
     * True when the input could be read and the act was done; false when the form has to be shown again with its
     * errors. A record that is not there, or not this person's, is no matter for a form and goes through.
     */
    public boolean done(BindingResult form, Runnable act) {
        return done(form, UnaryOperator.identity(), act);
    }

    /** The same where the form keeps the act's fields under names of its own. */
    public boolean done(BindingResult form, UnaryOperator<String> nameOnForm, Runnable act) {
        if (form.hasErrors()) {
            return false;
        }
        try {
            act.run();
            return true;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            refusal.reasons().forEach(reason -> reject(form, nameOnForm, reason));
            return false;
        } catch (DataAccessException refused) {
            Refusal clash = clashes.in(refused).orElseThrow(() -> refused);
            clash.reasons().forEach(reason -> reject(form, nameOnForm, reason));
            return false;
        }
    }

    /** What is wrong, in words by field: for a list whose filter stands in its address. */
    public Map<String, String> words(BindingResult form) {
        return form.getFieldErrors().stream()
                .collect(Collectors.toMap(FieldError::getField, texts::error, (first, second) -> first));
    }

    private void reject(BindingResult form, UnaryOperator<String> nameOnForm, Refusal.Reason reason) {
        String field = reason.field() == null ? null : nameOnForm.apply(reason.field());
        if (field != null && hasField(form, field)) {
            form.rejectValue(field, reason.code(), texts.words(reason), texts.of(reason));
        } else {
            form.reject(reason.code(), texts.words(reason), texts.of(reason));
        }
    }

    private static boolean hasField(BindingResult form, String field) {
        try {
            form.getFieldType(field);
            form.getFieldValue(field);
            return true;
        } catch (org.springframework.beans.InvalidPropertyException unknown) {
            return false;
        }
    }
}

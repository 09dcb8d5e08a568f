package vn.coopfund.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/** Finds the words of a message key in the user's language, with dates and amounts written as people write them. */
@Component
public class Texts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** A kept message key, as against words of a person that begin with the same sign. */
    private static final Pattern KEY = Pattern.compile("#[a-z][\\w-]*(\\.[\\w-]+)+");

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The words in the current user's language. */
    public String of(String code, Object... args) {
        return in(LocaleContextHolder.getLocale(), code, args);
    }

    public String in(Locale locale, String code, Object... args) {
        return messages.getMessage(code, words(locale, args), locale);
    }

    /** Whether there are such words. */
    boolean has(String code) {
        return messages.getMessage(code, null, null, LocaleContextHolder.getLocale()) != null;
    }

    /** What to do about a value that cannot be read as this type, named by its field. */
    Refusal.Reason unreadable(String field, Class<?> type) {
        if (type != null && type.isEnum()) {
            return new Refusal.Reason(field, "web.parameter.choice", Arrays.stream(type.getEnumConstants())
                    .map(choice -> ((Enum<?>) choice).name()).collect(Collectors.joining(", ")));
        }
        String own = type == LocalDate.class && Calls.isCall() ? "web.parameter.date"
                : "typeMismatch." + (type == null ? "" : type.getName());
        return new Refusal.Reason(field, has(own) ? own : "typeMismatch");
    }

    public String of(Refusal.Reason reason) {
        return of(reason.code(), reason.args());
    }

    /** What Spring found wrong with a field, or a refusal put there. */
    String error(MessageSourceResolvable found) {
        return messages.getMessage(found, LocaleContextHolder.getLocale());
    }

    public String role(Role role) {
        return of("access.role." + role.name());
    }

    /** A reason's arguments as people read them, for whoever finds the words by the reason's key. */
    Object[] words(Refusal.Reason reason) {
        return words(LocaleContextHolder.getLocale(), reason.args());
    }

    private Object[] words(Locale locale, Object... args) {
        return Arrays.stream(args).map(Texts::written).map(arg -> word(locale, arg)).toArray();
    }

    /** The words of a kept value: a message key is marked by a leading {@code #}, anything else stands for itself. */
    public String word(String kept) {
        return String.valueOf(word(LocaleContextHolder.getLocale(), kept));
    }

    private Object word(Locale locale, Object value) {
        return value instanceof String text && text.startsWith("#")
                ? messages.getMessage(text.substring(1), null, KEY.matcher(text).matches()
                        ? messages.getMessage("web.word.retired", null, locale) : text, locale) : value;
    }

    static Object written(Object value) {
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof MonetaryAmount amount) {
            return DongFormat.format(Dong.longOf(amount));
        }
        return value;
    }
}

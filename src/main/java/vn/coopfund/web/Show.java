package vn.coopfund.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.util.DetailedError;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/** How figures, dates and choices are written on pages: {@code ${#show.amount(loan.balance())}}. Absent is a dash. */
@Component("show")
public class Show {

    private static final String DASH = "–";
    private static final Pattern AMOUNT = Pattern.compile("-?[\\d.]+\\u00a0đ");
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZONE);

    private final MessageSource messages;
    private final ObjectMapper json;

    Show(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** {@code 1.234.567 đ}. */
    public String amount(MonetaryAmount amount) {
        return amount == null ? DASH : DongFormat.format(Dong.longOf(amount));
    }

    /** {@code 1.234.567 đ} from whole đồng. */
    public String amount(Long dong) {
        return dong == null ? DASH : DongFormat.format(dong);
    }

    /** {@code 1.234.567}, for the cells of tables. */
    public String figures(Object value) {
        if (value == null) {
            return DASH;
        }
        if (value instanceof MonetaryAmount amount) {
            return DongFormat.figures(Dong.longOf(amount));
        }
        return value instanceof BigDecimal decimal && decimal.stripTrailingZeros().scale() > 0 ? number(decimal)
                : DongFormat.figures(((Number) value).longValue());
    }

    /** {@code dd/MM/yyyy}. */
    public String day(LocalDate day) {
        return day == null ? DASH : DAY.format(day);
    }

    /** {@code HH:mm dd/MM/yyyy} in Viet Nam. */
    public String moment(Instant moment) {
        return moment == null ? DASH : MOMENT.format(moment);
    }

    /** {@code 6,6 %} in Vietnamese, {@code 6.6%} in English; never broken over two lines. */
    public String percent(BigDecimal percent) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return percent == null ? DASH : number(percent) + (english ? "%" : "\u00a0%");
    }

    /** A decimal with the language's own comma or dot, as many decimals as it has. */
    public String number(BigDecimal value) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setGroupingSeparator(english ? ',' : '.');
        return new DecimalFormat("#,##0.##########", symbols).format(value);
    }

    /** Whether a value is written as an amount, which never breaks over two lines. */
    public boolean isAmount(Object value) {
        return value instanceof String text && AMOUNT.matcher(text).matches();
    }

    public Object orDash(Object value) {
        return value == null || value.toString().isBlank() ? DASH : value;
    }

    /** The choices of a list of words (an enum's values, say): each named by the message {@code prefix.WORD}. */
    public List<Choice> choices(String prefix, Collection<?> values) {
        return values.stream().map(value -> new Choice(value.toString(),
                messages.getMessage(prefix + "." + value, null, LocaleContextHolder.getLocale()))).toList();
    }

    public List<Choice> choices(String prefix, Object[] values) {
        return choices(prefix, Arrays.asList(values));
    }

    public <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> lines = new ArrayList<>(oldestFirst);
        Collections.reverse(lines);
        return lines;
    }

    /** A field's own name: {@code values[amount]} is {@code amount}. */
    public String fieldOf(String field) {
        return field.replaceAll("^\\w+\\[(.+)]$", "$1");
    }

    /**
     * What a field is called at its error in the summary, or null: {@code labels} lists prefixes of message keys
     * ({@code servicing.repayment} names {@code valueDate} by {@code servicing.repayment.value-date}) and keys of single
     * fields ({@code why=servicing.reversal.why}), which come first, apart by commas. A row's field has the row's number behind its name.
     */
    public String labelOf(String labels, String field) {
        Matcher row = ROW.matcher(field);
        String name = row.matches() ? row.group(3) : field;
        return labels == null ? null : Arrays.stream(labels.split(",")).map(String::strip)
                .sorted(Comparator.comparing(label -> label.indexOf('=') < 0)).flatMap(label -> keysOf(label, name))
                .map(key -> messages.getMessage(key, null, null, LocaleContextHolder.getLocale()))
                .filter(Objects::nonNull).findFirst()
                .map(words -> row.matches() ? words + " " + (Integer.parseInt(row.group(2)) + 1) : words).orElse(null);
    }

    private static Stream<String> keysOf(String label, String field) {
        int own = label.indexOf('=');
        if (own >= 0) {
            return label.substring(0, own).equals(field) ? Stream.of(label.substring(own + 1)) : Stream.empty();
        }
        return Stream.of(label + "." + field, label + "." + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /** Errors in the order in which the form declares its fields; what belongs to no field comes last. */
    public List<DetailedError> inOrder(List<DetailedError> errors, Object form) {
        List<String> fields = Arrays.stream(form.getClass().getDeclaredFields()).map(Field::getName).toList();
        return errors.stream().sorted(Comparator.comparingInt(error ->
                error.isGlobal() ? Integer.MAX_VALUE : fields.indexOf(error.getFieldName().replaceAll("\\W.*", "")))).toList();
    }

    /** The id of a form's field in the page: {@code values[amount]} is {@code values-amount}. */
    public String idOf(String field) {
        return field.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("-$", "");
    }

    /** What {@code aria-describedby} of a field names, or null where it has neither hint nor error. */
    public String describedBy(String field, String label, String hint, boolean wrong) {
        boolean hinted = hint != null
                || messages.getMessage(label + ".hint", null, null, LocaleContextHolder.getLocale()) != null;
        String id = idOf(field);
        String ids = (hinted ? id + "-hint " : "") + (wrong ? id + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }

    /** What a refusal is called above its reasons. */
    public String refusalTitle(int status) {
        String what = switch (status) {
            case 401, 403 -> "not-allowed";
            case 404 -> "not-found";
            case 409 -> "conflict";
            case 503 -> "not-yet";
            default -> status >= 500 ? "broken" : "title";
        };
        return messages.getMessage("web.refused." + what, null, LocaleContextHolder.getLocale());
    }

    /** For a data attribute that a script reads. */
    public String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

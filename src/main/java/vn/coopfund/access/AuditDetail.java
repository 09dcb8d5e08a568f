package vn.coopfund.access;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/**
 * What mattered in an act, for the {@code detail} of its audit line. An act says it by {@link #note}; where it says
 * nothing, the amounts, days and chosen words of its arguments are taken. Texts are never taken unasked: they may be
 * passwords or personal numbers.
 */
public final class AuditDetail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String BETWEEN = " · ";
    private static final ThreadLocal<Deque<StringBuilder>> RUNNING = ThreadLocal.withInitial(ArrayDeque::new);

    private AuditDetail() {
    }

    /** Adds words to the line of the act that runs now; capital words such as a role's name are shown as its title. */
    public static void note(String words) {
        StringBuilder line = RUNNING.get().peek();
        if (line != null) {
            line.append(line.isEmpty() ? "" : BETWEEN).append(words);
        }
    }

    static void begin() {
        RUNNING.get().push(new StringBuilder());
    }

    /** What the act noted, else what its arguments say; null where neither says anything. */
    static String end(Object[] arguments) {
        String noted = RUNNING.get().peek().toString();
        String detail = noted.isEmpty() ? of(arguments) : noted;
        return detail.isEmpty() ? null : detail;
    }

    static void leave() {
        RUNNING.get().pop();
        if (RUNNING.get().isEmpty()) {
            RUNNING.remove();
        }
    }

    private static String of(Object[] arguments) {
        return Arrays.stream(arguments).filter(argument -> !(argument instanceof HasSubject))
                .flatMap(AuditDetail::words).filter(Objects::nonNull).collect(Collectors.joining(BETWEEN));
    }

    private static Stream<String> words(Object argument) {
        if (argument instanceof HasDetail command) {
            return Stream.ofNullable(command.detail());
        }
        if (argument instanceof Record command && !(argument instanceof Subject)) {
            return Arrays.stream(command.getClass().getRecordComponents()).map(part -> word(valueOf(command, part)));
        }
        return Stream.ofNullable(word(argument));
    }

    private static Object valueOf(Record command, java.lang.reflect.RecordComponent part) {
        try {
            part.getAccessor().trySetAccessible();
            return part.getAccessor().invoke(command);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An amount, a day or a chosen word as people read it; null for anything else. */
    public static String word(Object value) {
        if (value instanceof MonetaryAmount amount) {
            return DongFormat.format(Dong.longOf(amount));
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        return value instanceof Enum<?> chosen ? chosen.name() : null;
    }
}

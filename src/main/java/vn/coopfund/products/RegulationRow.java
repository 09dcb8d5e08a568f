package vn.coopfund.products;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/** A regulation and its row: each component is the column of the same name, a set of words is text parted by commas. */
final class RegulationRow {

    private static final RecordComponent[] COMPONENTS = LendingRegulation.class.getRecordComponents();

    private RegulationRow() {
    }

    static LendingRegulation read(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : COMPONENTS) {
            values.put(component.getName(), read(row, component));
        }
        return of(values);
    }

    /** From its values by name. */
    static LendingRegulation of(Map<String, Object> values) {
        try {
            Constructor<LendingRegulation> canonical = LendingRegulation.class.getDeclaredConstructor(
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(
                    Arrays.stream(COMPONENTS).map(component -> values.get(component.getName())).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands in the columns, by their names. */
    static Map<String, Object> columns(LendingRegulation regulation) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (RecordComponent component : COMPONENTS) {
            columns.put(column(component.getName()), written(value(regulation, component)));
        }
        return columns;
    }

    static Object value(LendingRegulation regulation, String name) {
        return value(regulation, Arrays.stream(COMPONENTS).filter(component -> component.getName().equals(name))
                .findFirst().orElseThrow());
    }

    private static Object value(LendingRegulation regulation, RecordComponent component) {
        try {
            return component.getAccessor().invoke(regulation);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object written(Object value) {
        if (value instanceof MonetaryAmount amount) {
            return Dong.longOf(amount);
        }
        if (value instanceof Collection<?> words) {
            return words.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        return value instanceof Enum<?> word ? word.name() : value;
    }

    private static Object read(ResultSet row, RecordComponent component) throws SQLException {
        String column = column(component.getName());
        Class<?> type = component.getType();
        if (type == int.class || type == Integer.class) {
            return row.getObject(column, Integer.class);
        }
        if (type == boolean.class) {
            return row.getBoolean(column);
        }
        if (type == MonetaryAmount.class) {
            return Dong.of(row.getLong(column));
        }
        if (type == LocalDate.class) {
            return row.getObject(column, LocalDate.class);
        }
        return type == BigDecimal.class ? plain(row.getBigDecimal(column)) : readText(row.getString(column), component);
    }

    /** Without zeros at its end, and without an exponent: 150.000 is 150. */
    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Object readText(String text, RecordComponent component) {
        if (text == null || component.getType() == String.class) {
            return text;
        }
        if (component.getType().isEnum()) {
            return word(component.getType(), text);
        }
        Class<?> of = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return component.getType() == List.class ? List.copyOf(words(of, text)) : words(of, text);
    }

    static LinkedHashSet<Object> words(Class<?> type, String text) {
        return Arrays.stream(text.split(",")).map(String::strip).map(one -> word(type, one))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @throws IllegalArgumentException if there is no such word */
    static Object word(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(word -> ((Enum<?>) word).name().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + ": " + text));
    }

    private static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}

package vn.coopfund.products.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.coopfund.web.Refusal;

/**
 * The fields of a JSON object, read without guessing: a figure in quotes is no figure, 1.5 and 5e8 are no whole
 * numbers, 5 is no text. What has the wrong type reads as absent and is kept as a reason at its field, as is a field
 * that nobody asks for, so that the caller hears of all of them at once.
 */
final class JsonFields {

    private final JsonNode node;
    private final String path;
    private final List<Refusal.Reason> wrong;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(JsonNode node, String path, List<Refusal.Reason> wrong) {
        this.node = node;
        this.path = path;
        this.wrong = wrong;
    }

    /**
     * What a body says.
     *
     * @param wrong takes the reasons
     * @throws Refusal if the body is no object at all
     */
    static <T> T read(JsonNode body, List<Refusal.Reason> wrong, Function<JsonFields, T> read) {
        if (!body.isObject()) {
            throw Refusal.invalid("", "products.json.object");
        }
        return new JsonFields(body, "", wrong).read(read);
    }

    private <T> T read(Function<JsonFields, T> read) {
        T value = read.apply(this);
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                wrong.add(new Refusal.Reason(path + name, "web.unknown-field", path + name));
            }
        });
        return value;
    }

    String text(String name) {
        JsonNode value = value(name, JsonNode::isTextual, "products.json.text");
        return value == null ? null : value.textValue();
    }

    BigDecimal whole(String name) {
        JsonNode value = value(name, JsonNode::isIntegralNumber, "products.json.whole");
        return value == null ? null : value.decimalValue();
    }

    Boolean flag(String name) {
        JsonNode value = value(name, JsonNode::isBoolean, "products.json.flag");
        return value == null ? null : value.booleanValue();
    }

    <T> T object(String name, Function<JsonFields, T> read) {
        return object(ask(name), path + name, read);
    }

    /** One element an object; a null or wrong one is null, so that the others keep their numbers. */
    <T> List<T> objects(String name, Function<JsonFields, T> read) {
        JsonNode list = value(name, JsonNode::isArray, "products.json.list");
        return list == null ? null : IntStream.range(0, list.size())
                .mapToObj(i -> object(list.get(i), path + name + "[" + i + "]", read)).toList();
    }

    private <T> T object(JsonNode value, String field, Function<JsonFields, T> read) {
        JsonNode object = typed(value, field, JsonNode::isObject, "products.json.object");
        return object == null ? null : new JsonFields(object, field + ".", wrong).read(read);
    }

    private JsonNode value(String name, Predicate<JsonNode> type, String code) {
        return typed(ask(name), path + name, type, code);
    }

    private JsonNode ask(String name) {
        asked.add(name);
        return node.get(name);
    }

    private JsonNode typed(JsonNode value, String field, Predicate<JsonNode> type, String code) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!type.test(value)) {
            wrong.add(new Refusal.Reason(field, code));
            return null;
        }
        return value;
    }
}

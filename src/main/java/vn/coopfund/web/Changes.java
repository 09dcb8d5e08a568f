package vn.coopfund.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A body that changes part of what is there (RFC 7396): what it leaves out stays, what it names as null is emptied. */
@Component
public class Changes {

    private final ObjectMapper json;

    Changes(ObjectMapper json) {
        this.json = json;
    }

    /** What is there with the changes over it; a wrong value is refused at its field, fields that are none are left. */
    public <T> T over(T now, ObjectNode changes, Class<T> type) {
        ObjectNode merged = json.valueToTree(now);
        merge(merged, changes);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException wrong) {
            throw new Unreadable(wrong);
        }
    }

    /** What a body says that may be left out; null where it is empty. */
    public <T> T orNone(String body, Class<T> type) {
        try {
            return body == null || body.isBlank() ? null : json.readValue(body, type);
        } catch (JsonProcessingException wrong) {
            throw new Unreadable(wrong);
        }
    }

    private static void merge(ObjectNode into, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (into.get(change.getKey()) instanceof ObjectNode part && change.getValue() instanceof ObjectNode inside) {
                merge(part, inside);
            } else {
                into.set(change.getKey(), change.getValue());
            }
        }
    }

    /** The changes cannot be read; the cause says where. */
    static class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(JsonProcessingException why) {
            super(why);
        }
    }
}

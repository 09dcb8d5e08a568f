package vn.coopfund.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sentences that are kept: a message key and its arguments as JSON, read again in the language of whoever reads.
 * Amounts and dates are kept as they are written; an argument that starts with {@code #} is a message key of its own.
 */
@Component
public class Sentences {

    private final ObjectMapper json;
    private final Texts texts;

    Sentences(ObjectMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** The arguments as they are kept beside the key. */
    public String keep(Object... args) {
        try {
            return json.writeValueAsString(Arrays.stream(args).map(Texts::written).map(String::valueOf).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The sentence in the reader's language; one of an earlier version whose words are gone is read by its arguments. */
    public String read(String code, String kept) {
        try {
            List<String> args = json.readValue(kept, new TypeReference<List<String>>() { });
            return texts.has(code) ? texts.of(code, args.toArray()) : texts.of("web.sentence.retired",
                    args.stream().map(texts::word).collect(Collectors.joining(" · ")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

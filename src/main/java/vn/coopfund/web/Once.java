package vn.coopfund.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.coopfund.access.Actors;

/**
 * Does an act at most once for a key. The key's row is written in the act's own transaction, so only a success is
 * kept; a second sender waits for the first and then reads its answer. The scope is person, method, path and key.
 */
@Component("once")
public class Once {

    public static final String HEADER = "Idempotency-Key";
    public static final String FIELD = "_once";
    private static final int LONGEST_KEY = 200;
    private static final Set<String> NOT_CONTENT = Set.of(FIELD, "_csrf");

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Once(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A fresh key for a form that is about to be shown. */
    public String token() {
        return UUID.randomUUID().toString();
    }

    /** For a call: the key is the header, and its absence is a bad request. */
    @Transactional
    public <T> T call(HttpServletRequest request, Object body, Class<T> type, Supplier<T> act) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new WrongKey("web.once.missing");
        }
        return once(request, key, body, type, act);
    }

    /** For a call that may be sent without a key: with one it is done once. */
    @Transactional
    public <T> T callMaybe(HttpServletRequest request, Object body, Class<T> type, Supplier<T> act) {
        String key = request.getHeader(HEADER);
        return key == null || key.isBlank() ? act.get() : call(request, body, type, act);
    }

    /**
     * For a call whose act is safe to repeat and has transactions of its own: a key that is sent keeps its answer, and
     * with another body it is refused; without one the act is done.
     */
    public <T> T callRepeatable(HttpServletRequest request, Object body, Class<T> type, Supplier<T> act) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            return act.get();
        }
        String scope = scope(request, key);
        String hash = hash(write(body));
        if (jdbc.sql("select count(*) from web.once where scope = ?").param(scope).query(Integer.class).single() > 0) {
            return stored(scope, hash, type);
        }
        T answer = act.get();
        jdbc.sql("insert into web.once (scope, body_hash, answer) values (?, ?, ?::jsonb) on conflict do nothing")
                .params(scope, hash, write(answer)).update();
        return answer;
    }

    private static String scope(HttpServletRequest request, String key) {
        if (key.length() > LONGEST_KEY) {
            throw new WrongKey("web.once.too-long", LONGEST_KEY);
        }
        return Actors.current().id() + " " + request.getMethod() + " " + request.getRequestURI() + " " + key;
    }

    /**
     * For a page: the key is the hidden field that the form's fragment wrote; a form without one is simply done. A form
     * that one went back to and sent with other words is refused: nothing was done with them.
     */
    @Transactional
    public <T> T form(HttpServletRequest request, Class<T> type, Supplier<T> act) {
        String key = request.getParameter(FIELD);
        return key == null || key.isBlank() ? act.get() : once(request, key, written(request), type, act);
    }

    /** What was filled in, by field; of a file its name and size. */
    private static SortedMap<String, List<String>> written(HttpServletRequest request) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        if (request instanceof MultipartHttpServletRequest parts) {
            parts.getMultiFileMap().forEach((name, files) -> fields.put(name, files.stream()
                    .map(file -> file.getOriginalFilename() + " " + file.getSize()).toList()));
        }
        fields.keySet().removeAll(NOT_CONTENT);
        return fields;
    }

    private <T> T once(HttpServletRequest request, String key, Object body, Class<T> type, Supplier<T> act) {
        String scope = scope(request, key);
        String hash = hash(write(body));
        int claimed = jdbc.sql("insert into web.once (scope, body_hash) values (?, ?) on conflict do nothing")
                .params(scope, hash).update();
        if (claimed == 0) {
            return stored(scope, hash, type);
        }
        T answer = act.get();
        jdbc.sql("update web.once set answer = ?::jsonb where scope = ?").params(write(answer), scope).update();
        return answer;
    }

    private <T> T stored(String scope, String hash, Class<T> type) {
        record Row(String bodyHash, String answer) {
        }
        Row row = jdbc.sql("select body_hash, answer::text from web.once where scope = ?").param(scope)
                .query(Row.class).single();
        if (!row.bodyHash().equals(hash)) {
            throw Calls.isCall() ? Refusal.invalid(HEADER, "web.once.other-body") : Refusal.conflict("web.once.other-form");
        }
        try {
            return json.readValue(row.answer(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key is missing or no key: a bad request. */
    static class WrongKey extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal.Reason reason;

        WrongKey(String code, Object... arguments) {
            super(code);
            this.reason = new Refusal.Reason(HEADER, code, arguments);
        }

        Refusal.Reason reason() {
            return reason;
        }
    }
}

package vn.coopfund.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address of the page being shown: where a list keeps its filter, order and page.
 *
 * @param params     what stands behind the question mark, decoded
 * @param repeatable whether a link may lead here again: not where a form was sent
 */
public record PageUrl(String path, Map<String, List<String>> params, boolean repeatable) {

    private static final Set<String> NO_FILTER = Set.of("sort", "page", "size", "lang");

    static PageUrl of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean shown = "GET".equals(request.getMethod());
        Map<String, List<String>> params = new LinkedHashMap<>();
        if (shown) {
            request.getParameterMap().forEach((name, values) -> params.put(name, Arrays.asList(values)));
        }
        return new PageUrl(failed == null ? request.getRequestURI() : failed.toString(), params, shown);
    }

    /** The first value of a parameter; null when it is absent or empty. */
    public String param(String name) {
        List<String> values = params.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /** This address with one parameter changed. */
    public String with(String name, Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(params);
        changed.put(name, List.of(value.toString()));
        return written(path, changed);
    }

    /** This address sorted by the column, from the first page; a second click turns the order round. */
    public String sortedBy(String column, String usual) {
        Map<String, List<String>> changed = new LinkedHashMap<>(params);
        changed.remove("page");
        changed.put("sort", List.of(column.equals(now(usual)) ? "-" + column : column));
        return written(path, changed);
    }

    /** For {@code aria-sort}; null where the list is not sorted by this column. */
    public String directionOf(String column, String usual) {
        String now = now(usual);
        return column.equals(now) ? "ascending" : ("-" + column).equals(now) ? "descending" : null;
    }

    private String now(String usual) {
        return usual != null ? usual : param("sort");
    }

    /** Whether anything but order, page and language stands in the address. */
    public boolean filtered() {
        return params.keySet().stream().anyMatch(name -> !NO_FILTER.contains(name) && param(name) != null);
    }

    /** Another address with this one's filter and order, without its page. */
    public String asQueryOf(String other) {
        Map<String, List<String>> kept = new LinkedHashMap<>(params);
        kept.keySet().removeAll(Set.of("page", "size", "lang"));
        return written(other, kept);
    }

    private static String written(String path, Map<String, List<String>> params) {
        String query = params.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

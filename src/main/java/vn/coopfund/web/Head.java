package vn.coopfund.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;

/** What the head of every page shows: the person, the role's few places, the language. Asked for by the layout only. */
@Component("head")
public class Head {

    private final ObjectProvider<NavigationPlace> places;
    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    Head(ObjectProvider<NavigationPlace> places,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.places = places;
        this.pages = pages;
    }

    /** A place as shown: {@code count} is null where the place has none. */
    public record Place(String key, String path, Integer count, boolean here) {
    }

    /** The signed-in person, or null. */
    public Actor actor() {
        return Actors.signedIn().orElse(null);
    }

    /** The places of the signed-in person's roles. */
    public List<Place> places() {
        Actor actor = actor();
        String here = url().path();
        return actor == null ? List.of() : places.stream().sorted(Comparator.comparingInt(NavigationPlace::order))
                .filter(place -> place.roles().stream().anyMatch(actor::is))
                .map(place -> new Place(place.key(), place.path(),
                        place.count() == null ? null : place.count().getAsInt(), isUnder(here, place.path())))
                .toList();
    }

    private static boolean isUnder(String here, String place) {
        return here.equals(place) || here.startsWith(place + "/");
    }

    /** Whether the page at this path is open to the signed-in person's roles: nobody is led to a page that refuses. */
    public boolean opens(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return pages.getObject().getHandlerMethods().entrySet().stream()
                .filter(page -> page.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(page -> page.getKey().getPathPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.matches(asked)).map(pattern -> Map.entry(pattern, page.getValue())))
                .min(Map.Entry.comparingByKey()).filter(page -> AllowedInterceptor.isOpen(page.getValue())).isPresent();
    }

    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** The address that was asked for. */
    public PageUrl url() {
        return PageUrl.of(request());
    }

    /** The page of ours from which somebody came here, or null. */
    public String cameFrom() {
        String from = request().getHeader("Referer");
        String own = ServletUriComponentsBuilder.fromContextPath(request()).path("/").toUriString();
        return from != null && from.startsWith(own) && !from.endsWith(url().path()) ? from : null;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}

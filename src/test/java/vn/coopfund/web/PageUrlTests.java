package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class PageUrlTests {

    private static PageUrl at(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) ->
                request.addParameter(name, UriUtils.decode(values.get(0), StandardCharsets.UTF_8)));
        return PageUrl.of(request);
    }

    @Test
    void keepsTheFilterOnTheNextPage() {
        assertThat(at("/loans", "q=v%E1%BA%A3i&sort=-amount&page=1").with("page", 2))
                .isEqualTo("/loans?q=v%E1%BA%A3i&sort=-amount&page=2");
    }

    @Test
    void sortsFromTheFirstPageAndTurnsRoundAtTheSecondClick() {
        PageUrl first = at("/loans", "page=3");
        assertThat(first.sortedBy("amount", "-opened")).isEqualTo("/loans?sort=amount");
        assertThat(at("/loans", "sort=amount").sortedBy("amount", "amount")).isEqualTo("/loans?sort=-amount");
        assertThat(first.directionOf("opened", "-opened")).isEqualTo("descending");
        assertThat(first.directionOf("amount", "-opened")).isNull();
    }

    @Test
    void readsWhatSomebodyLookedFor() {
        PageUrl url = at("/loans", "q=v%E1%BA%A3i%20thi%E1%BB%81u&state=");
        assertThat(url.param("q")).isEqualTo("vải thiều");
        assertThat(url.param("state")).isNull();
        assertThat(url.filtered()).isTrue();
        assertThat(at("/loans", "state=&sort=amount&page=2").filtered()).isFalse();
    }

    @Test
    void exportsWhatIsSeenButAllItsPages() {
        assertThat(at("/loans", "q=a&page=2&size=50").asQueryOf("/loans.csv")).isEqualTo("/loans.csv?q=a");
        assertThat(at("/loans", null).asQueryOf("/loans.csv")).isEqualTo("/loans.csv");
    }

    @Test
    void leadsBackToAnAddressThatFailed() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/nowhere");
        assertThat(PageUrl.of(request).with("lang", "en")).isEqualTo("/nowhere?lang=en");
    }

    @Test
    void keepsWhatAFormSentOutOfLinks() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/people");
        request.addParameter("password", "secret");
        assertThat(PageUrl.of(request).sortedBy("name", null)).isEqualTo("/people?sort=name");
        assertThat(PageUrl.of(request).repeatable()).isFalse();
    }
}

package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Goes wherever the head of the page leads, as everybody who signs in, and looks at each place once. */
class EveryPlaceJourneyTests extends JourneyTest {

    private static final List<String> EVERYBODY = List.of("htx1", "tindung", "thamdinh", "truongphong", "giamdoc",
            "hoidong1", "ketoan", "ketoantruong", "thuquy", "kiemsoat", "lienminh", "quantri");

    private final Queue<String> people = new ConcurrentLinkedQueue<>(EVERYBODY);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** By two at once, each with a browser of their own: a page mostly waits for its looks to be judged. */
    @Test
    void everyPlaceOpensAndLooksRight() {
        CompletableFuture<Void> another = CompletableFuture.runAsync(this::walk);
        walk();
        another.join();
        assertThat(wrong).isEmpty();
    }

    private void walk() {
        for (String person = people.poll(); person != null; person = people.poll()) {
            goWhereverTheHeadLeads(person);
        }
    }

    private void goWhereverTheHeadLeads(String person) {
        Page page = signedInAs(person);
        look(page, "home-" + person);
        List<?> places = (List<?>) page.locator(".places-wide a").evaluateAll("all => all.map(a => a.getAttribute('href'))");
        if (places.isEmpty()) {
            wrong.add(person + " has no place to go");
        }
        for (Object place : places) {
            if (seen.add(place.toString())) {
                Response answer = page.navigate(place.toString());
                if (answer.status() != 200) {
                    wrong.add(person + " at " + place + ": " + answer.status());
                }
                look(page, "place" + place.toString().replaceAll("\\W+", "-"));
            }
        }
        page.context().close();
    }

    private void look(Page page, String name) {
        try {
            looksRight(page, name);
        } catch (AssertionError ugly) {
            wrong.add(name + ": " + ugly.getMessage());
        }
    }
}

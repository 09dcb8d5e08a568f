package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Goes wherever the head of the page leads, as everybody who signs in, and looks at each place once. */
class EveryPlaceJourneyTests extends JourneyTest {

    private static final List<String> EVERYBODY = List.of("htx1", "tindung", "thamdinh", "truongphong", "giamdoc",
            "hoidong1", "ketoan", "ketoantruong", "thuquy", "kiemsoat", "lienminh", "quantri");

    @Test
    void everyPlaceOpensAndLooksRight() {
        Set<String> seen = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (String person : EVERYBODY) {
            Page page = signedInAs(person);
            look(page, "home-" + person, wrong);
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
                    look(page, "place" + place.toString().replaceAll("\\W+", "-"), wrong);
                }
            }
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    private void look(Page page, String name, List<String> wrong) {
        try {
            looksRight(page, name);
        } catch (AssertionError ugly) {
            wrong.add(name + ": " + ugly.getMessage());
        }
    }
}

package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The whole program with its demonstration data on a port of its own, walked through in a real browser.
 *
 * <p>All journeys share one program and one browser; each person of a test gets a window of their own by
 * {@link #signedInAs}, in Vietnamese. A page is looked at once with {@link #looksRight}.
 */
public abstract class JourneyTest extends DemonstrationTest {

    /** The password of every sign-in of the demonstration. */
    protected static final String PASSWORD = "coopfund-demo";

    private static final int DESK = 1280;
    private static final int PHONE = 360;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Map<String, String> storedSignIns = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;
    private final List<BrowserContext> windows = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void browserIsThere() {
        Chromium.require();
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    /** A window in which that person is signed in, on the start page. */
    protected Page signedInAs(String username) {
        String key = port + " " + username;
        Page page = window(storedSignIns.get(key));
        page.navigate("/sign-in");
        if (page.locator("#username").isVisible()) {
            page.fill("#username", username);
            page.fill("#password", PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập")).click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            storedSignIns.put(key, page.context().storageState());
        }
        return page;
    }

    /** A window in which nobody is signed in. */
    protected Page stranger() {
        return window(null);
    }

    private Page window(String signIn) {
        BrowserContext window = Chromium.shared().newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port).setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(DESK, 900).setReducedMotion(ReducedMotion.REDUCE).setStorageState(signIn));
        window.setDefaultTimeout(15_000);
        windows.add(window);
        return window.newPage();
    }

    /**
     * The page as it stands now: nothing that WCAG 2.2 A and AA forbid, at a desk in light and on a phone of
     * {@value #PHONE} px in dark, where nothing scrolls sideways. Leaves {@code target/screens/<name>-….png} to look at.
     */
    protected void looksRight(Page page, String name) {
        for (boolean phone : new boolean[] {false, true}) {
            page.setViewportSize(phone ? PHONE : DESK, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(phone ? ColorScheme.DARK : ColorScheme.LIGHT));
            screenshot(page, name + (phone ? "-phone-dark" : "-desk"));
            assertNoAxeViolations(page);
        }
        assertNoHorizontalScroll(page);
        page.setViewportSize(DESK, 900);
    }

    protected void assertNoAxeViolations(Page page) {
        List<Rule> broken = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(broken.stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getFailureSummary()).toList()).toList())
                .as("what WCAG forbids on " + page.url()).isEmpty();
    }

    protected void assertNoHorizontalScroll(Page page) {
        Object over = page.evaluate("""
                () => { const page = document.documentElement;
                  const clipped = part => part && part !== document.body
                    && (getComputedStyle(part).overflowX !== 'visible' || clipped(part.parentElement));
                  return page.scrollWidth <= page.clientWidth ? [] : [...document.querySelectorAll('body *')]
                    .filter(part => part.getBoundingClientRect().right > page.clientWidth + 1 && !clipped(part))
                    .map(part => part.tagName + '.' + part.className).slice(0, 5); }""");
        assertThat((List<?>) over).as("what is wider than the phone on " + page.url()).isEmpty();
    }

    protected void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screens", name + ".png")));
    }
}

package vn.coopfund;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The installed browser, one started for each thread that asks, as its driver wants it; nothing is ever downloaded. */
final class Chromium {

    private static final String NONE = "No Chromium found: install it (Debian: apt-get install chromium) or set "
            + "CHROMIUM_PATH. The tests in a browser are left out.";
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=vi");

    private static final ThreadLocal<Browser> started = ThreadLocal.withInitial(Chromium::start);

    private Chromium() {
    }

    /** Leaves the test out where no browser is installed, with a plain word; fails it where one is promised. */
    static void require() {
        if (find().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(NONE);
            }
            Assumptions.abort(NONE);
        }
    }

    /** The browser of this thread: all journeys of a thread share it. */
    static Browser shared() {
        return started.get();
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> path != null && !path.isBlank()).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Ends with the virtual machine: the driver goes when its input closes, and takes the browser along. */
    private static Browser start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(find().orElseThrow()).setArgs(QUIET));
    }
}

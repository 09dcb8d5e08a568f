package vn.coopfund.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.coopfund.JourneyTest;

class SharedPartsJourneyTests extends JourneyTest {

    private static final String SOMEBODY = "tindung";

    @Test
    void everySharedPartLooksRight() {
        Page page = signedInAs(SOMEBODY);
        page.navigate("/specimen");
        looksRight(page, "specimen");
    }

    @Test
    void errorsTakeTheFocusAndLeadToTheirFields() {
        Page page = signedInAs(SOMEBODY);
        page.navigate("/specimen");
        page.fill("#amount", "");
        page.locator("#amount").pressSequentially("4000000000");
        assertThat(page.locator("#amount")).hasValue("4.000.000.000");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nộp hồ sơ")).click();

        assertThat(page).hasTitle(Pattern.compile("^Lỗi: "));
        assertThat(page.locator("[data-error-summary]")).isFocused();
        looksRight(page, "specimen-errors");
        page.locator("[data-error-summary] a").first().click();
        assertThat(page.locator("#amount")).isFocused();
    }

    @Test
    void aDecimalIsNeverReadAsThousands() {
        Page page = signedInAs(SOMEBODY);
        page.navigate("/specimen");
        for (String typed : List.of("1.5", "1.00", "12.34", "12,5")) {
            page.fill("#amount", "");
            page.locator("#amount").pressSequentially(typed);
            assertThat(page.locator("#amount")).hasValue(typed);
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nộp hồ sơ")).click();
        assertThat(page.locator("#amount")).hasValue("12,5");
        assertThat(page.locator("#amount-error")).isVisible();
        page.fill("#amount", "1.234.567");
        page.locator("#amount").press("Backspace");
        assertThat(page.locator("#amount")).hasValue("123.456");
        page.locator("#amount").press("8");
        assertThat(page.locator("#amount")).hasValue("1.234.568");
    }

    @Test
    void signInSaysWhatIsWrongAndLeadsOn() {
        Page page = stranger();
        page.navigate("/specimen");
        looksRight(page, "sign-in");
        page.fill("#username", SOMEBODY);
        page.fill("#password", "wrong");
        page.keyboard().press("Enter");
        assertThat(page).hasTitle(Pattern.compile("^Lỗi: "));
        looksRight(page, "sign-in-errors");
        page.fill("#username", SOMEBODY);
        page.fill("#password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/specimen"));
    }

    @Test
    void noPageIsADeadEnd() {
        Page page = signedInAs(SOMEBODY);
        page.navigate("/nowhere");
        assertThat(page).hasTitle(Pattern.compile("^Lỗi: Không tìm thấy"));
        looksRight(page, "not-found");
        page.navigate("/specimen/broken");
        assertThat(page).hasTitle(Pattern.compile("^Lỗi: Hệ thống gặp lỗi"));
        page.navigate("/specimen/conflict");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Về trang đầu"))).isVisible();
    }

    @Test
    void aProgramThatCallsNowhereGetsAProblem() {
        String basic = Base64.getEncoder().encodeToString((SOMEBODY + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        APIResponse answer = stranger().context().request().get("/api/v1/nowhere",
                RequestOptions.create().setHeader("Authorization", "Basic " + basic));
        Assertions.assertThat(answer.status()).isEqualTo(404);
        Assertions.assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
        Assertions.assertThat(answer.text()).contains("\"errors\":[]").contains("Không có trang này");
    }

    @Test
    void addressThatTheServerCannotReadIsRefusedInOurWords() {
        APIResponse page = stranger().context().request().get("/loans/2601%00");
        Assertions.assertThat(page.status()).isEqualTo(400);
        Assertions.assertThat(page.text()).contains("Không đọc được yêu cầu").contains("href=\"/\"").doesNotContain("Tomcat");
        APIResponse call = stranger().context().request().get("/api/v1/loans/2601%00");
        Assertions.assertThat(call.status()).isEqualTo(400);
        Assertions.assertThat(call.headers().get("content-type")).startsWith("application/problem+json");
    }

    @Test
    void paperHasNoNavigation() {
        Page page = signedInAs(SOMEBODY);
        page.navigate("/specimen");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header")).isHidden();
        assertThat(page.locator(".actions")).isHidden();
        assertThat(page.locator("h1")).isVisible();
        screenshot(page, "specimen-print");
    }

    @Test
    void aPhoneFetchesStylesAndScriptsOnce() {
        Page page = stranger();
        page.navigate("/sign-in");
        for (Object address : (List<?>) page.locator("link[rel=stylesheet], script[src]")
                .evaluateAll("all => all.map(part => part.href || part.src)")) {
            APIResponse answer = page.context().request().get(address.toString());
            Assertions.assertThat(answer.headers()).as(address.toString()).containsEntry("cache-control", "max-age=31536000");
            Assertions.assertThat(address.toString()).matches(".*(/\\d+\\.\\d+\\.\\d+/|-[0-9a-f]{32}\\.).*");
        }
    }

    @Test
    void theMenuOfAPhoneOpensAndTheLanguageStays() {
        Page page = signedInAs(SOMEBODY);
        page.navigate("/specimen");
        page.setViewportSize(360, 740);
        page.locator("details.menu:not(.places-more) summary").click();
        looksRight(page, "menu");
        page.getByText("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.navigate("/specimen");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
}

package vn.coopfund.products;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.coopfund.JourneyTest;

class CalculatorJourneyTests extends JourneyTest {

    /** 210 mm less 10 on each side, in pixels. */
    private static final int A4_BETWEEN_MARGINS = 718;

    @Test
    void aStrangerWorksOutALoanAndPassesItOn() {
        Page page = stranger();
        page.navigate("/sign-in");
        page.locator("a[href='/calculator']").click();
        looksRight(page, "calculator-empty");
        calculate(page, "25");
        assertThat(page).hasTitle(Pattern.compile("^Lỗi: "));
        assertThat(page.locator("[data-error-summary]")).isFocused();
        looksRight(page, "calculator-errors");

        calculate(page, "24");
        assertThat(page).hasURL(Pattern.compile("amount=500.000.000"));
        assertThat(page.locator("#schedule")).containsText("537.045.890 đ");
        assertThat(page.locator("[data-print]")).isVisible();
        looksRight(page, "calculator");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("form")).isHidden();
        assertThat(page.locator("#schedule")).containsText("Ngày giải ngân");
        page.setViewportSize(A4_BETWEEN_MARGINS, 1000);
        page.waitForFunction("""
                () => {
                    const table = document.querySelector('#schedule .table-cards');
                    return getComputedStyle(table.querySelector('tbody tr')).display === 'table-row'
                        && table.scrollWidth <= table.closest('.table-frame').clientWidth;
                }""");
        screenshot(page, "calculator-print");

        Page another = stranger();
        another.navigate(page.url());
        assertThat(another.locator("#schedule")).containsText("537.045.890 đ");
    }

    private static void calculate(Page page, String term) {
        page.fill("#amount", "500000000");
        page.fill("#disbursedOn", "2026-01-15");
        page.fill("#rate", "6,6");
        page.fill("#term", term);
        page.selectOption("#every", "3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tính lịch trả nợ")).click();
    }
}

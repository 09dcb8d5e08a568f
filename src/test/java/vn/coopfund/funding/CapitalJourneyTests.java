package vn.coopfund.funding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import vn.coopfund.JourneyTest;
import vn.coopfund.documents.Files;

/** Capital comes in by two hands and shows in the progress; money that is no loan's goes through three. */
class CapitalJourneyTests extends JourneyTest {

    @Test
    void contributionIsConfirmedAndSeenInProgress() {
        String decision = "Quyết định số 88/QĐ-UBND của UBND tỉnh";
        Page maker = signedInAs("ketoan");
        maker.navigate("/funding/capital");
        looksRight(maker, "capital");
        maker.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ghi nhận góp vốn")).click();
        maker.selectOption("[name=source]", "PROVINCIAL_BUDGET");
        maker.fill("[name=amount]", "123.000.000");
        maker.fill("[name=decision]", decision);
        maker.locator("main button.btn-primary").click();
        assertThat(maker.getByText("Sẽ ghi sổ")).isVisible();
        upload(maker);
        assertThat(maker.getByText("quyet-dinh.pdf")).isVisible();
        looksRight(maker, "contribution");
        String file = maker.url();

        Page progress = signedInAs("lienminh");
        progress.navigate("/progress?term=2026-2030");
        assertThat(progress.getByText(decision)).hasCount(0);

        Page checker = signedInAs("ketoantruong");
        checker.navigate(file);
        button(checker, "Xác nhận và ghi sổ").click();
        assertThat(checker.getByRole(AriaRole.STATUS)).containsText("ghi sổ");
        assertThat(checker.getByText("Giấy báo có").first()).isVisible();

        progress.reload();
        assertThat(progress.getByText(decision).first()).isVisible();
        checker.navigate("/funding/path?term=2026-2030");
        looksRight(checker, "capital-path");
    }

    @Test
    void officeCostIsMadeCheckedAndPaidByThreePeople() {
        Page maker = signedInAs("ketoan");
        maker.navigate("/vouchers/orders/new");
        looksRight(maker, "order-which");
        maker.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Phiếu thu: thu tiền mặt")).click();
        maker.locator("main button.btn-primary").click();
        assertThat(maker.locator(".error-summary")).isVisible();
        looksRight(maker, "order-wrong");
        maker.fill("[name=party]", "Trần Thị Thu");
        maker.fill("[name=amount]", "3.000.000");
        maker.selectOption("[name=account]", "112");
        maker.fill("[name=text]", "Rút tiền gửi về quỹ");
        maker.locator("main button.btn-primary").click();
        looksRight(maker, "order");
        String order = maker.url();

        Page checker = signedInAs("ketoantruong");
        checker.navigate(order);
        button(checker, "Kiểm soát, chuyển thủ quỹ").click();
        assertThat(checker.locator(".state").first()).hasText("Chờ thủ quỹ");

        Page cashier = signedInAs("thuquy");
        cashier.navigate(order);
        button(cashier, "Đã nhận đủ tiền, ghi sổ").click();
        assertThat(cashier.locator(".state").first()).hasText("Đã thực hiện");
        cashier.locator("main a[href*='/vouchers/']:not([href*=orders])").filter(new Locator.FilterOptions().setHasText("Phiếu thu")).click();
        looksRight(cashier, "voucher");
        cashier.navigate("/vouchers");
        looksRight(cashier, "vouchers");
        cashier.navigate("/vouchers/cash-book");
        looksRight(cashier, "cash-book");
        cashier.navigate("/vouchers/cash-counts/new");
        looksRight(cashier, "count-cash");
    }

    @Test
    void watchPagesLookRight() {
        Page page = signedInAs("ketoantruong");
        page.navigate("/reports/limits");
        looksRight(page, "limits");
        page.navigate("/gauges");
        looksRight(page, "gauges");
        page.navigate("/deposits");
        looksRight(page, "deposits");
        page.navigate("/vouchers/orders");
        looksRight(page, "orders");
        Page maker = signedInAs("ketoan");
        for (String form : new String[] {"/funding/withdrawals/new", "/funding/capitalisations/new", "/funding/sources/new", "/deposits/new"}) {
            maker.navigate(form);
            looksRight(maker, form.substring(1).replace('/', '-'));
        }
    }

    private static void upload(Page page) {
        page.setInputFiles("#file", new FilePayload("quyet-dinh.pdf", "application/pdf", Files.pdf()));
        button(page, "Tải lên").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

package vn.coopfund;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.calendar.BusinessDay;

/** A month end by the accountant and the chief accountant: days, groups, provisions, the check of the sub-ledgers, the books. */
class MonthEndJourneyTests extends JourneyTest {

    @Autowired
    BusinessDay businessDay;

    @Test
    void closesTheMonthAndTakesTheTrialBalanceHome() throws Exception {
        LocalDate open = businessDay.today();
        LocalDate end = open.withDayOfMonth(open.lengthOfMonth());
        Page chief = signedInAs("ketoantruong");
        chief.navigate("/days");
        chief.fill("#day", end.toString());
        chief.locator("main form button[type=submit]").click();
        chief.waitForCondition(() -> businessDay.today().isAfter(end), new Page.WaitForConditionOptions().setTimeout(120_000));

        chief.navigate("/risk?asOf=" + end);
        chief.locator("form[action='/risk/approval'] button").click();
        assertThat(chief.getByRole(AriaRole.STATUS).first()).isVisible();

        Page accountant = signedInAs("ketoan");
        accountant.navigate("/risk?asOf=" + end);
        accountant.locator("form[action='/risk/provisions'] button").click();
        assertThat(accountant.getByRole(AriaRole.STATUS).first()).isVisible();
        chief.navigate("/risk?asOf=" + end);
        chief.locator("form[action='/risk/provisions/confirmation'] button").click();
        assertThat(chief.getByRole(AriaRole.STATUS).first()).isVisible();

        chief.navigate("/sub-ledger?on=" + end);
        assertThat(chief.locator("table").last()).containsText("đóng ngày cuối tháng");
        chief.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kiểm tra và lưu kết quả")).click();
        assertThat(chief.getByRole(AriaRole.STATUS).first()).containsText("khớp giữa sổ chi tiết và sổ cái");
        looksRight(chief, "sub-ledger");

        accountant.navigate("/reports");
        looksRight(accountant, "reports");
        accountant.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bảng cân đối số phát sinh")).click();
        accountant.navigate("/reports/trial-balance?from=" + end.withDayOfMonth(1) + "&to=" + end);
        looksRight(accountant, "report-trial-balance");
        String debit = accountant.locator("tfoot td").nth(3).textContent();
        Download file = accountant.waitForDownload(() -> accountant.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Tải về CSV")).click());
        Path csv = file.path();
        assertThat(Files.readString(csv).lines().reduce((before, last) -> last).orElseThrow().split(",")[4])
                .isEqualTo(debit.replace(".", ""));

        Page controller = signedInAs("kiemsoat");
        controller.navigate("/control");
        looksRight(controller, "control");
    }
}

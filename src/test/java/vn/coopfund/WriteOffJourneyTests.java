package vn.coopfund;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lost debt leaves the balance sheet by the council's word, and some of it comes back in cash. */
class WriteOffJourneyTests extends JourneyTest {

    @Autowired
    JdbcClient jdbc;

    private record Lost(long id, String number) {
    }

    @Test
    void aLostDebtIsWrittenOffAndPartlyRecovered() {
        Lost loan = jdbc.sql("""
                select l.id, l.number from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.state = 'ACTIVE' and s.official_group = 5 order by l.id limit 1""").query(Lost.class).single();
        Page officer = signedInAs("tindung");
        officer.navigate("/loans/" + loan.id());
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Trình xử lý rủi ro")).click();
        officer.selectOption("[name=ground]", "GROUP_5");
        officer.fill("[name=paper]", "Biên bản làm việc số 12/BB");
        officer.fill("[name=reason]", "Xưởng ngừng hoạt động, đã phát mại tài sản bảo đảm");
        looksRight(officer, "write-offs");
        officer.locator("form[method=post][action='/risk/write-offs'] button[type=submit]").click();
        assertThat(officer.locator("h1")).containsText(loan.number());
        String writeOff = officer.url();

        reviewedAndVoted(loan);
        officer.navigate(writeOff);
        assertThat(officer.locator("main")).containsText("Ký biên bản");
        signed(loan, "sign-write-off");

        officer.navigate(writeOff);
        assertThat(officer.locator("main")).containsText("Đã chấp thuận");
        looksRight(officer, "write-off");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nội dung trước Hội đồng")).click();
        looksRight(officer, "council-write-off");
        officer.navigate("/cases/loans/" + loan.id() + "/picture");
        assertThat(here(officer)).containsText("Đủ 5 năm ở ngoại bảng");
        assertNoHorizontalScroll(officer);

        recovered(loan, "7.000.000");
    }

    /** Seven millions come in cash: other income, the loan's receipt, counted among what was recovered. */
    private void recovered(Lost loan, String amount) {
        Page accountant = signedInAs("ketoan");
        accountant.navigate("/loans/" + loan.id() + "/repayment");
        accountant.fill("[name=amount]", amount);
        accountant.check("[name=channel][value=CASH]");
        strong(accountant);
        assertThat(accountant.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("711"))).containsText(amount);
        looksRight(accountant, "write-off-recovery");
        strong(accountant);
        assertThat(accountant.getByRole(AriaRole.STATUS).first()).isVisible();
        accountant.navigate("/loans/" + loan.id());
        assertThat(accountant.locator("main")).containsText("Đã xử lý rủi ro (ngoại bảng)");
        accountant.navigate("/loans/" + loan.id() + "/repayments");
        assertThat(accountant.locator("tbody tr").first()).containsText(amount);
        accountant.navigate("/risk/write-offs");
        assertThat(pursued(accountant, loan)).containsText(amount);
    }

    private void reviewedAndVoted(Lost loan) {
        task("ketoantruong", loan, "Thẩm tra đề nghị xử lý rủi ro", Map.of("outcome", "FORWARD"), "review-write-off");
        task("truongphong", loan, "Triệu tập Hội đồng", Map.of("outcome", "WRITTEN"), null);
        task("hoidong2", loan, "Biểu quyết tại Hội đồng", Map.of("outcome", "FOR"), "vote-on-write-off");
        task("hoidong3", loan, "Biểu quyết tại Hội đồng", Map.of("outcome", "FOR"), null);
    }

    private void signed(Lost loan, String look) {
        task("hoidong1", loan, "Ký biên bản họp Hội đồng", Map.of(), null);
        task("hoidong1", loan, "Ký quyết định xử lý rủi ro", Map.of("outcome", "SIGN"), look);
    }

    private static Locator pursued(Page page, Lost loan) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(loan.number())).first();
    }

    /** Where the processes of the case stand. */
    private static Locator here(Page page) {
        return page.locator("ol.events:has([aria-current=step])").first();
    }

    private static void strong(Page page) {
        page.locator("main button.btn-primary").click();
    }

    private void task(String username, Lost loan, String name, Map<String, String> fields, String look) {
        Page page = signedInAs(username);
        page.navigate("/inbox?size=500");
        page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(loan.number()))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first().click();
        assertThat(page.locator("h1")).hasText(name);
        if (look != null) {
            looksRight(page, look);
        }
        fields.forEach((field, value) -> {
            Locator choice = page.locator("input[type=radio][name='values[" + field + "]'][value='" + value + "']");
            if (choice.count() == 1) {
                choice.check();
            } else {
                page.fill("[name='values[" + field + "]']", value);
            }
        });
        page.locator("#task-do").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Đã hoàn thành: " + name);
    }
}

package vn.coopfund;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lost debt leaves the balance sheet by the council's word. */
class WriteOffJourneyTests extends JourneyTest {

    @Autowired
    JdbcClient jdbc;

    private record Lost(long id, String number) {
    }

    @Test
    void aLostDebtIsWrittenOffByTheCouncil() {
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
        officer.locator("form[action='/risk/write-offs'] button[type=submit]").click();
        assertThat(officer.locator("h1")).containsText(loan.number());
        String writeOff = officer.url();

        task("ketoantruong", loan, "Thẩm tra đề nghị xử lý rủi ro", Map.of("outcome", "FORWARD"), "review-write-off");
        task("truongphong", loan, "Triệu tập Hội đồng", Map.of("outcome", "WRITTEN"), null);
        task("hoidong2", loan, "Biểu quyết tại Hội đồng", Map.of("outcome", "FOR"), "vote-on-write-off");
        task("hoidong3", loan, "Biểu quyết tại Hội đồng", Map.of("outcome", "FOR"), null);
        officer.navigate(writeOff);
        assertThat(officer.locator("main")).containsText("Ký biên bản");
        task("hoidong1", loan, "Ký biên bản họp Hội đồng", Map.of(), null);
        task("hoidong1", loan, "Ký quyết định xử lý rủi ro", Map.of("outcome", "SIGN"), "sign-write-off");

        officer.navigate(writeOff);
        assertThat(officer.locator("main")).containsText("Đã chấp thuận");
        looksRight(officer, "write-off");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nội dung trước Hội đồng")).click();
        looksRight(officer, "council-write-off");
        officer.navigate("/cases/loans/" + loan.id() + "/picture");
        assertThat(officer.locator("main")).containsText("Đủ 5 năm ở ngoại bảng");
        assertNoHorizontalScroll(officer);
    }

    private void task(String username, Lost loan, String name, Map<String, String> choices, String look) {
        Page page = signedInAs(username);
        page.navigate("/inbox?size=500");
        page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(loan.number()))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first().click();
        assertThat(page.locator("h1")).hasText(name);
        if (look != null) {
            looksRight(page, look);
        }
        choices.forEach((field, option) -> page.locator("input[name='values[" + field + "]'][value=" + option + "]").check());
        page.locator("#task-do").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Đã hoàn thành: " + name);
    }
}

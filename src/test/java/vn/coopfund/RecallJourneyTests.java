package vn.coopfund;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sample inspection finds the money of a loan misused, the loan is called back, and the borrower pays. */
class RecallJourneyTests extends JourneyTest {

    private static final String REMARKS = "Nghi vấn người nhà giám đốc đứng tên xe";

    @Autowired
    JdbcClient jdbc;

    private String number;

    @Test
    void anInspectionFindsMisuseTheLoanIsRecalledTheBorrowerPays() {
        number = jdbc.sql("""
                select l.number from servicing.loan l join cooperatives.borrower b on b.id = l.borrower_id
                where l.state = 'ACTIVE' and b.name = 'HTX Vải thiều sạch Lục Ngạn' order by l.id desc limit 1""")
                .query(String.class).single();
        String loan = "/loans/" + jdbc.sql("select id from servicing.loan where number = ?").param(number).query(Long.class).single();

        Page controller = signedInAs("kiemsoat");
        controller.navigate(loan);
        controller.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mở kiểm tra chọn mẫu")).click();
        controller.fill("[name=why]", "Chọn mẫu quý IV");
        looksRight(controller, "sample-inspection");
        controller.locator("main button.btn-primary").click();

        task("tindung", "Kiểm tra sử dụng vốn", page -> {
            assertThat(page.locator(".work-look")).containsText("Chọn mẫu quý IV");
            choose(page, "MISUSED");
            page.fill("[name='values[progress]']", "Không thấy kho lạnh, vốn đã mua ô tô con");
            page.fill("[name='values[present]']", "Giám đốc hợp tác xã");
            page.fill("[name='values[remarks]']", REMARKS);
            looksRight(page, "inspect-use");
        });
        task("truongphong", "Xem xét vốn sử dụng sai", page -> {
            assertThat(page.locator(".work-look")).containsText(REMARKS);
            choose(page, "RECALL");
            page.fill("[name='values[reason]']", "Dùng vốn vay mua ô tô con, sai mục đích ghi trong hợp đồng");
            looksRight(page, "review-recall");
        });
        Page list = signedInAs("truongphong");
        list.navigate("/risk/inspections?only=MISUSED&sort=-due");
        assertThat(row(list).first()).containsText("chờ quyết định");
        looksRight(list, "inspections");
        task("giamdoc", "Quyết định thu hồi nợ trước hạn", page -> {
            looksRight(page, "decide-recall");
            choose(page, "RECALLED");
            page.locator("#task-do").click();
            assertThat(page.locator("[data-error-summary]")).containsText("Thu hồi nợ bây giờ?");
        });

        Page own = signedInAs("htx1");
        own.navigate(loan);
        assertThat(own.locator("main")).containsText("Sai mục đích");
        assertThat(own.locator("main")).containsText("Dùng vốn vay mua ô tô con");
        assertThat(own.locator("main")).not().containsText(REMARKS);
        assertThat(own.locator("main")).containsText("Thông báo thu hồi nợ trước hạn");
        looksRight(own, "loan-recalled");
        task("tindung", "Giao thông báo thu hồi nợ", page -> {
            choose(page, "HANDED_OVER");
            page.fill("[name='values[receivedBy]']", "Nguyễn Thị Hạnh, Giám đốc");
            looksRight(page, "deliver-recall");
        });

        payOff(loan);
        own.reload();
        assertThat(own.locator(".state").first()).hasText("Đã tất toán");
    }

    private void payOff(String loan) {
        Page page = signedInAs("ketoan");
        page.navigate(loan + "/payoff");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thu tiền tất toán")).click();
        page.locator("input[name=channel][value=BANK]").check();
        page.fill("[name=reference]", "FT26330RECALL");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem trước")).click();
        page.locator("main button.btn-primary").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("ghi sổ");
    }

    private void task(String username, String name, Consumer<Page> fill) {
        Page page = signedInAs(username);
        page.navigate("/inbox?size=500");
        row(page).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first().click();
        assertThat(page.locator("h1")).hasText(name);
        fill.accept(page);
        page.locator("#task-do").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Đã hoàn thành: " + name);
    }

    private Locator row(Page page) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
    }

    private static void choose(Page page, String option) {
        page.locator("input[name='values[outcome]'][value=" + option + "]").check();
    }
}

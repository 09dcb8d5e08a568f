package vn.coopfund.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.coopfund.JourneyTest;

/** Two administrators appoint somebody, who sets a password and looks at the own page; the controller reads it all. */
class PeopleJourneyTests extends JourneyTest {

    private static final String NEW_PASSWORD = "mùa vải thiều Lục Ngạn";

    @Test
    void aNewOfficerComesIn() {
        Page first = signedInAs("quantri");
        first.navigate("/people");
        looksRight(first, "people");
        first.getByText("Thêm người dùng").first().click();
        first.locator("main button[type=submit]").click();
        looksRight(first, "people-new-refused");
        first.fill("#displayName", "Nguyễn Thị Thu");
        first.fill("#username", "thu.tindung");
        first.locator("input[value=LOAN_OFFICER]").check();
        first.locator("main button[type=submit]").click();
        looksRight(first, "person-waits");

        Page second = signedInAs("quantri2");
        second.navigate("/people");
        looksRight(second, "people-waiting");
        second.locator("main").getByText("Nguyễn Thị Thu").first().click();
        looksRight(second, "role-change");
        second.locator("form[action$='/confirmation'] button").click();
        assertThat(second.locator(".notice").innerText()).contains("Đã thay đổi vai trò");

        first.reload();
        first.locator("form[action$='/set-up-link'] button").click();
        looksRight(first, "set-up-link");
        String link = first.inputValue("#link");

        Page officer = stranger();
        officer.navigate(link);
        looksRight(officer, "set-up");
        officer.fill("#password", NEW_PASSWORD);
        officer.fill("#again", NEW_PASSWORD);
        officer.locator("main button[type=submit]").click();
        officer.fill("#username", "thu.tindung");
        officer.fill("#password", NEW_PASSWORD);
        officer.locator("main button[type=submit]").click();
        officer.waitForURL("**/inbox");
        officer.navigate("/me");
        officer.fill("#old", "sai rồi");
        officer.fill("#fresh", "ngắn");
        officer.locator("form[action$='/me/password'] button[type=submit]").click();
        looksRight(officer, "me-refused");

        Page controller = signedInAs("kiemsoat");
        controller.navigate("/audit?person=quantri");
        looksRight(controller, "audit");
        assertThat(controller.locator("main").innerText()).contains("Cấp đường dẫn đặt mật khẩu", "Cán bộ tín dụng");

        first.navigate(first.url().replaceAll("/set-up-link$", ""));
        looksRight(first, "person");
        first.locator("form[action$='/disabling'] button").click();
        officer.navigate("/inbox");
        assertThat(officer.url()).contains("/sign-in");
        first.close();
    }
}

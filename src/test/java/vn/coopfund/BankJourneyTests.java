package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.calendar.BusinessDay;

/** A statement comes in, its errors are corrected, and a receipt on it finds its loan. */
class BankJourneyTests extends JourneyTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    BusinessDay businessDay;

    @Test
    void aStatementIsImportedCorrectedAndMatched() {
        LocalDate today = businessDay.today();
        String day = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(today);
        String loan = jdbc.sql("""
                select l.number from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.state = 'ACTIVE' and s.principal_outstanding > 5000000 order by l.id desc limit 1""")
                .query(String.class).single();
        String csv = "SAO KÊ TÀI KHOẢN,,,,,\n\nNgày giao dịch,Số tham chiếu,Nội dung,Ghi nợ,Ghi có,Số dư\n"
                + day + ",FT1,IBFT " + loan.replace('/', ' ').toUpperCase() + " tra no,,1.500.000,101.500.000\n"
                + day + ",FT2,THU PHI SMS,11.000,,101.489.000\n"
                + "32/13/2026,FT3,Chuyen khoan khong ro,,2.000.000,103.489.000\n";

        Page page = signedInAs("ketoan");
        page.navigate("/bank/statements");
        upload(page, "sao-ke.csv", csv);
        looksRight(page, "bank-mapping");
        page.locator("main button.btn-primary").click();
        looksRight(page, "bank-preview");
        assertThat(page.locator("main").innerText()).contains("32/13/2026", "101.500.000");
        page.locator("form[action$='/import'] button").click();
        assertThat(page.locator(".notice").innerText()).contains("2 dòng mới", "1 dòng cần sửa");
        looksRight(page, "bank-imported");

        String faults = page.context().request().get(page.url() + "/faults.csv").text();
        page.navigate("/bank/statements");
        upload(page, "da-sua.csv", faults.replace("32/13/2026", day));
        page.locator("form[action$='/import'] button").click();
        assertThat(page.locator(".notice").innerText()).contains("1 dòng mới", "0 dòng cần sửa");

        page.navigate("/bank/lines?todo=true");
        looksRight(page, "bank-lines");
        page.locator("tr", new Page.LocatorOptions().setHasText("FT1")).locator("td a").first().click();
        looksRight(page, "bank-line");
        assertThat(page.locator("main").innerText()).contains("nội dung có mã " + loan);
        page.locator("form[action$='/matches'] button.btn-primary").click();
        assertThat(page.locator(".notice").innerText()).contains("Đã khớp");
        looksRight(page, "bank-line-matched");

        page.navigate("/bank/reconciliation?on=" + today);
        looksRight(page, "bank-reconciliation");
        assertThat(page.locator("main").innerText()).contains("103.489.000", "Chuyen khoan khong ro");

        Page controller = signedInAs("kiemsoat");
        controller.navigate("/bank/lines");
        assertThat(controller.locator("form[action$='/matches']").count()).isZero();
    }

    private static void upload(Page page, String name, String content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button[type=submit]").click();
    }
}

package vn.coopfund;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receipt taken on the wrong loan is taken back by two people; the loan's statement and the cash book show both. */
class MistakenReceiptJourneyTests extends JourneyTest {

    private static final String AMOUNT = "1.234.000";

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMistakenReceiptIsTakenBackByTwo() {
        String loan = "/loans/" + jdbc.sql("""
                select l.id from servicing.loan l join servicing.standing s on s.loan_id = l.id
                where l.state = 'ACTIVE' and s.principal_outstanding > 50000000 order by l.id limit 1""").query(Long.class).single();
        Page maker = signedInAs("ketoan");
        maker.navigate(loan + "/repayment");
        maker.fill("[name=amount]", AMOUNT);
        maker.check("[name=channel][value=CASH]");
        strong(maker);
        strong(maker);
        maker.navigate(loan + "/repayments");
        maker.locator("tr", new Page.LocatorOptions().setHasText(AMOUNT))
                .locator("a[href$='/reversal']").click();
        maker.fill("[name=why]", "Ghi nhầm sang khoản vay khác");
        looksRight(maker, "receipt-reversal");
        strong(maker);
        assertThat(maker.locator("main").innerText()).contains(AMOUNT);
        strong(maker);
        String waiting = maker.url();
        assertThat(waiting).contains("/proposals/");
        assertThat(maker.locator("form[action$='/confirmation']").count()).isZero();

        Page checker = signedInAs("ketoantruong");
        checker.navigate(waiting);
        assertThat(checker.locator("main").innerText()).contains("Ghi nhầm sang khoản vay khác");
        checker.locator("form[action$='/confirmation'] button.btn-primary").click();

        maker.navigate(loan + "/statement");
        looksRight(maker, "statement-with-reversal");
        assertThat(maker.locator("main").innerText()).contains(AMOUNT, "Ghi nhầm sang khoản vay khác");
        Page cashier = signedInAs("thuquy");
        cashier.navigate("/vouchers/cash-book?size=1000");
        looksRight(cashier, "cash-book-with-reversal");
        assertThat(cashier.locator("tr", new Page.LocatorOptions().setHasText("Ghi nhầm sang khoản vay khác")).innerText())
                .contains(AMOUNT);
        Page controller = signedInAs("kiemsoat");
        controller.navigate("/control?kind=REVERSAL");
        assertThat(controller.locator("main").innerText()).contains("Ghi nhầm sang khoản vay khác");
    }

    private static void strong(Page page) {
        page.locator("main button.btn-primary").click();
    }
}

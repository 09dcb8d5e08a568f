package vn.coopfund;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import vn.coopfund.documents.Files;

/** A loan's life on the pages, with the sign-ins changing hands. */
class LoanJourneyTests extends JourneyTest {

    private static final String[] PAPERS = {"REGISTRATION", "CHARTER", "MINUTES", "BUSINESS_PLAN", "FINANCIAL_STATEMENT"};

    @Test
    void goesFromAnApplicationToASettledLoan() {
        String project = "Nhà sấy vải thiều năng lượng mặt trời";
        String file = submit("htx1", project, "80.000.000", "UNSECURED");
        Page own = signedInAs("htx1");
        own.navigate(file);
        assertThat(own.locator(".state").first()).hasText("Được tiếp nhận");

        task("tindung", project, "Kiểm tra đầy đủ hồ sơ", page -> choose(page, "outcome", "COMPLETE"));
        task("thamdinh", project, "Thẩm định hồ sơ", page -> appraise(page, "LEND"));
        task("truongphong", project, "Rà soát thẩm định", page -> choose(page, "outcome", "SUBMIT"));
        task("giamdoc", project, "Quyết định cho vay", page -> {
            assertThat(page.getByText("Vốn còn có thể cho vay")).isVisible();
            looksRight(page, "decide-application");
            choose(page, "outcome", "APPROVED");
        });
        task("tindung", project, "Soạn hợp đồng tín dụng", page -> { });
        Page scan = signedInAs("tindung");
        scan.navigate(file);
        scan.locator("summary", new Page.LocatorOptions().setHasText("Tải giấy tờ lên")).click();
        upload(scan, "SIGNED_CONTRACT");
        task("giamdoc", project, "Ký hợp đồng tín dụng", page -> choose(page, "evidence", "SCAN"));

        task("tindung", project, "Xác nhận không có nợ xấu", LoanJourneyTests::chooseFirst);
        task("ketoan", project, "Lập đề nghị giải ngân", LoanJourneyTests::chooseFirst);
        task("ketoantruong", project, "Kiểm soát giải ngân", LoanJourneyTests::chooseFirst);
        task("giamdoc", project, "Duyệt giải ngân", LoanJourneyTests::chooseFirst);
        task("thuquy", project, "Chi tiền giải ngân", LoanJourneyTests::chooseFirst);

        own.reload();
        own.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem khoản vay")).click();
        assertThat(own.locator("#schedule-title")).isVisible();
        looksRight(own, "loan");
        settle(own.url());
        own.reload();
        assertThat(own.locator(".state").first()).hasText("Đã đóng hồ sơ");
    }

    /** The accountant quotes the pay-off, sees what will be posted, and confirms once. */
    private void settle(String loan) {
        Page page = signedInAs("ketoan");
        page.navigate(loan + "/payoff");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thu tiền tất toán")).click();
        if (page.locator("input[name=channel]:checked").count() == 0) {
            page.locator("input[name=channel][value=BANK]").check();
        }
        page.fill("[name=reference]", "FT26328JOURNEY");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xem trước")).click();
        assertThat(page.getByText("1283").first()).isVisible();
        looksRight(page, "repayment-preview");
        page.locator("main button.btn-primary").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("ghi sổ");
    }

    @Test
    void comesBackForPapersAndIsThenRefusedWithAReason() {
        String project = "Xưởng mỳ Chũ làng nghề Thủ Dương";
        String file = submit("htx2", project, "90.000.000", "UNSECURED");
        task("tindung", project, "Kiểm tra đầy đủ hồ sơ", page -> {
            choose(page, "outcome", "INCOMPLETE");
            page.fill("[name='values[missing]']", "Báo cáo tài chính năm 2025 có chữ ký");
        });
        Page own = signedInAs("htx2");
        own.navigate(file);
        assertThat(own.getByText("Báo cáo tài chính năm 2025 có chữ ký").first()).isVisible();
        own.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bổ sung hồ sơ")).click();
        looksRight(own, "supplement-application");
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nộp bổ sung")).click();

        task("tindung", project, "Kiểm tra đầy đủ hồ sơ", page -> choose(page, "outcome", "COMPLETE"));
        task("thamdinh", project, "Thẩm định hồ sơ", page -> appraise(page, "REFUSE"));
        task("truongphong", project, "Rà soát thẩm định", page -> choose(page, "outcome", "SUBMIT"));
        Page decision = openTask("giamdoc", project, "Quyết định cho vay");
        choose(decision, "outcome", "REJECTED");
        decision.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Từ chối cho vay")).click();
        assertThat(decision.locator("[data-error-summary]")).containsText("Ghi rõ lý do");
        looksRight(decision, "decide-application-error");
        decision.fill("[name='values[comment]']", "Phương án chưa đủ khả năng trả nợ");
        decision.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Từ chối cho vay")).click();

        own.navigate(file);
        assertThat(own.locator(".state").first()).hasText("Dừng xử lý");
        assertThat(own.getByText("Phương án chưa đủ khả năng trả nợ").first()).isVisible();
    }

    @Test
    void isDecidedByTheCouncilAndKeptFromWhoMayNot() {
        String project = "Vùng sâm Nam núi Dành 12 ha";
        submit("htx1", project, "450.000.000", "MORTGAGE");
        task("tindung", project, "Kiểm tra đầy đủ hồ sơ", page -> choose(page, "outcome", "COMPLETE"));
        task("thamdinh", project, "Thẩm định hồ sơ", page -> {
            writeReport(page);
            appraise(page, "LEND");
        });
        task("truongphong", project, "Rà soát thẩm định", page -> choose(page, "outcome", "SUBMIT"));
        task("truongphong", project, "Triệu tập Hội đồng", page -> {
            choose(page, "outcome", "WRITTEN");
            page.locator("[name='values[agenda]']").fill("Xem kỹ tài sản bảo đảm");
            looksRight(page, "council-called");
        });
        String voting = openTask("hoidong1", project, "Biểu quyết tại Hội đồng").url();

        Page appraiser = signedInAs("thamdinh");
        appraiser.navigate(voting);
        assertThat(appraiser.locator("main")).containsText("thuộc người khác");
        looksRight(appraiser, "not-your-task");

        task("hoidong1", project, "Biểu quyết tại Hội đồng", page -> choose(page, "outcome", "FOR"));
        task("hoidong2", project, "Biểu quyết tại Hội đồng", page -> choose(page, "outcome", "FOR"));
        Page late = signedInAs("hoidong3");
        late.navigate("/inbox");
        assertThat(row(late, project)).hasCount(0);
        task("hoidong1", project, "Ký biên bản họp Hội đồng", page -> {
            assertThat(page.locator(".work")).containsText("Không phải biểu quyết: kết quả đã rõ");
            looksRight(page, "council-minutes");
        });
        Page chair = signedInAs("hoidong1");
        chair.navigate("/council");
        row(chair, project).getByRole(AriaRole.LINK).first().click();
        assertThat(chair.locator("main")).containsText("Hội đồng đồng ý");
        looksRight(chair, "council-decided");
        task("giamdoc", project, "Ký quyết định của Hội đồng", page -> {
            assertThat(page.getByText("Phiếu biểu quyết của Hội đồng quản lý")).isVisible();
            assertThat(page.locator(".work")).containsText("Đầu ra có hợp đồng");
            assertThat(page.locator(".work")).containsText("/ 100 điểm");
            assertThat(page.locator(".work")).containsText("Không phải biểu quyết: kết quả đã rõ");
            looksRight(page, "council-to-sign");
            choose(page, "outcome", "SIGN");
        });
    }

    /** The cooperative asks online, the officer plans, the council votes, the annex is signed, and the schedule is another. */
    @Test
    void isRestructuredAsTheBorrowerAskedOnline() {
        String project = "Xưởng sấy và chiết xuất sâm Nam";
        Page own = signedInAs("htx2");
        own.navigate("/loans");
        row(own, project).getByRole(AriaRole.LINK).first().click();
        String loan = own.url();
        String end = own.locator(".schedule tbody tr td:nth-child(2)").last().textContent();
        own.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đề nghị cơ cấu nợ")).click();
        own.locator("main button.btn-primary").click();
        assertThat(own.locator("[data-error-summary]")).containsText("Lý do");
        own.locator("input[name=kind][value=EXTEND]").check();
        own.fill("[name=reason]", "Sâm chậm thu hoạch do mưa kéo dài");
        looksRight(own, "restructuring-request");
        own.locator("main button.btn-primary").click();
        assertThat(own.getByRole(AriaRole.STATUS).first()).containsText("Đã gửi đề nghị");
        looksRight(own, "restructuring-asked");

        task("tindung", project, "Lập phương án cơ cấu nợ", page -> {
            assertThat(page.getByText("Lịch sau").first()).isVisible();
            choose(page, "outcome", "FORWARD");
            looksRight(page, "appraise-restructure");
        });
        task("truongphong", project, "Rà soát phương án cơ cấu nợ", page -> choose(page, "outcome", "FORWARD"));
        task("truongphong", project, "Triệu tập Hội đồng", page -> choose(page, "outcome", "WRITTEN"));
        task("hoidong1", project, "Biểu quyết tại Hội đồng", page -> {
            looksRight(page, "council-restructure");
            choose(page, "outcome", "FOR");
        });
        task("hoidong2", project, "Biểu quyết tại Hội đồng", page -> choose(page, "outcome", "FOR"));
        task("hoidong1", project, "Ký biên bản họp Hội đồng", page -> { });
        own.navigate(loan);
        assertThat(own.locator("main")).containsText("chờ hai bên ký phụ lục");
        task("giamdoc", project, "Xác nhận ký phụ lục hợp đồng", page -> {
            looksRight(page, "sign-annex");
            choose(page, "evidence", "PAPER");
        });
        own.navigate(loan);
        assertThat(own.locator("main")).containsText("Hai bên đã ký phụ lục");
        assertThat(own.locator(".schedule tbody tr td:nth-child(2)").last()).not().hasText(end);
    }

    /** Writes the application in its steps, attaches the papers, submits; returns the address of the file. */
    private String submit(String username, String project, String amount, String security) {
        Page page = signedInAs(username);
        page.navigate("/applications/new");
        page.fill("[name=projectName]", project);
        page.fill("[name=purpose]", "Mua thiết bị, thuê nhân công");
        next(page);
        page.fill("[name=totalCost]", "1.000.000.000");
        page.fill("[name=ownCapital]", "500.000.000");
        page.fill("[name=amount]", amount);
        page.fill("[name=termMonths]", "24");
        next(page);
        page.locator("input[name=securityKind][value=" + security + "]").check();
        if (security.equals("MORTGAGE")) {
            page.fill("[name=securityText]", "Quyền sử dụng 1.200 m² đất tại Thôn Trại Một");
            page.fill("[name=securityValue]", "900.000.000");
        }
        next(page);
        page.fill("[name=cashFlowText]", "Thu hoạch tháng 6, trả nợ tháng 7");
        next(page);
        for (String kind : PAPERS) {
            upload(page, kind);
        }
        if (security.equals("MORTGAGE")) {
            upload(page, "COLLATERAL_PAPER");
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tiếp tục").setExact(true)).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nộp hồ sơ")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Số biên nhận");
        return page.url();
    }

    private static void next(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu và tiếp tục")).click();
    }

    private static void upload(Page page, String kind) {
        page.selectOption("#kind", kind);
        page.setInputFiles("#file", new FilePayload(kind + ".pdf", "application/pdf", Files.pdf()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tải giấy tờ lên")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(kind);
    }

    private void task(String username, String project, String name, java.util.function.Consumer<Page> fill) {
        Page page = openTask(username, project, name);
        fill.accept(page);
        page.locator("#task-do").click();
        if (name.equals("Chi tiền giải ngân")) {
            assertThat(page.getByText("Bút toán sẽ ghi").first()).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận chi tiền")).click();
        }
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Đã hoàn thành: " + name);
    }

    private Page openTask(String username, String project, String name) {
        Page page = signedInAs(username);
        page.navigate("/inbox?size=500");
        row(page, project).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first().click();
        assertThat(page.locator("h1")).hasText(name);
        return page;
    }

    private static Locator row(Page page, String project) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(project));
    }

    /** The appraiser writes the report in its steps, looks at it, and comes back to the task. */
    private void writeReport(Page page) {
        String task = page.url();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mở báo cáo thẩm định")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bắt đầu viết báo cáo")).click();
        for (int paper = 0; paper < 4; paper++) {
            page.selectOption("[name='legal[" + paper + "].seen']", "true");
        }
        looksRight(page, "appraisal-legal");
        next(page);
        page.fill("[name=memberCount]", "31");
        page.fill("[name=market]", "Hợp đồng bao tiêu ba năm");
        next(page);
        fill(page, "finance[1].", "currentAssets", "600.000.000", "longAssets", "900.000.000", "shortDebt", "300.000.000",
                "longDebt", "400.000.000", "equity", "700.000.000", "revenue", "1.200.000.000", "expenses", "1.050.000.000");
        next(page);
        assertThat(page.locator("[data-error-summary]")).containsText("chưa bằng nợ phải trả cộng vốn chủ sở hữu");
        looksRight(page, "appraisal-finance-error");
        fill(page, "finance[1].", "equity", "800.000.000");
        next(page);
        for (int quarter = 0; quarter < 4; quarter++) {
            fill(page, "cash[" + quarter + "].", "income", "200.000.000", "cost", quarter == 1 ? "190.000.000" : "90.000.000");
        }
        next(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu và tiếp tục")).click();
        page.fill("[name=strengths]", "Đầu ra có hợp đồng, thành viên góp đủ vốn");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu và xem báo cáo")).click();
        assertThat(page.locator("main")).containsText("Có quý không đủ trả nợ");
        assertThat(page.locator("main")).containsText("87,5");
        looksRight(page, "appraisal-report");
        page.navigate(task);
    }

    private static void fill(Page page, String row, String... fieldsAndValues) {
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            page.fill("[name='" + row + fieldsAndValues[i] + "']", fieldsAndValues[i + 1]);
        }
    }

    /** Nothing that decides is chosen beforehand. */
    private static void appraise(Page page, String outcome) {
        choose(page, "outcome", outcome);
        choose(page, "badDebt", "NONE");
    }

    private static void choose(Page page, String field, String option) {
        page.locator("input[name='values[" + field + "]'][value=" + option + "]").check();
    }

    /** In every choice the option that moves the case forward. */
    private static void chooseFirst(Page page) {
        page.locator("fieldset").all().forEach(choice -> choice.locator("input[type=radio]").first().check());
    }
}

package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Role;
import vn.coopfund.access.Staff;
import vn.coopfund.access.Subject;
import vn.coopfund.web.Refusal;

/** The appraisal report: written in parts, sealed with the appraisal, read by the fund alone; and the papers after it. */
class AppraisalReportModuleTests extends ModuleTest {

    private static final String PARTS = """
            {"legal": [{"paper": "REGISTRATION", "seen": true}, {"paper": "CHARTER", "seen": true},
                       {"paper": "MINUTES", "seen": true}, {"paper": "AUTHORITY", "seen": true, "remark": "Giám đốc HTX ký"}],
             "business": {"memberCount": 24, "market": "Hợp đồng bao tiêu với hai siêu thị"},
             "finance": [{"year": 2025, "currentAssets": 600000000, "longAssets": 900000000, "shortDebt": 300000000,
                          "longDebt": 400000000, "equity": 800000000, "revenue": 1200000000, "expenses": 1050000000}],
             "cash": [{"quarter": 1, "income": 60000000, "cost": 40000000}, {"quarter": 2, "income": 90000000, "cost": 40000000},
                      {"quarter": 3, "income": 90000000, "cost": 40000000}, {"quarter": 4, "income": 70000000, "cost": 40000000}],
             "debts": {"checkedOn": "2020-01-02", "items": [{"lender": "Agribank Lục Ngạn", "amount": 50000000, "debtGroup": 1}]},
             "view": {"strengths": "Đầu ra ổn định", "risks": "Mưa đá cuối vụ", "proposal": "Cho vay theo mùa vụ"}}""";

    @Autowired
    Cases cases;
    @Autowired
    MockMvc web;
    @Autowired
    SaveAppraisal saveAppraisal;
    @Autowired
    SimilarProjects similar;
    @Autowired
    Applications applications;
    @Autowired
    JdbcClient jdbc;

    @Test
    void isWrittenInPartsAndScoredByTheTable() throws Exception {
        Subject subject = inAppraisal("report-parts");
        write(subject, PARTS).andExpect(status().isOk()).andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.ratios[0].debtToEquity").value("87.5"))
                .andExpect(jsonPath("$.figures.exposure.groupLimit").value("25"))
                .andExpect(jsonPath("$.figures.cover.quarters[0].due").doesNotExist())
                .andExpect(jsonPath("$.score.lines[0].factor").value("OWN_SHARE"))
                .andExpect(jsonPath("$.score.lines[0].value").value(50)).andExpect(jsonPath("$.score.lines[0].points").value(100))
                .andExpect(jsonPath("$.score.lines[2].value").value(88)).andExpect(jsonPath("$.score.lines[6].value").value(4));
        write(subject, "{\"view\": {\"risks\": null}}").andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.view.strengths").value("Đầu ra ổn định"))
                .andExpect(jsonPath("$.view.risks").doesNotExist()).andExpect(jsonPath("$.business.memberCount").value(24));
    }

    @Test
    void missingFiguresEarnNothingAndSaySo() throws Exception {
        Subject subject = inAppraisal("report-empty");
        web.perform(get(report(subject)).with(cases.staff().signedIn(Role.APPRAISER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Chưa có số liệu, không có điểm")))
                .andExpect(content().string(containsString("Chưa có dòng tiền theo quý")));
        web.perform(get(api(subject)).with(cases.staff().signedIn(Role.APPRAISER)))
                .andExpect(jsonPath("$.score.lines[1].value").doesNotExist()).andExpect(jsonPath("$.score.lines[1].points").value(0));
    }

    @Test
    void appraisalByTheFormAloneSealsWhatThereIs() {
        Subject subject = inAppraisal("report-form-alone");
        appraise(subject);
        assertThat(jdbc.sql("select number from origination.appraisal_report where application_id = ?").param(subject.id())
                .query(String.class).single()).endsWith("/BCTĐ-QHTX");
    }

    @Test
    void sealedReportKeepsItsFiguresAndItsPaper() throws Exception {
        Subject subject = inAppraisal("report-sealed");
        write(subject, PARTS);
        appraise(subject);
        write(subject, PARTS).andExpect(status().isConflict());
        long id = jdbc.sql("select id from origination.appraisal_report where application_id = ?").param(subject.id())
                .query(Long.class).single();
        for (String change : new String[] {"update origination.appraisal_report set risks = null where id = " + id,
            "update origination.appraisal_score set points = 100 where report_id = " + id,
            "delete from origination.appraisal_finance where report_id = " + id,
            "insert into origination.appraisal_debt values (" + id + ", 9, 'x', 1, 1)"}) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
        }
        assertThat(text(pdf(subject, "/appraisal/rounds/1/report.pdf", cases.staff().with(Role.DIRECTOR))))
                .contains("BÁO CÁO THẨM ĐỊNH", "Agribank Lục Ngạn", "Mưa đá cuối vụ", "ột trăm triệu đồng", "87,5", "BCTĐ-QHTX");
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT", "comment", "Đồng ý trình"));
        assertThat(text(pdf(subject, "/appraisal/rounds/1/submission.pdf", cases.staff().with(Role.DIRECTOR))))
                .contains("TỜ TRÌNH", "TTr-QHTX", "Đồng ý trình", "BCTĐ-QHTX");
        web.perform(get("/tasks/" + cases.task(subject, "Task_DecideApplication").id()).with(cases.staff().signedIn(Role.DIRECTOR)))
                .andExpect(content().string(containsString(report(subject) + "/rounds/1")))
                .andExpect(content().string(containsString("/ 100 điểm")));
    }

    @Test
    void returnedAppraisalKeepsWhatWasWrittenAndGoesOnInANewRound() throws Exception {
        Subject subject = inAppraisal("report-returned");
        write(subject, PARTS);
        appraise(subject);
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "RETURN", "comment", "Xem lại"));
        String whole = web.perform(get(api(subject)).with(cases.staff().signedIn(Role.APPRAISER))).andExpect(jsonPath("$.version").value(0))
                .andReturn().getResponse().getContentAsString();
        write(subject, whole.replace("Mưa đá cuối vụ", "Đã mua bảo hiểm")).andExpect(jsonPath("$.round").value(2))
                .andExpect(jsonPath("$.version").value(1)).andExpect(jsonPath("$.view.strengths").value("Đầu ra ổn định"));
        web.perform(get(report(subject) + "/rounds/1").with(cases.staff().signedIn(Role.CONTROLLER)))
                .andExpect(content().string(containsString("Mưa đá cuối vụ"))).andExpect(content().string(not(containsString("bảo hiểm"))));
        appraise(subject);
        assertThat(text(pdf(subject, "/appraisal/rounds/2/report.pdf", cases.staff().with(Role.CONTROLLER)))).contains("bảo hiểm");
    }

    @Test
    void twoWhoSaveAtOnceDoNotOverwriteEachOther() throws Exception {
        Subject subject = inAppraisal("report-two");
        write(subject, "{\"version\": 0, \"view\": {\"risks\": \"một\"}}").andExpect(status().isOk());
        write(subject, "{\"version\": 0, \"view\": {\"risks\": \"hai\"}}").andExpect(status().isConflict());
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        web.perform(post(report(subject) + "/edit/6").param("version", "0").param("risks", "ba").with(csrf())
                        .with(Staff.signedIn(appraiser))).andExpect(status().isOk())
                .andExpect(content().string(containsString("vừa lưu báo cáo này"))).andExpect(content().string(containsString("ba</textarea>")));
        web.perform(post(report(subject) + "/edit/6").param("version", "1").param("risks", "bốn").with(csrf())
                .with(Staff.signedIn(appraiser))).andExpect(status().is3xxRedirection());
        assertThat(risks(subject)).isEqualTo("bốn");
    }

    @Test
    void ofManyWhoBeginInTheSameMomentOneIsFirst() {
        Subject subject = inAppraisal("report-moment");
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        List<CompletableFuture<Boolean>> savers = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                Actors.as(appraiser, () -> saveAppraisal.save(subject, 0, now ->
                        now.view(new AppraisalReport.View("của " + i, null, null, null))));
                return true;
            } catch (Refusal refused) {
                return false;
            }
        })).toList();
        assertThat(savers.stream().map(CompletableFuture::join).filter(saved -> saved)).hasSize(1);
        assertThat(jdbc.sql("select version from origination.appraisal_report where application_id = ?").param(subject.id())
                .query(Integer.class).list()).containsExactly(1);
    }

    /** The page of the report is still open in one window while the appraisal is handed in by another. */
    @Test
    void aSaveThatMeetsTheSealIsInItOrRefused() {
        Subject subject = inAppraisal("report-seal-meets");
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        CompletableFuture<Boolean> saved = CompletableFuture.supplyAsync(() -> {
            try {
                Actors.as(appraiser, () -> saveAppraisal.save(subject, null, now ->
                        now.view(new AppraisalReport.View(null, "vừa kịp", null, null))));
                return true;
            } catch (Refusal refused) {
                return false;
            }
        });
        appraise(subject);
        assertThat(saved.join() ? risks(subject) : "vừa kịp").isEqualTo("vừa kịp");
        assertThat(jdbc.sql("select count(*) from origination.appraisal_report where application_id = ? and appraisal_id is null")
                .param(subject.id()).query(Integer.class).single()).as("reports begun after the appraisal").isZero();
    }

    @Test
    void stepsSaveWhatTheyShowAndRefuseAtTheField() throws Exception {
        Subject subject = inAppraisal("report-steps");
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        for (int step = 1; step <= 6; step++) {
            web.perform(get(report(subject) + "/edit/" + step).with(Staff.signedIn(appraiser))).andExpect(status().isOk());
        }
        web.perform(post(report(subject) + "/edit/3").param("version", "0").param("finance[0].year", "2024")
                        .param("finance[1].year", "2025").param("finance[1].currentAssets", "600.000.000")
                        .param("finance[1].longAssets", "900.000.000").param("finance[1].shortDebt", "300.000.000")
                        .param("finance[1].longDebt", "400.000.000").param("finance[1].equity", "801.000.000").with(csrf())
                        .with(Staff.signedIn(appraiser))).andExpect(status().isOk())
                .andExpect(content().string(containsString("chưa bằng nợ phải trả"))).andExpect(content().string(containsString("#finance-1-equity")));
        web.perform(post(report(subject) + "/edit/5").param("version", "0").param("checkedOn", "2020-01-02")
                        .param("items[1].lender", "NHCSXH").param("items[1].amount", "40.000.000").with(csrf())
                        .with(Staff.signedIn(appraiser))).andExpect(status().is3xxRedirection());
        write(subject, "{\"finance\": [{\"year\": 1800}]}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("finance[0].year"));
        web.perform(get(report(subject)).with(Staff.signedIn(appraiser)))
                .andExpect(content().string(containsString("NHCSXH"))).andExpect(content().string(containsString("40.000.000")));
    }

    @Test
    void isNothingForTheBorrowerNorForOthers() throws Exception {
        Actor cooperative = cases.cooperative("report-closed");
        Subject subject = inAppraisal(cooperative);
        write(subject, PARTS);
        for (Role role : new Role[] {Role.LOAN_OFFICER, Role.HEAD_OF_LENDING, Role.DIRECTOR, Role.CONTROLLER}) {
            web.perform(get(report(subject)).with(cases.staff().signedIn(role))).andExpect(status().isOk());
            web.perform(put(api(subject)).contentType("application/json").content("{}").with(cases.staff().signedIn(role)))
                    .andExpect(status().isForbidden());
            web.perform(get(report(subject) + "/edit/1").with(cases.staff().signedIn(role))).andExpect(status().isForbidden());
        }
        appraise(subject);
        for (String path : new String[] {report(subject), report(subject) + "/rounds/1", report(subject) + "/rounds/1/report.pdf",
            api(subject)}) {
            web.perform(get(path).with(Staff.signedIn(cooperative))).andExpect(status().isForbidden());
            web.perform(get(path).with(cases.staff().signedIn(Role.ADMINISTRATOR))).andExpect(status().isForbidden());
        }
        web.perform(get("/applications/" + subject.id()).with(Staff.signedIn(cooperative))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/appraisal")))).andExpect(content().string(not(containsString("100 điểm"))));
    }

    @Test
    void isWrittenOnlyWhereItsOwnApplicationWaits() throws Exception {
        Subject waits = inAppraisal("report-waits");
        Subject other = cases.submitted(cases.cooperative("report-early"), Cases.secured(100_000_000));
        write(other, PARTS).andExpect(status().isConflict());
        write(new Subject(Subject.Type.APPLICATION, 999_999_999L), PARTS).andExpect(status().isNotFound());
        web.perform(get(report(other) + "/rounds/1").with(cases.staff().signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        write(waits, PARTS);
        web.perform(get(report(waits) + "/rounds/1/report.pdf").with(cases.staff().signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        web.perform(get(report(other) + "/rounds/1/report.pdf").with(cases.staff().signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        assertThatThrownBy(() -> Actors.as(cases.staff().with(Role.APPRAISER), () -> saveAppraisal.save(other, null, now -> now)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoWritesTheReportDoesNotDecide() throws Exception {
        Subject subject = inAppraisal("report-sides");
        Actor both = cases.staff().named("writes-and-directs", Role.APPRAISER, Role.DIRECTOR);
        web.perform(put(api(subject)).contentType("application/json").content("{\"view\": {\"risks\": \"x\"}}").with(Staff.signedIn(both)))
                .andExpect(status().isOk());
        appraise(subject);
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        assertThatThrownBy(() -> cases.complete(subject, "Task_DecideApplication", both, Map.of("outcome", "APPROVED")))
                .isInstanceOf(vn.coopfund.access.DutyConflict.class);
    }

    @Test
    void refusalIsAPaperForItsOwnBorrower() throws Exception {
        Actor cooperative = cases.cooperative("refused-on-paper");
        Subject subject = cases.beforeDecision(cooperative, Cases.secured(100_000_000));
        web.perform(get("/applications/" + subject.id() + "/refusal.pdf").with(Staff.signedIn(cooperative))).andExpect(status().isNotFound());
        cases.complete(subject, "Task_DecideApplication", Role.DIRECTOR, Map.of("outcome", "REJECTED", "comment", "Phương án chưa rõ đầu ra"));
        assertThat(text(pdf(subject, "/refusal.pdf", cooperative)))
                .contains("THÔNG BÁO TỪ CHỐI CHO VAY", "Phương án chưa rõ đầu ra", "ột trăm triệu đồng", "TB-QHTX");
        web.perform(get("/applications/" + subject.id()).with(Staff.signedIn(cooperative)))
                .andExpect(content().string(containsString("/refusal.pdf")));
        web.perform(get("/applications/" + subject.id() + "/refusal.pdf").with(Staff.signedIn(cases.cooperative("refused-curious"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusalBeforeAppraisalNamesTheRulesThatFailed() throws Exception {
        Actor cooperative = cases.cooperative("refused-unheard");
        Subject subject = cases.submitted(cooperative, Cases.secured(90_000_000_000L));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(subject, "Task_HandleIneligible", Role.HEAD_OF_LENDING, Map.of("outcome", "REJECT", "reason", "Vượt hạn mức"));
        assertThat(text(pdf(subject, "/refusal.pdf", cooperative))).contains("Vượt hạn mức", "điều 23", "Hạn mức một khách hàng");
        assertThat(jdbc.sql("select distinct table_version is not null from origination.rule_check where application_id = ?")
                .param(subject.id()).query(Boolean.class).list()).as("the version of the table is kept").containsExactly(true);
    }

    @Test
    void comparesWithWhatWasFundedBeforeAndSaysWhereNothingWas() {
        Subject before = cases.approved(cases.cooperative("similar-before"), Cases.secured(240_000_000).project("Nuôi ong", "Mua thùng", "Nuôi ong mật"));
        cases.complete(before, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        cases.complete(before, "Task_SignContract", Role.DIRECTOR, Map.of());
        Actor cooperative = cases.cooperative("similar-now");
        ApplicationContent sameSector = Cases.secured(60_000_000).project("Ong rừng", "Mua thùng", " nuôi ong MẬT");
        ApplicationView now = cases.drafted(cooperative, sameSector);
        assertThat(similar.with(now).count()).as("signed, and not paid out").isZero();
        Subject loan = Subject.loan(applications.byId(before.id()).loanId());
        cases.complete(loan, "Task_ConfirmNoBadDebt", Role.LOAN_OFFICER, Map.of("outcome", "NO_BAD_DEBT"));
        cases.complete(loan, "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of());
        cases.complete(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, Map.of("outcome", "APPROVED"));
        cases.complete(loan, "Task_ApproveDisbursement", Role.DIRECTOR, Map.of("outcome", "APPROVED"));
        cases.complete(loan, "Task_PayDisbursement", Role.CASHIER, Map.of());
        SimilarProjects.Comparison sector = similar.with(now);
        assertThat(sector.by()).isEqualTo(SimilarProjects.By.SECTOR);
        assertThat(sector.count()).isEqualTo(1);
        assertThat(sector.amount()).isEqualTo(240_000_000);
        assertThat(sector.totalCost()).isEqualTo(480_000_000);
        assertThat(sector.of(LoanConduct.Standing.ON_TIME)).isEqualTo(1);
        SimilarProjects.Comparison size = similar.with(cases.drafted(cooperative, Cases.secured(480_000_000).project("Kho", "Xây kho", "Kho vận")));
        assertThat(size.by()).isEqualTo(SimilarProjects.By.SIZE);
        assertThat(size.count()).as("240 million is half of 480").isPositive();
        assertThat(similar.with(cases.drafted(cooperative, Cases.secured(900_000_000_000L).project("Đập", "Xây đập", "Thủy điện"))).isEmpty()).isTrue();
    }

    private Subject inAppraisal(String username) {
        return inAppraisal(cases.cooperative(username));
    }

    private Subject inAppraisal(Actor cooperative) {
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        return subject;
    }

    private void appraise(Subject subject) {
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
    }

    private ResultActions write(Subject subject, String body) throws Exception {
        return web.perform(put(api(subject)).contentType("application/json").content(body).with(cases.staff().signedIn(Role.APPRAISER)));
    }

    private static String report(Subject subject) {
        return "/applications/" + subject.id() + "/appraisal";
    }

    private static String api(Subject subject) {
        return "/api/v1" + report(subject);
    }

    private String risks(Subject subject) {
        return jdbc.sql("select risks from origination.appraisal_report where application_id = ?").param(subject.id())
                .query(String.class).single();
    }

    private byte[] pdf(Subject subject, String path, Actor actor) throws Exception {
        return web.perform(get("/applications/" + subject.id() + path).with(Staff.signedIn(actor))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}

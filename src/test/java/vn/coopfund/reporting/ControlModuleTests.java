package vn.coopfund.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Files;
import vn.coopfund.ledger.BookProposal;
import vn.coopfund.ledger.ClosePeriod;
import vn.coopfund.ledger.ConfirmBookProposal;
import vn.coopfund.ledger.OwnBooks;
import vn.coopfund.ledger.ReopenPeriod;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.RiskModuleTest;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;

/** The controller's list and findings, answers to confirmations, and files made in the background. */
class ControlModuleTests extends RiskModuleTest {

    @Autowired
    TakeRepayment takeRepayment;
    @Autowired
    ClosePeriod closePeriod;
    @Autowired
    ReopenPeriod reopenPeriod;
    @Autowired
    ConfirmBookProposal confirmBookProposal;
    @Autowired
    ApplicationContext program;
    @Autowired
    Matters matters;
    @Autowired
    Findings findings;
    @Autowired
    RaiseFinding raiseFinding;
    @Autowired
    AnswerFinding answerFinding;
    @Autowired
    JudgeAnswer judgeAnswer;
    @Autowired
    Confirmations confirmations;
    @Autowired
    RecordConfirmation recordConfirmation;
    @Autowired
    AskForExport askForExport;
    @Autowired
    ExportJobs jobs;
    @Autowired
    ExportWorker worker;
    @Autowired
    Reports reports;
    @Autowired
    org.springframework.transaction.support.TransactionTemplate transactions;
    @Autowired
    MockMvc mvc;

    @Test
    void aReversalStandsInTheListAndIsFollowedUpToTheEnd() throws Exception {
        long loan = lent(true);
        long receipt = paid(loan, 5_000_000, on(2, 10)).id();
        reversed(loan, receipt);
        Matter matter = list(Matter.Kind.REVERSAL).stream()
                .filter(one -> one.onDay().equals(on(2, 10)) && one.amount() == 5_000_000).findFirst().orElseThrow();
        assertThat(matter.findings()).isZero();

        Actor chief = staff.with(Role.CHIEF_ACCOUNTANT);
        long id = as(staff.with(Role.CONTROLLER), () -> raiseFinding.raise("Đảo phiếu thu không có biên bản", matter.key(),
                chief.id(), on(3, 1), "Thiếu biên bản kèm phiếu thu"));
        assertThat(list(Matter.Kind.REVERSAL)).filteredOn(one -> one.key().equals(matter.key()))
                .extracting(Matter::findings).containsExactly(1);
        assertThat(as(chief, findings::waiting)).isPositive();
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> answer(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> judge(id, true)).isInstanceOf(Refusal.class);
        as(chief, () -> answer(id));
        judge(id, false);
        as(chief, () -> answer(id));
        judge(id, true);
        assertThat(as(chief, () -> findings.history(id))).extracting(Findings.Line::kind).containsExactly(Findings.Step.RAISED,
                Findings.Step.ANSWERED, Findings.Step.RETURNED, Findings.Step.ANSWERED, Findings.Step.CLOSED);
        assertThatThrownBy(() -> as(chief, () -> answer(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> jdbc.sql("update reporting.finding_step set words = 'khác' where finding_id = ?").param(id).update())
                .isInstanceOf(DataAccessException.class);
        mvc.perform(get("/control/findings/steps.csv?all=true").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Yêu cầu trả lời lại,"))).andExpect(content().string(containsString("Cần thêm chữ ký")));
        mvc.perform(get("/control/findings/steps.csv?all=true").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Cần thêm chữ ký"))));
        mvc.perform(get("/control/findings/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
        mvc.perform(get("/control/findings/" + id).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Thiếu biên bản")));
    }

    @Test
    void aReopenedMonthIsNamedWithItsReasonAndBothPersons() {
        YearMonth month = YearMonth.of(2008, 6);
        OwnBooks books = new OwnBooks(program, LocalDate.of(2008, 7, 15));
        books.by(Role.CHIEF_ACCOUNTANT, () -> closePeriod.close(month));
        BookProposal asked = books.as(Role.CHIEF_ACCOUNTANT, () -> reopenPeriod.propose(month, "Bỏ sót hóa đơn điện"));
        assertThat(books.as(Role.CONTROLLER, this::reopenings)).as("only asked for").isEmpty();
        books.by(Role.DIRECTOR, () -> confirmBookProposal.confirm(asked.id()));
        assertThat(books.as(Role.CONTROLLER, this::reopenings)).singleElement().satisfies(one -> {
            assertThat(one.words()).startsWith("06/2008").contains("Bỏ sót hóa đơn điện");
            assertThat(one.checker()).isNotNull();
        });
    }

    @Test
    void aBankReceiptWithoutReferenceIsNamedApart() {
        long loan = lent(true);
        businessDay.moveTo(on(2, 10));
        as(staff.with(Role.ACCOUNTANT), () -> takeRepayment.take(Subject.loan(loan),
                new Receipt(Dong.of(4_321_000), on(2, 10), Channel.BANK, null, null)));
        assertThat(list(Matter.Kind.NO_REFERENCE)).anyMatch(one -> one.amount() == 4_321_000);
        assertThat(list(Matter.Kind.BACK_DATING)).noneMatch(one -> one.amount() == 4_321_000);
    }

    private boolean answer(long id) {
        answerFinding.answer(id, "Đã bổ sung biên bản");
        return true;
    }

    private void judge(long id, boolean accepted) {
        as(staff.with(Role.CONTROLLER), () -> {
            judgeAnswer.judge(id, accepted, accepted ? "Chấp nhận" : "Cần thêm chữ ký");
            return null;
        });
    }

    private List<Matter> reopenings() {
        return list(Matter.Kind.REOPENING);
    }

    private List<Matter> list(Matter.Kind kind) {
        return matters.list(new Matters.Filter(kind, null, null, null, false), SortBy.of(null, "-on", Matters.COLUMNS),
                new PageOf.Wish(0, 1000)).items();
    }

    @Test
    void everyKindIsReadWithoutAnError() throws Exception {
        for (Matter.Kind kind : Matter.Kind.values()) {
            mvc.perform(get("/control").param("kind", kind.name()).param("q", "x").param("open", "true")
                    .with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        }
        mvc.perform(get("/control/matters.csv").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        mvc.perform(post("/control/findings").with(csrf()).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Đặt tên ngắn")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"BORROWER", "ADMINISTRATOR", "LOAN_OFFICER", "ACCOUNTANT", "CHIEF_ACCOUNTANT",
        "CASHIER", "ALLIANCE_VIEWER"})
    void othersReadNoControl(Role role) throws Exception {
        mvc.perform(get("/control").with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(post("/control/findings").with(csrf()).with(staff.signedIn(role))).andExpect(status().isForbidden());
        mvc.perform(post("/control/findings/1/judgement").with(csrf()).with(staff.signedIn(role))).andExpect(status().isForbidden());
    }

    @Test
    void letterAndAnswerOfADay() throws Exception {
        lent(true);
        LocalDate day = on(2, 28);
        businessDay.moveTo(on(3, 5));
        Confirmations.Owing owing = confirmations.of(borrower, day);
        assertThat(owing.principal()).isEqualTo(500_000_000);
        assertThat(owing.total()).isEqualTo(500_000_000 + 3_978_082);
        mvc.perform(get("/confirmations/" + borrower + ".pdf").param("on", day.toString()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().contentType("application/pdf"));
        mvc.perform(post("/confirmations/" + borrower).param("on", day.toString()).param("answer", "DISAGREED")
                        .param("answeredOn", on(3, 4).toString()).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Nhập số tiền bên vay cho là đúng")));
        mvc.perform(post("/confirmations/" + borrower).param("on", day.toString()).param("answer", "DISAGREED")
                        .param("stated", "500.000.000").param("note", "Chưa ghi lãi").param("answeredOn", on(3, 4).toString())
                        .with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(redirectedUrlPattern("/confirmations?on=*"));
        assertThat(confirmations.of(borrower, day)).satisfies(now -> {
            assertThat(now.answer()).isEqualTo(Confirmations.Answer.DISAGREED);
            assertThat(now.stated()).isEqualTo(500_000_000L);
        });
        mvc.perform(post("/confirmations/" + borrower).param("on", day.toString()).with(csrf())
                .with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isForbidden());
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> {
            recordConfirmation.record(Subject.cooperative(borrower), day, Confirmations.Answer.AGREED, Dong.ZERO, null, on(1, 1));
            return null;
        })).isInstanceOf(Refusal.class);
    }

    @Test
    void aFileMadeInTheBackgroundIsThereForWhoAskedAlone() throws Exception {
        lent(true);
        Actor accountant = staff.with(Role.ACCOUNTANT);
        ReportWish wish = new ReportWish(on(1, 1), on(12, 31), null, null, null, ReportWish.Grouping.SECTOR,
                java.util.Locale.forLanguageTag("vi"));
        long id = as(accountant, () -> askForExport.ask("journal", FileKind.XLSX, wish));
        worker.settle();
        ExportJob done = as(accountant, () -> jobs.mine(id));
        assertThat(done.rowsDone()).isEqualTo(done.rowsTotal()).isPositive();
        byte[] file = mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
        assertThat(file).hasSize((int) done.size());
        assertThat(ReportsModuleTests.sheet(file)).hasSize((int) done.rowsDone() + 2);
        mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isNotFound());
        mvc.perform(get("/reports/exports").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("/reports/exports/" + id)));
        closeDay(done.expiresOn());
        mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
    }

    @Test
    void whatACrashLeftIsBegunAgain() throws Exception {
        lent(true);
        Actor accountant = staff.with(Role.ACCOUNTANT);
        ReportWish wish = new ReportWish(on(1, 1), on(12, 31), null, null, null, ReportWish.Grouping.SECTOR,
                java.util.Locale.forLanguageTag("vi"));
        long id = as(accountant, () -> transactions.execute(status -> jobs.add(reports.named("trial-balance"), FileKind.CSV, wish, 9)));
        assertThat(jobs.lease(id, "a node that died")).isTrue();
        jobs.keep(id, "a node that died", 1, new byte[] {1, 2, 3}, 5);
        assertThat(jobs.lease(id, "another")).as("while the lease holds").isFalse();
        jdbc.sql("update reporting.export_job set lease_until = clock_timestamp() - interval '1 second' where id = ?").param(id).update();
        worker.run(null);
        worker.settle();
        byte[] file = mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8)).startsWith("\ufeffTài khoản,").contains("Tổng");
        assertThat(jobs.keep(id, "a node that died", 2, new byte[] {4}, 6)).isFalse();
    }

    @Test
    void whatIsLeasedStillIsTakenUpLater() {
        lent(true);
        long id = asked(FileKind.CSV);
        jdbc.sql("update reporting.export_job set state = 'RUNNING', holder = null, lease_until = null where id = ?").param(id).update();
        assertThat(jobs.lease(id, "a node that was killed just now")).isTrue();
        int before = worker.waiting();
        worker.work(id);
        assertThat(worker.waiting()).isEqualTo(before + 1);
        assertThat(as(staff.with(Role.ACCOUNTANT), () -> jobs.mine(id))).extracting(ExportJob::state).isEqualTo(ExportJob.State.RUNNING);
        jdbc.sql("update reporting.export_job set lease_until = clock_timestamp() - interval '1 second' where id = ?").param(id).update();
        worker.work(id);
        assertThat(as(staff.with(Role.ACCOUNTANT), () -> jobs.mine(id))).extracting(ExportJob::state).isEqualTo(ExportJob.State.DONE);
    }

    @Test
    void everyDownloadIsWrittenDown() throws Exception {
        lent(true);
        long id = asked(FileKind.CSV);
        long before = downloads();
        for (int times = 1; times <= 2; times++) {
            mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
            assertThat(downloads()).isEqualTo(before + times);
        }
        mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        assertThat(downloads()).isEqualTo(before + 2);
        businessDay.moveTo(businessDay.today().plusDays(ExportJobs.DAYS_KEPT + 1));
        mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
    }

    private long downloads() {
        return jdbc.sql("select count(*) from access.audit_log where what = 'FetchExport' and person_id = ? and detail = 'journal CSV'")
                .param(staff.with(Role.ACCOUNTANT).id()).query(Long.class).single();
    }

    @Test
    void paperIsMadeInTheBackgroundToo() throws Exception {
        lent(true);
        long id = asked(FileKind.PDF);
        byte[] paper = mvc.perform(get("/reports/exports/" + id).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf")).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(paper, 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void aFailedOrCancelledFileIsBegunAgainByWhoAsked() throws Exception {
        lent(true);
        long id = asked(FileKind.CSV);
        String path = "/reports/exports/" + id;
        mvc.perform(post(path + "/cancellation").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isConflict());
        jdbc.sql("update reporting.export_job set state = 'RUNNING' where id = ?").param(id).update();
        mvc.perform(post(path + "/cancellation").with(csrf()).with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        mvc.perform(post(path + "/cancellation").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(redirectedUrl("/reports/exports"));
        mvc.perform(get(path).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
        mvc.perform(get("/reports/exports").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(content().string(containsString("Đã hủy")));

        jdbc.sql("update reporting.export_job set state = 'RUNNING', report = 'nothing' where id = ?").param(id).update();
        worker.work(id);
        jdbc.sql("update reporting.export_job set report = 'journal' where id = ?").param(id).update();
        mvc.perform(get("/reports/exports").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(content().string(containsString("Chương trình gặp lỗi khi xuất")));
        mvc.perform(post(path + "/repetition").with(csrf()).with(staff.signedIn(Role.DIRECTOR))).andExpect(status().isNotFound());
        mvc.perform(post(path + "/repetition").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(redirectedUrl("/reports/exports"));
        worker.settle();
        mvc.perform(get(path).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(post(path + "/repetition").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isConflict());
    }

    private long asked(FileKind file) {
        ReportWish wish = new ReportWish(on(1, 1), on(12, 31), null, null, null, ReportWish.Grouping.SECTOR,
                java.util.Locale.forLanguageTag("vi"));
        long id = as(staff.with(Role.ACCOUNTANT), () -> askForExport.ask("journal", file, wish));
        worker.settle();
        return id;
    }

    @Test
    void papersHangOnAFindingForWhoReadsIt() throws Exception {
        Actor chief = staff.with(Role.CHIEF_ACCOUNTANT);
        long id = as(staff.with(Role.CONTROLLER), () -> raiseFinding.raise("Thiếu biên bản kiểm kê", null, chief.id(),
                businessDay.today().plusDays(9), "Kỳ kiểm kê tháng 1"));
        String path = "/control/findings/" + id;
        attach(path, Role.CONTROLLER).andExpect(redirectedUrl(path));
        attach(path, Role.CHIEF_ACCOUNTANT).andExpect(redirectedUrl(path));
        attach(path, Role.DIRECTOR).andExpect(status().isOk()).andExpect(content().string(containsString("Lỗi:")));
        attach(path, Role.ACCOUNTANT).andExpect(status().isNotFound());
        attach(path, Role.ADMINISTRATOR).andExpect(status().isForbidden());
        mvc.perform(get(path).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(content().string(containsString("bien-ban.pdf")));
        long paper = jdbc.sql("select max(id) from documents.attachment where subject_type = 'FINDING' and subject_id = ?").param(id)
                .query(Long.class).single();
        mvc.perform(get("/attachments/" + paper).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get("/attachments/" + paper).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
        mvc.perform(multipart(path + "/papers").file(new MockMultipartFile("file", "", null, new byte[0])).with(csrf())
                .with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk()).andExpect(content().string(containsString("Lỗi:")));
        as(chief, () -> answer(id));
        judge(id, true);
        attach(path, Role.CHIEF_ACCOUNTANT).andExpect(status().isOk()).andExpect(content().string(containsString("Lỗi:")));
        assertThat(jdbc.sql("select count(*) from documents.attachment where subject_type = 'FINDING' and subject_id = ?").param(id)
                .query(Integer.class).single()).isEqualTo(2);
    }

    private org.springframework.test.web.servlet.ResultActions attach(String path, Role role) throws Exception {
        return mvc.perform(multipart(path + "/papers").file(new MockMultipartFile("file", "bien-ban.pdf", null, Files.pdf()))
                .with(csrf()).with(staff.signedIn(role)));
    }

    @Test
    void reportsAreForTheirReaders() throws Exception {
        mvc.perform(get("/reports/journal").with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
        mvc.perform(get("/reports/journal.csv").with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/reporting/reports/journal").with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
        mvc.perform(get("/reports").with(staff.signedIn(Role.BORROWER))).andExpect(status().isForbidden());
        mvc.perform(get("/reports/cash-book").with(staff.signedIn(Role.CASHIER))).andExpect(status().is3xxRedirection());
        mvc.perform(get("/reports/nothing").with(staff.signedIn(Role.CASHIER))).andExpect(status().isNotFound());
        mvc.perform(get("/reports").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Sổ nhật ký chung")));
    }
}

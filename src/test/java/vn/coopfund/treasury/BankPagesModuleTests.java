package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.VietQr;

class BankPagesModuleTests extends BankModuleTest {

    @Autowired
    MockMvc mvc;

    @Test
    void statementGoesFromFileToMappingToPreviewToLines() throws Exception {
        String reference = reference();
        String heading = "Diễn giải " + reference;
        String csv = csv("15/4/2026," + reference + ",HTX trả nợ,,5.000.000,9.000.000", "99/4/2026,X" + reference + ",sai,,1.000,")
                .replace("Nội dung", heading);
        String there = mvc.perform(multipart("/bank/statements").file(new MockMultipartFile("file", "thang-4.csv", "text/csv",
                csv.getBytes(StandardCharsets.UTF_8))).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(there).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Chọn cột của tệp này"))).andExpect(content().string(containsString(heading)));
        mvc.perform(post(there + "/mapping").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("name", "Mẫu " + reference)
                .param("headerRow", "1")).andExpect(status().isOk()).andExpect(content().string(containsString("Chọn một cột của tệp")));
        mvc.perform(post(there + "/mapping").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("name", "Mẫu " + reference)
                .param("headerRow", "1").param("date", "Ngày giao dịch").param("credit", "Ghi có").param("debit", "Ghi nợ")
                .param("balance", "Số dư").param("content", heading).param("reference", "Số tham chiếu")
                .param("datePattern", "d/M/uuuu").param("decimalMark", ",").param("thousandMark", ".").param("encoding", "UTF-8"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(there).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(content().string(containsString("5.000.000")))
                .andExpect(content().string(containsString("99/4/2026"))).andExpect(content().string(containsString("giữ lại dòng lỗi")));
        mvc.perform(post(there + "/import").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().is3xxRedirection());
        mvc.perform(get(there).with(staff.signedIn(Role.CONTROLLER))).andExpect(content().string(containsString("Dòng cần sửa")));
        String statement = there.substring(there.lastIndexOf('/') + 1);
        mvc.perform(get("/bank/lines").param("statement", statement).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString(reference)));
        mvc.perform(get("/bank/lines/export.csv").param("statement", statement).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString(reference)));
        String faults = mvc.perform(get(there + "/faults.csv").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(faults).contains("Ngày giao dịch", "99/4/2026", "Lỗi cần sửa");
        String again = mvc.perform(multipart("/bank/statements").file(new MockMultipartFile("file", "sua.csv", "text/csv",
                faults.replace("99/4/2026", "16/4/2026").getBytes(StandardCharsets.UTF_8))).with(csrf())
                .with(staff.signedIn(Role.ACCOUNTANT))).andReturn().getResponse().getRedirectedUrl();
        Statement corrected = importOf(Long.parseLong(again.substring(again.lastIndexOf('/') + 1)));
        assertThat(corrected.linesNew()).isEqualTo(1);
        assertThat(corrected.rowsFaulty()).isZero();
    }

    @Test
    void fileThatIsNotImportedIsDiscardedByWhoUploadedIt() throws Exception {
        String there = uploadedBy(staff.signedIn(Role.ACCOUNTANT));
        var other = staff.signedIn(staff.named("ke-toan-khac", Role.ACCOUNTANT));
        mvc.perform(get(there).with(other)).andExpect(content().string(not(containsString("/removal"))));
        mvc.perform(post(there + "/removal").with(csrf()).with(other)).andExpect(status().isForbidden())
                .andExpect(content().string(containsString("kế toán trưởng được bỏ")));
        mvc.perform(post(there + "/removal").with(csrf()).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isForbidden());
        mvc.perform(get(there).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(content().string(containsString("/removal")));
        mvc.perform(post(there + "/removal").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().is3xxRedirection());
        mvc.perform(get(there).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
        mvc.perform(post(there + "/removal").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isNotFound());
        String second = uploadedBy(staff.signedIn(Role.ACCOUNTANT));
        String call = "/api/v1" + second + "/removal";
        mvc.perform(post(call).with(other)).andExpect(status().isForbidden());
        mvc.perform(post(call).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isNoContent());
        mvc.perform(post(call).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isNotFound());
    }

    private String uploadedBy(org.springframework.test.web.servlet.request.RequestPostProcessor who) throws Exception {
        return mvc.perform(multipart("/bank/statements").file(new MockMultipartFile("file", "nham.csv", "text/csv",
                csv("15/4/2026," + reference() + ",nhầm,,5.000,9.000").getBytes(StandardCharsets.UTF_8))).with(csrf()).with(who))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    void importedStatementIsNotDiscarded() throws Exception {
        businessDay.moveTo(DUE);
        long line = moneyOut(33_000, DUE, "THU PHI");
        long statement = lines.byId(line).statementId();
        var chief = staff.signedIn(Role.CHIEF_ACCOUNTANT);
        mvc.perform(post("/api/v1/bank/statements/" + statement + "/removal").with(chief)).andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã được nhập")));
        assertThatThrownBy(() -> jdbc.sql("delete from treasury.statement where id = ?").param(statement).update())
                .hasStackTraceContaining("is imported");
        String template = jdbc.sql("select id from treasury.posting_template where fund_id = 1 and code = 'BANK_FEE'").query(String.class).single();
        mvc.perform(post("/bank/lines/{id}/matches", line).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("kind", "TEMPLATE")
                .param("target", template).param("amount", "33.000")).andExpect(status().is3xxRedirection());
        mvc.perform(post("/api/v1/bank/statements/" + statement + "/removal").with(chief)).andExpect(status().isConflict())
                .andExpect(content().string(containsString("đã có dòng khớp")));
    }

    @Test
    void lineShowsItsProposalAndOneClickMatchesIt() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        long line = moneyIn(70_636_986, DUE, VietQr.plain(number(loan)));
        mvc.perform(get("/bank/lines").param("todo", "true").param("q", number(loan)).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("/bank/lines/" + line + "/matches")));
        mvc.perform(get("/bank/lines/{id}", line).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("nội dung có mã " + number(loan))))
                .andExpect(content().string(containsString("gốc 62.500.000")));
        mvc.perform(post("/bank/lines/{id}/matches", line).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("kind", "LOAN")
                .param("target", String.valueOf(loan)).param("amount", "999.000.000")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Tổng các phần không vượt quá")));
        mvc.perform(post("/bank/lines/{id}/matches", line).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                .param("rows[0].loan", "9999/1999/KHONG").param("rows[0].amount", "1.000")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Không có khoản vay số")));
        mvc.perform(post("/bank/lines/{id}/matches", line).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))
                .param("rows[0].loan", number(loan)).param("rows[0].amount", "70.636.986")).andExpect(status().is3xxRedirection());
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        mvc.perform(get("/bank/lines/{id}", line).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/undoing"))));
        long match = matches.of(line).get(0).id();
        mvc.perform(get("/bank/matches/{id}/undoing", match).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(post("/bank/matches/{id}/undoing", match).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Nhập lý do")));
        mvc.perform(post("/bank/matches/{id}/undoing", match).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("reason", "nhầm"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void feeIsUndoneOnThePagesByASecondPerson() throws Exception {
        businessDay.moveTo(DUE);
        long line = moneyOut(33_000, DUE, "THU PHI");
        String template = jdbc.sql("select id from treasury.posting_template where fund_id = 1 and code = 'BANK_FEE'").query(String.class).single();
        mvc.perform(post("/bank/lines/{id}/matches", line).with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)).param("kind", "TEMPLATE")
                .param("target", template).param("amount", "33.000")).andExpect(status().is3xxRedirection());
        String asked = mvc.perform(post("/bank/matches/{id}/undoing", matches.of(line).get(0).id()).with(csrf())
                .with(staff.signedIn(Role.ACCOUNTANT)).param("reason", "không phải phí")).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(asked).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(content().string(containsString("Đồng ý bỏ khớp")));
        mvc.perform(get("/bank/lines").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(content().string(containsString(asked)));
        mvc.perform(post(asked + "/confirmation").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isForbidden());
        mvc.perform(post(asked + "/confirmation").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT)))
                .andExpect(status().is3xxRedirection());
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.NEW);
    }

    @Test
    void reconciliationShowsAndLeavesAsAFile() throws Exception {
        businessDay.moveTo(DUE);
        imported("15/4/2026," + reference() + ",so du,,1.000,5.000.000");
        mvc.perform(get("/bank/reconciliation").param("on", "2026-04-15").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Số dư theo sao kê")))
                .andExpect(content().string(not(containsString("Ký lập đối chiếu"))));
        mvc.perform(get("/bank/reconciliation").param("on", "2026-04-15").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(content().string(containsString("Ký lập đối chiếu")));
        mvc.perform(post("/bank/reconciliation").param("on", "2026-04-15").with(csrf()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Giải thích chênh lệch trước khi ký")));
        mvc.perform(get("/bank/reconciliation/export.csv").param("on", "2026-04-15").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Số dư sổ sách")));
        mvc.perform(get("/bank/lines/export.xlsx").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk());
        mvc.perform(get("/bank/reconciliation").param("on", "1990-01-01").with(staff.signedIn(Role.DIRECTOR)))
                .andExpect(content().string(containsString("Chưa có dòng sao kê có số dư")));
    }

    @Test
    void othersSeeNothingOfTheBank() throws Exception {
        for (Role role : new Role[] {Role.BORROWER, Role.LOAN_OFFICER, Role.CASHIER, Role.ALLIANCE_VIEWER, Role.ADMINISTRATOR}) {
            for (String page : new String[] {"/bank/lines", "/bank/statements", "/bank/reconciliation", "/api/v1/bank/lines"}) {
                mvc.perform(get(page).with(staff.signedIn(role))).andExpect(status().isForbidden());
            }
        }
        mvc.perform(post("/bank/lines/1/matches").with(csrf()).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isForbidden());
        mvc.perform(post("/bank/statements/1/import").with(csrf()).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isForbidden());
    }

    @Test
    void programsImportOnceAndMatch() throws Exception {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        mapped(csv("1/1/2026," + reference() + ",x,,1,").getBytes(StandardCharsets.UTF_8), "mapping.csv");
        String key = UUID.randomUUID().toString();
        MockMultipartFile file = new MockMultipartFile("file", "a.csv", "text/csv", csv("15/4/2026," + reference() + ","
                + VietQr.plain(number(loan)) + ",,1.000.000,", "x,y,z,,1.000,").getBytes(StandardCharsets.UTF_8));
        String path = "/api/v1/bank/accounts/" + account.id() + "/statements";
        mvc.perform(multipart(path).file(file).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest());
        String answer = mvc.perform(multipart(path).file(file).header("Idempotency-Key", key).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.linesNew").value(1)).andExpect(jsonPath("$.rowsFaulty").value(1))
                .andExpect(jsonPath("$.faults[0].row").value(3)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        String id = JsonPath.read(answer, "$.id");
        mvc.perform(multipart(path).file(file).header("Idempotency-Key", key).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.id").value(id));
        String line = JsonPath.read(mvc.perform(get("/api/v1/bank/lines").param("statement", id).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(jsonPath("$.total").value(1)).andReturn().getResponse().getContentAsString(), "$.items[0].id");
        mvc.perform(get("/api/v1/bank/lines/{id}", line).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(jsonPath("$.proposals[0].kind").value("LOAN")).andExpect(jsonPath("$.proposals[0].target").value(String.valueOf(loan)));
        String body = "{\"parts\":[{\"kind\":\"LOAN\",\"target\":\"%d\",\"amount\":1000000}]}".formatted(loan);
        mvc.perform(post("/api/v1/bank/lines/{id}/matches", line).contentType(MediaType.APPLICATION_JSON).content(body)
                .with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/bank/lines/{id}/matches", line).contentType(MediaType.APPLICATION_JSON).content("{")
                .with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/bank/lines/{id}/matches", line).contentType(MediaType.APPLICATION_JSON).content("{\"parts\":[null]}")
                .header("Idempotency-Key", UUID.randomUUID()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/api/v1/bank/lines/{id}/matches", line).contentType(MediaType.APPLICATION_JSON).content(body)
                .header("Idempotency-Key", UUID.randomUUID()).with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("POSTED"));
        mvc.perform(post("/api/v1/bank/lines/{id}/matches", line).contentType(MediaType.APPLICATION_JSON).content(body)
                .header("Idempotency-Key", UUID.randomUUID()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isConflict());
        String match = JsonPath.read(mvc.perform(get("/api/v1/bank/lines/{id}", line).with(staff.signedIn(Role.ACCOUNTANT)))
                .andReturn().getResponse().getContentAsString(), "$.matches[0].id");
        mvc.perform(post("/api/v1/bank/matches/{id}/reversal", match).contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"nhầm\"}")
                .header("Idempotency-Key", UUID.randomUUID()).with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("PENDING")).andExpect(jsonPath("$.proposal").isString());
        mvc.perform(get("/api/v1/bank/accounts").with(staff.signedIn(Role.CONTROLLER))).andExpect(jsonPath("$[0].account").value("112"));
        imported("15/4/2026," + reference() + ",so du,,1.000,5.000.000");
        mvc.perform(get("/api/v1/bank/accounts/{id}/reconciliation", account.id()).param("on", "2026-04-15").with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.byBooks").isNumber());
        mvc.perform(get("/api/v1/bank/lines/999999999999").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isNotFound());
    }
}

package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.servicing.RiskModuleTest;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;
import vn.coopfund.workflow.ProcessPictures;

/** A month end is followed from the close of its last day until its provisions are posted and checked. */
class MonthEndModuleTests extends RiskModuleTest {

    @Autowired Classifications runs;
    @Autowired ProposeProvisions proposeProvisions;
    @Autowired ConfirmProvisions confirmProvisions;
    @Autowired RejectProvisions rejectProvisions;
    @Autowired Processes processes;
    @Autowired ProcessPictures pictures;
    @Autowired RuntimeService engine;
    @Autowired ManagementService management;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvc mvc;

    private Subject month(LocalDate asOf) {
        return Subject.classification(as(staff.with(Role.CONTROLLER), () -> runs.find(asOf).orElseThrow()).id());
    }

    private String standsAt(LocalDate asOf) {
        return pictures.of(month(asOf)).stream().filter(ProcessPictures.Picture::running)
                .flatMap(picture -> picture.path().stream()).filter(ProcessPictures.Step::here).map(ProcessPictures.Step::name)
                .findFirst().orElse("–");
    }

    private void propose(LocalDate asOf) {
        as(staff.with(Role.ACCOUNTANT), () -> proposeProvisions.propose(asOf));
    }

    private void confirm(LocalDate asOf) {
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            confirmProvisions.confirm(asOf);
            return null;
        });
    }

    private String job(LocalDate asOf) {
        String process = engine.createProcessInstanceQuery().processDefinitionKey("day-close")
                .processInstanceBusinessKey("CLASSIFICATION:" + month(asOf).id()).singleResult().getId();
        return management.createJobQuery().processInstanceId(process).singleResult().getId();
    }

    @Test
    void isFollowedFromTheCloseToTheCheckedProvisions() throws Exception {
        lent(false);
        LocalDate asOf = on(4, 30);
        closeDay(asOf);
        assertThat(standsAt(asOf)).isEqualTo("Duyệt phân loại nợ");
        approveThrough(asOf);
        assertThat(standsAt(asOf)).isEqualTo("Lập bảng dự phòng");
        propose(asOf);
        assertThat(standsAt(asOf)).isEqualTo("Duyệt dự phòng");
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            rejectProvisions.reject(asOf, "Thiếu tài sản bảo đảm");
            return null;
        });
        assertThat(standsAt(asOf)).isEqualTo("Lập bảng dự phòng");
        propose(asOf);
        confirm(asOf);
        assertThat(processes.runs("day-close", month(asOf))).as("the check waits for its turn").isTrue();
        mvc.perform(get("/cases/classifications/{id}/picture", month(asOf).id()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Khóa sổ cuối tháng")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        mvc.perform(get("/cases/classifications/{id}/picture/0.bpmn", month(asOf).id()).with(staff.signedIn(Role.CONTROLLER)))
                .andExpect(status().isOk());
        management.executeJob(job(asOf));
        assertThat(processes.runs("day-close", month(asOf))).isFalse();
    }

    @Test
    void standsWhereAnEntryDiffersUntilItIsTriedAgain() {
        lent(false);
        LocalDate asOf = on(4, 30);
        classify(asOf);
        propose(asOf);
        confirm(asOf);
        String job = job(asOf);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into risk.provision_movement (id, fund_id, kind, movement, loan_id, amount, value_date, booked_on, entry_id) "
                    + "select nextval('risk.provision_movement_seq'), fund_id, kind, movement, loan_id, 1, value_date, booked_on, entry_id "
                    + "from risk.provision_movement order by id desc limit 1").update();
            assertThatThrownBy(() -> checkNow(asOf)).isInstanceOf(Refusal.class).hasMessageContaining("provision-book");
            status.setRollbackOnly();
        });
        management.executeJob(job);
        assertThat(processes.runs("day-close", month(asOf))).isFalse();
    }

    @Autowired CheckProvisions checkProvisions;

    private void checkNow(LocalDate asOf) {
        checkProvisions.check(month(asOf));
    }

    @Test
    void aFailedCheckShowsToTheAdministratorAndFinishesWhenTriedAgain() throws Exception {
        lent(false);
        LocalDate asOf = on(4, 30);
        classify(asOf);
        propose(asOf);
        confirm(asOf);
        String job = job(asOf);
        Subject month = month(asOf);
        // as if the sub-ledger of provisions said one đồng more than the entry in the books
        moved("ADDITION");
        for (int tries = 0; tries < 3; tries++) {
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
        }
        mvc.perform(get("/processes").with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("/processes/incidents")));
        mvc.perform(get("/processes/incidents").with(staff.signedIn(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Đối chiếu sổ dự phòng")))
                .andExpect(content().string(containsString("/cases/classifications/" + month.id() + "/picture")))
                .andExpect(content().string(containsString("/processes/incidents/" + job + "/retry")));
        assertThat(processes.runs("day-close", month)).isTrue();
        mvc.perform(get("/processes/incidents").with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isForbidden());
        mvc.perform(post("/processes/incidents/" + job + "/retry").with(staff.signedIn(Role.CHIEF_ACCOUNTANT)).with(csrf()))
                .andExpect(status().isForbidden());

        moved("RELEASE");
        mvc.perform(post("/processes/incidents/" + job + "/retry").with(staff.signedIn(Role.ADMINISTRATOR)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isPositive();
        management.executeJob(job);
        assertThat(processes.runs("day-close", month)).isFalse();
        mvc.perform(get("/processes/incidents").with(staff.signedIn(Role.ADMINISTRATOR)))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(job))));
    }

    /** One đồng in the sub-ledger alone, on the latest entry. */
    private void moved(String movement) {
        transactions.executeWithoutResult(status -> jdbc.sql("insert into risk.provision_movement (id, fund_id, kind, movement, loan_id, "
                + "amount, value_date, booked_on, entry_id) select nextval('risk.provision_movement_seq'), fund_id, kind, ?, loan_id, 1, "
                + "value_date, booked_on, entry_id from risk.provision_movement order by entry_id desc limit 1").param(movement).update());
    }

    @Test
    void aMonthFromBeforeTheModelStandsWhereItStands() {
        lent(false);
        LocalDate asOf = on(4, 30);
        classify(asOf);
        Subject month = month(asOf);
        transactions.executeWithoutResult(status -> processes.end("day-close", month, "từ trước"));
        propose(asOf);
        closeDay(on(5, 31));
        assertThat(standsAt(asOf)).isEqualTo("Duyệt dự phòng");
        assertThat(standsAt(on(5, 31))).isEqualTo("Duyệt phân loại nợ");
        approveThrough(on(5, 31));
        // April was never confirmed: once May is, it will not be any more
        propose(on(5, 31));
        confirm(on(5, 31));
        assertThat(processes.runs("day-close", month)).isFalse();
        management.executeJob(job(on(5, 31)));
    }
}

package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.ConfirmProposal;
import vn.coopfund.servicing.LoansAsOf;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.Rehearsal;
import vn.coopfund.servicing.ReverseChargeOff;
import vn.coopfund.servicing.WriteOffModuleTest;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.Processes;

/** A debt that left the balance sheet by mistake comes back, by two people, and everything with it. */
class ReverseWriteOffModuleTests extends WriteOffModuleTest {

    @Autowired ReverseChargeOff reverseChargeOff;
    @Autowired ConfirmProposal confirmProposal;
    @Autowired Rehearsal rehearsal;
    @Autowired LoansAsOf loansAsOf;
    @Autowired ProvisionBook book;
    @Autowired Processes processes;
    @Autowired MockMvc mvc;

    private Proposed proposed(long loan) {
        return as(staff.with(Role.ACCOUNTANT), () -> reverseChargeOff.propose(Subject.loan(loan), "Ghi nhầm khoản vay"));
    }

    private void confirmed(Proposed waits) {
        as(chair(), () -> confirmProposal.confirm(waits.id()));
    }

    private void takenBack(long loan) {
        confirmed(proposed(loan));
    }

    private boolean outAt(long loan, LocalDate day) {
        boolean[] out = new boolean[1];
        loansAsOf.each(day, one -> out[0] |= one.loan().id() == loan && one.chargedOff());
        return out[0];
    }

    @Test
    void bringsBackPrincipalProvisionMemorandumStateAndGroup() {
        long loan = doubtful();
        long owed = inBooks("1283", loan);
        long uncollected = noted("941", loan);
        long provision = book.specificOf(loan);
        long general = book.general(FOREVER);
        propose(loan, WriteOffs.Ground.GROUP_5);
        decided(loan);
        businessDay.moveTo(on(11, 25));
        Proposed waits = proposed(loan);
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        assertThat(rehearsal.of(waits.id()).entries()).isNotEmpty();
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        confirmed(waits);
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(official(loan)).isEqualTo(5);
        assertThat(inBooks("1283", loan)).isEqualTo(owed);
        assertThat(inBooks("2293", loan)).isZero();
        assertThat(book.specificOf(loan)).isEqualTo(provision);
        assertThat(book.general(FOREVER)).isEqualTo(general);
        for (String account : new String[] {"9711", "9712", "9713", "9714"}) {
            assertThat(noted(account, loan)).isZero();
        }
        assertThat(noted("941", loan)).isGreaterThan(uncollected)
                .isEqualTo(position(loan).interestDue() + position(loan).interestAccrued());
        booksAgree(loan);
        assertThat(exposureOf()).isEqualTo(500_000_000);
        assertThat(outAt(loan, on(11, 9))).isFalse();
        assertThat(outAt(loan, on(11, 10))).isTrue();
        assertThat(outAt(loan, on(11, 25))).isFalse();
        assertThat(writeOffs.on(Subject.loan(loan)).get(0).state()).isEqualTo(WriteOffs.State.REVERSED);
        assertThat(processes.runs("risk-handling", Subject.loan(loan))).isFalse();
        closeDay(on(11, 30));
        booksAgree(loan);
    }

    @Test
    void mayBeWrittenOffAgain() {
        long loan = chargedOff();
        takenBack(loan);
        propose(loan, WriteOffs.Ground.GROUP_5);
        decided(loan);
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        assertThat(inBooks("1283", loan)).isZero();
        followsTheReplay(loan);
        takenBack(loan);
        booksAgree(loan);
    }

    @Test
    void aLoanOfGroupOneAccruesAgain() {
        long loan = lent(false);
        businessDay.moveTo(on(2, 10));
        propose(loan, WriteOffs.Ground.DISSOLVED);
        decided(loan);
        takenBack(loan);
        assertThat(official(loan)).isEqualTo(1);
        booksAgree(loan);
        closeDay(on(2, 28));
        assertThat(inBooks("1388", loan)).isPositive();
        booksAgree(loan);
    }

    @Test
    void waitsUntilRecoveriesAreTakenBack() {
        long loan = chargedOff();
        Proposed waits = proposed(loan);
        long receipt = paid(loan, 30_000_000, on(11, 20)).id();
        assertThatThrownBy(() -> confirmed(waits)).isInstanceOf(Refusal.class).hasMessageContaining("refused.recovered");
        reversed(loan, receipt);
        confirmed(waits);
        assertThat(state(loan)).isEqualTo("ACTIVE");
        booksAgree(loan);
        assertThatThrownBy(() -> proposed(loan)).hasMessageContaining("refused.state");
    }

    @Test
    void endsAFinalWriteOffThatIsBeingVotedOn() {
        takeYears(8);
        long loan = chargedOff();
        LocalDate first = on(11, 10).plusYears(5);
        closeDay(first.minusDays(1));
        done(loan, Role.LOAN_OFFICER, "Task_ProposeFinalWriteOff", Map.of("paper", "Biên bản 09", "reason", "Đã hết biện pháp"));
        reviewed(loan);
        takenBack(loan);
        stands(loan);
        assertThat(writeOffs.pendingOn(Subject.loan(loan))).isEmpty();
        assertThat(state(loan)).isEqualTo("ACTIVE");
    }

    @Test
    void needsTheAccountantAndTheChair() {
        long loan = chargedOff();
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> reverseChargeOff.propose(Subject.loan(loan), "x")))
                .isInstanceOf(NotAllowed.class);
        Proposed waits = proposed(loan);
        businessDay.moveTo(on(11, 9));
        assertThatThrownBy(() -> confirmed(waits)).hasMessageContaining("before-charge-off");
        businessDay.moveTo(on(11, 10));
        assertThatThrownBy(() -> as(staff.with(Role.CHIEF_ACCOUNTANT), () -> confirmProposal.confirm(waits.id())))
                .isInstanceOf(Refusal.class).hasMessageContaining("refused.decider");
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
    }

    @Test
    void isOpenedReadAndTakenBackByPrograms() throws Exception {
        long loan = doubtful();
        String path = "/api/v1/loans/" + loan + "/write-offs";
        String body = "{\"ground\":\"GROUP_5\",\"paper\":\"Biên bản 01\",\"reason\":\"Hết biện pháp\"}";
        mvc.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body).with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isBadRequest());
        String key = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++) {
            mvc.perform(post(path).header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON).content(body)
                    .with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.state").value("PENDING")).andExpect(jsonPath("$.lines[0].debit").value(500_000_000));
        }
        for (Role role : new Role[] {Role.CASHIER, Role.CONTROLLER, Role.DIRECTOR}) {
            mvc.perform(post(path).header("Idempotency-Key", UUID.randomUUID().toString()).contentType(MediaType.APPLICATION_JSON)
                    .content(body).with(staff.signedIn(role))).andExpect(status().isForbidden());
        }
        mvc.perform(get(path).with(staff.signedIn(Role.CASHIER))).andExpect(status().isForbidden());
        mvc.perform(get(path).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1));
        mvc.perform(get("/api/v1/loans/7/write-offs").with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isNotFound());
        long id = writeOffs.pendingOn(Subject.loan(loan)).orElseThrow().id();
        mvc.perform(get(path + "/" + id).with(staff.signedIn(Role.CONTROLLER))).andExpect(jsonPath("$.ground").value("GROUP_5"));
        mvc.perform(get("/risk/write-offs/" + id).with(staff.signedIn(Role.CHIEF_ACCOUNTANT))).andExpect(status().isOk())
                .andExpect(content().string(containsString("500.000.000")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        for (String task : new String[] {"Task_ReviewWriteOff", "Task_CallCouncil", "Task_CastVote", "Task_SignMinutes", "Task_SignWriteOff"}) {
            var reader = task.equals("Task_CastVote") ? vn.coopfund.access.Staff.signedIn(staff.byId(ballots(loan).get(0).forPerson()))
                    : task.contains("Sign") ? vn.coopfund.access.Staff.signedIn(chair()) : staff.signedIn(Role.HEAD_OF_LENDING);
            mvc.perform(get("/tasks/" + open(loan, task).id()).with(reader)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("Dự phòng cụ thể")))
                    .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
            switch (task) {
                case "Task_ReviewWriteOff" -> reviewed(loan);
                case "Task_CallCouncil" -> {
                    chair();
                    done(loan, Role.HEAD_OF_LENDING, task, Map.of());
                }
                case "Task_CastVote" -> ballots(loan).forEach(ballot -> {
                    if (tasksOf(loan).contains("Task_CastVote")) {
                        vote(ballot, "FOR");
                    }
                });
                case "Task_SignMinutes" -> done(loan, chair(), task, Map.of());
                default -> signed(loan, "SIGN");
            }
        }
        mvc.perform(get("/risk/write-offs/" + id).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("/council/")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        mvc.perform(get("/loans/" + loan + "/charge-off/reversal").with(staff.signedIn(Role.ACCOUNTANT))).andExpect(status().isOk());
        mvc.perform(get("/loans/" + loan + "/charge-off/reversal").with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/loans/" + loan + "/write-offs/last/reversal").header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"Ghi nhầm\"}").with(staff.signedIn(Role.ACCOUNTANT)))
                .andExpect(status().isAccepted()).andExpect(jsonPath("$.state").value("PENDING"));
    }
}

package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.Matter;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.QuotedRate;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.RepaymentTerms;
import vn.coopfund.schedule.Rhythm;
import vn.coopfund.web.Refusal;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.Processes;

/** What is beyond the director on a running loan goes before the council, and is done when its chair signs. */
class ActBeforeCouncilModuleTests extends LoanModuleTest {

    private static final LocalDate LATE = LocalDate.of(2026, 6, 15);
    private static final long BEYOND = 101_000_000;

    @Autowired
    WaiveInterest waiveInterest;
    @Autowired
    WithdrawProposal withdrawProposal;
    @Autowired
    PlanRestructure planRestructure;
    @Autowired
    Proposals proposals;
    @Autowired
    CouncilMatters matters;
    @Autowired
    Processes processes;
    @Autowired
    MockMvc mvc;

    @Test
    void isDoneWhenTheChairSignsTheMinutes() throws Exception {
        long loan = large();
        long due = file(loan).position().interestDue();
        Proposed waits = waive(loan, BEYOND);
        assertThat(openTasks(loan)).contains("Task_CallCouncil");
        councilVotes(loan, "FOR");
        assertThat(file(loan).position().interestDue()).isEqualTo(due);
        long matter = matter(loan).id();
        for (String page : List.of("/council/" + matter, "/proposals/" + waits.id(), "/proposals", "/loans/" + loan,
                "/tasks/" + task(loan, "Task_SignMinutes").id())) {
            mvc.perform(get(page).with(staff.signedIn(Role.COUNCIL_CHAIR))).andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        }
        mvc.perform(get("/council/" + matter).with(staff.signedIn(Role.COUNCIL_CHAIR)))
                .andExpect(content().string(containsString("101.000.000"))).andExpect(content().string(containsString("635")));
        mvc.perform(get("/api/v1/proposals/" + waits.id()).with(staff.signedIn(Role.CONTROLLER))).andExpect(status().isOk())
                .andExpect(jsonPath("$.council.matter").value(String.valueOf(matter)));

        Actor chair = staff.with(Role.COUNCIL_CHAIR);
        complete(loan, chair, "Task_SignMinutes", Map.of());
        assertThat(file(loan).position().interestDue()).isEqualTo(due - BEYOND);
        Proposal confirmed = proposal(waits);
        assertThat(confirmed.state()).isEqualTo(Proposal.State.CONFIRMED);
        assertThat(confirmed.decidedByName()).isEqualTo(chair.displayName());
        assertThat(jdbc.sql("select person_id from access.duty_taken where subject_type = 'PROPOSAL' and subject_id = ? "
                + "and duty = 'DECIDE_ACT'").param(waits.id()).query(Long.class).list()).containsExactly(chair.id());
        mvc.perform(get("/council/" + matter).with(staff.signedIn(Role.COUNCIL_CHAIR))).andExpect(status().isOk());
        mvc.perform(get("/council/" + matter + "/minutes.pdf").with(staff.signedIn(Role.COUNCIL_CHAIR))).andExpect(status().isOk());
    }

    @Test
    void isDeclinedByTheMinutes() {
        long loan = large();
        Proposed waits = waive(loan, BEYOND);
        councilDecides(loan, "AGAINST");
        assertThat(proposal(waits)).satisfies(one -> {
            assertThat(one.state()).isEqualTo(Proposal.State.REJECTED);
            assertThat(one.reason()).contains(matter(loan).minutes());
        });
    }

    @Test
    void nobodyConfirmsOrDeclinesItAlone() throws Exception {
        long loan = large();
        Proposed waits = waive(loan, BEYOND);
        assertThatThrownBy(() -> confirmBy(staff.with(Role.DIRECTOR), waits)).hasMessageContaining("refused.decider");
        assertThatThrownBy(() -> confirmBy(staff.with(Role.DIRECTOR, Role.COUNCIL_CHAIR), waits))
                .hasMessageContaining("council-decides");
        mvc.perform(post("/proposals/" + waits.id() + "/confirmation").with(csrf()).with(staff.signedIn(Role.COUNCIL_CHAIR)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("Hội đồng")));
        mvc.perform(post("/api/v1/proposals/" + waits.id() + "/votes").with(staff.signedIn(Role.COUNCIL_MEMBER)))
                .andExpect(status().is4xxClientError());
        councilDecides(loan, "FOR");
    }

    @Test
    void lapsesWhereItCanBeDoneNoMoreAndTheMinutesAreSignedAllTheSame() {
        long loan = large();
        Proposed waits = waive(loan, BEYOND);
        councilVotes(loan, "FOR");
        pay(loan, 3_000_000_000L, LATE);
        complete(loan, Role.COUNCIL_CHAIR, "Task_SignMinutes", Map.of());
        assertThat(matter(loan).approved()).isTrue();
        assertThat(proposal(waits).state()).isEqualTo(Proposal.State.LAPSED);
        assertThat(proposal(waits).reason()).isNotBlank();
    }

    @Test
    void takesItsQuestionBackWhenWithdrawnOrOvertaken() {
        long loan = large();
        Proposed waits = waive(loan, BEYOND);
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        as(staff.with(Role.LOAN_OFFICER), () -> withdrawProposal.withdraw(waits.id()));
        assertThat(openTasks(loan)).doesNotContain("Task_CastVote");
        assertThat(processes.runs("credit-committee", Subject.loan(loan))).isFalse();
        assertThat(as(staff.with(Role.CONTROLLER), () -> matters.openOn(Subject.loan(loan)))).isEmpty();

        Proposed again = waive(loan, BEYOND);
        pay(loan, file(loan).position().payoffQuote().total(), LATE, EarlyRepayment.PAYOFF);
        assertThat(proposal(again).state()).isEqualTo(Proposal.State.LAPSED);
        assertThat(processes.runs("credit-committee", Subject.loan(loan))).isFalse();
    }

    /** One question at a time on a loan: the second is refused in plain words, whichever way it comes. */
    @Test
    void anotherQuestionOfTheLoanWaitsForTheFirst() {
        long loan = large();
        RestructureTerms terms = new RestructureTerms(RestructureTerms.Kind.ADJUST,
                planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null), null);
        submitted(loan, terms);
        waive(loan, BEYOND);
        assertThatThrownBy(() -> complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD")))
                .isInstanceOf(Refusal.class).hasMessageContaining("other-open");
        councilDecides(loan, "FOR");
        complete(loan, Role.HEAD_OF_LENDING, "Task_ReviewRestructure", Map.of("outcome", "FORWARD"));
        assertThatThrownBy(() -> waive(loan, BEYOND)).isInstanceOf(Refusal.class).hasMessageContaining("other-open");
        councilDecides(loan, "FOR");
        assertThat(openTasks(loan)).contains("Task_SignAnnex");
    }

    @Test
    void whoProposedHasNoVote() {
        long loan = large();
        Actor officer = staff.with(Role.LOAN_OFFICER, Role.COUNCIL_MEMBER);
        as(officer, () -> waiveInterest.propose(Subject.loan(loan), new WaiverTerms(BEYOND, 0L, 0L, false), "Mất mùa"));
        staff.with(Role.COUNCIL_MEMBER);
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        assertThat(inbox.on(Subject.loan(loan)).stream().map(OpenTask::forPerson).toList()).isNotEmpty().doesNotContain(officer.id());
    }

    @Test
    void aVoteAfterTheOutcomeIsClearIsTooLate() {
        long loan = large();
        waive(loan, BEYOND);
        staff.with(Role.COUNCIL_MEMBER);
        staff.named("council-second", Role.COUNCIL_MEMBER);
        staff.named("council-third", Role.COUNCIL_MEMBER);
        complete(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        List<OpenTask> ballots = inbox.on(Subject.loan(loan)).stream().filter(task -> task.key().equals("Task_CastVote")).toList();
        OpenTask last = ballots.get(ballots.size() - 1);
        ballots.stream().filter(ballot -> inbox.find(ballot.id()).isPresent() && ballot != last)
                .forEach(ballot -> as(staff.byId(ballot.forPerson()), () -> completeTask.complete(ballot.id(), Map.of("outcome", "FOR"))));
        assertThat(openTasks(loan)).contains("Task_SignMinutes");
        assertThatThrownBy(() -> as(staff.byId(last.forPerson()), () -> completeTask.complete(last.id(),
                Map.of("outcome", "AGAINST", "comment", "Muộn")))).isInstanceOf(Refusal.class).hasMessageContaining("workflow.task");
    }

    /** 20,000,000,000 · 6.6 % · 90 / 365 = 325,479,452 are due; the director decides up to 100,000,000 unsecured. */
    private long large() {
        long loan = signed(false, onArrears(RepaymentTerms.lend(20_000_000_000L, DISBURSED).at(QuotedRate.aYear("6.6"),
                DayCount.ACT_365).repay(RepaymentMethod.EQUAL_PRINCIPAL, 8, Rhythm.months(3)).firstDueOn(FIRST_DUE).terms()));
        businessDay.moveTo(DISBURSED);
        approved(loan);
        complete(loan, Role.CASHIER, "Task_PayDisbursement", Map.of("paidOn", DISBURSED.toString()));
        businessDay.moveTo(LATE);
        return loan;
    }

    private Proposed waive(long loan, long interest) {
        return as(staff.with(Role.LOAN_OFFICER), () -> waiveInterest.propose(Subject.loan(loan),
                new WaiverTerms(interest, 0L, 0L, false), "Mất mùa do mưa đá"));
    }

    private Decided confirmBy(Actor who, Proposed waits) {
        return as(who, () -> confirmProposal.confirm(waits.id()));
    }

    private Proposal proposal(Proposed waits) {
        return as(staff.with(Role.CONTROLLER), () -> proposals.byId(waits.id()));
    }

    private Matter matter(long loan) {
        return as(staff.with(Role.CONTROLLER), () -> matters.latestOn(Subject.loan(loan))).orElseThrow();
    }
}

package vn.coopfund.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.DutyConflict;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.funding.Exposures;
import vn.coopfund.money.Dong;
import vn.coopfund.products.RegulationDrafts;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;
import vn.coopfund.workflow.ClaimTask;
import vn.coopfund.workflow.CompleteTask;
import vn.coopfund.workflow.Inbox;
import vn.coopfund.workflow.TaskForm;

class LoanOriginationModuleTests extends ModuleTest {

    @Autowired Cases cases;
    @Autowired Applications applications;
    @Autowired Appraisals appraisals;
    @Autowired RegulationDrafts regulation;
    @Autowired Decisions decisions;
    @Autowired Eligibility eligibility;
    @Autowired Inbox inbox;
    @Autowired CompleteTask completeTask;
    @Autowired WithdrawApplication withdrawApplication;
    @Autowired SubmitApplication submitApplication;
    @Autowired Exposures exposures;
    @Autowired JdbcClient jdbc;
    @Autowired ClaimTask claimTask;
    @Autowired AppraiseApplication appraise;
    @Autowired Texts texts;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;

    private ApplicationState state(Subject subject) {
        return applications.byId(subject.id()).state();
    }

    @Test
    void goesFromSubmissionToASignedContractWithinTheDirectorsAuthority() {
        Subject subject = cases.approved(cases.cooperative("whole"), Cases.secured(200_000_000));

        cases.complete(subject, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        cases.complete(subject, "Task_SignContract", Role.DIRECTOR, Map.of());

        assertThat(applications.byId(subject.id()).loanId()).isNotNull();
        assertThat(inbox.on(subject)).isEmpty();
        assertThat(eligibility.latest(subject.id())).hasSize(7).allMatch(Eligibility.Check::passed)
                .allMatch(check -> check.stage() == Eligibility.Stage.DECISION);
    }

    @Test
    void sendsTheFileBackForPapersAndGoesOnWhenTheyCome() {
        Actor cooperative = cases.cooperative("papers");
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));

        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER,
                Map.of("outcome", "INCOMPLETE", "missing", "Báo cáo tài chính năm 2025"));
        assertThat(state(subject)).isEqualTo(ApplicationState.INCOMPLETE);

        Actors.as(cooperative, () -> submitApplication.submit(subject));
        assertThat(state(subject)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(cases.task(subject, "Task_CheckCompleteness")).isNotNull();
    }

    @Test
    void showsTheTaskOfSupplementingToItsOwnBorrowerAlone() {
        Actor cooperative = cases.cooperative("own-task");
        Actor other = cases.cooperative("other-task");
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "INCOMPLETE", "missing", "x"));

        assertThat(Actors.as(cooperative, () -> inbox.mineOn(subject))).hasSize(1);
        assertThat(Actors.as(other, () -> inbox.mineOn(subject))).isEmpty();
        assertThatThrownBy(() -> cases.complete(subject, "Task_SupplementApplication", other, Map.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void endsWithTheDirectorsRefusalAndItsReason() {
        Subject subject = cases.beforeDecision(cases.cooperative("refused"), Cases.secured(100_000_000));

        assertThatThrownBy(() -> cases.complete(subject, "Task_DecideApplication", Role.DIRECTOR,
                Map.of("outcome", "REJECTED"))).isInstanceOf(Refusal.class);
        cases.complete(subject, "Task_DecideApplication", Role.DIRECTOR,
                Map.of("outcome", "REJECTED", "comment", "Phương án chưa khả thi"));

        assertThat(state(subject)).isEqualTo(ApplicationState.REJECTED);
        assertThat(inbox.on(subject)).isEmpty();
    }

    @Test
    void returnsAFileToTheAppraiserFromReviewAndFromDecision() {
        Subject subject = cases.submitted(cases.cooperative("returned"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING,
                Map.of("outcome", "RETURN", "comment", "Thiếu định giá"));
        assertThat(state(subject)).isEqualTo(ApplicationState.RETURNED);

        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        cases.complete(subject, "Task_DecideApplication", Role.DIRECTOR,
                Map.of("outcome", "RETURNED", "comment", "Làm rõ dòng tiền"));
        assertThat(cases.task(subject, "Task_AppraiseApplication")).isNotNull();
    }

    @Test
    void letsTheCouncilDecideAboveTheDirectorsAuthorityAndTheDirectorSign() {
        Subject subject = councilCase("council-yes");
        cases.councilVotes(subject, "FOR");

        cases.complete(subject, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN"));

        assertThat(state(subject)).isEqualTo(ApplicationState.APPROVED);
        assertThat(decisions.of(subject.id()).orElseThrow().byCouncil()).isTrue();
        assertThat(inbox.on(subject)).extracting(task -> task.key()).containsExactly("Task_PrepareContract");
    }

    @Test
    void refusesWhatTheCouncilVotesDown() {
        Subject subject = councilCase("council-no");
        cases.councilVotes(subject, "AGAINST");

        cases.complete(subject, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN"));

        assertThat(state(subject)).isEqualTo(ApplicationState.REJECTED);
        assertThat(applications.byId(subject.id()).decisionReason()).contains("Rủi ro cao");
    }

    private Subject councilCase(String username) {
        cases.council();
        return cases.beforeDecision(cases.cooperative(username), Cases.secured(400_000_000));
    }

    @Test
    void stopsEveryTaskWhenTheBorrowerWithdrawsAndGivesThePromisedMoneyBack() {
        Actor cooperative = cases.cooperative("withdrawn");
        Subject subject = cases.approved(cooperative, Cases.secured(100_000_000));
        long borrower = applications.byId(subject.id()).borrowerId();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.of(100_000_000));

        Actors.as(cooperative, () -> withdrawApplication.withdraw(subject, null));

        assertThat(state(subject)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(inbox.on(subject)).isEmpty();
        assertThat(exposures.of(List.of(borrower))).isEqualTo(Dong.ZERO);
    }

    @Test
    void asksTheHeadOfLendingWhenALimitStandsAgainstTheForecastAndRefusesTheDecisionBeyondIt() {
        Subject subject = cases.submitted(cases.cooperative("too-large"), Cases.secured(90_000_000_000L));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        assertThat(eligibility.latest(subject.id())).filteredOn(check -> !check.passed())
                .extracting(Eligibility.Check::rule).containsExactly("CUSTOMER_LIMIT", "GROUP_LIMIT");

        cases.complete(subject, "Task_HandleIneligible", Role.HEAD_OF_LENDING, Map.of("outcome", "PROCEED"));
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        cases.council();
        cases.councilVotes(subject, "FOR");
        assertThatThrownBy(() -> cases.complete(subject, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN")))
                .isInstanceOf(Refusal.class).hasMessageContaining("CUSTOMER_LIMIT");
        assertThat(state(subject)).isEqualTo(ApplicationState.PENDING_APPROVAL);
    }

    @Test
    void handsAnIneligibleFileBackOrRefusesIt() {
        Subject back = cases.submitted(cases.cooperative("handed-back"), Cases.secured(90_000_000_000L));
        cases.complete(back, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(back, "Task_HandleIneligible", Role.HEAD_OF_LENDING,
                Map.of("outcome", "HAND_BACK", "reason", "Giảm số tiền đề nghị"));
        assertThat(cases.task(back, "Task_SupplementApplication")).isNotNull();

        Subject refused = cases.submitted(cases.cooperative("refused-early"), Cases.secured(90_000_000_000L));
        cases.complete(refused, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(refused, "Task_HandleIneligible", Role.HEAD_OF_LENDING,
                Map.of("outcome", "REJECT", "reason", "Vượt hạn mức"));
        assertThat(state(refused)).isEqualTo(ApplicationState.REJECTED);
        assertThat(inbox.on(refused)).isEmpty();
    }

    @Test
    void hidesTheDecisionFromWhoAppraisedAndRefusesItByServiceAndDatabase() {
        Actor both = cases.staff().named("appraiser-and-director", Role.APPRAISER, Role.DIRECTOR);
        Subject subject = cases.submitted(cases.cooperative("both-sides"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(subject, "Task_AppraiseApplication", both, Map.of("outcome", "LEND"));
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));

        assertThat(Actors.as(both, () -> inbox.mineOn(subject))).isEmpty();
        assertThatThrownBy(() -> cases.complete(subject, "Task_DecideApplication", both, Map.of("outcome", "APPROVED")))
                .isInstanceOf(DutyConflict.class);
        assertThatThrownBy(() -> jdbc.sql("insert into access.duty_taken (fund_id, subject_type, subject_id, duty, person_id) "
                + "values (1, 'APPLICATION', ?, 'DECIDE', ?)").params(subject.id(), both.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("conflicts with APPRAISE");
        assertThatThrownBy(() -> jdbc.sql("""
                insert into origination.decision (id, application_id, number, appraisal_id, appraised_by, prepared_by,
                    decided_by, by_council, approved, decided_on, amount, term_months, annual_rate, overdue_factor,
                    late_interest_rate, valid_until)
                select nextval('origination.decision_seq'), application_id, 'x', id, appraised_by, ?, appraised_by, false,
                       true, appraised_on, 1, 1, 6, 150, 10, appraised_on from origination.appraisal where application_id = ?""")
                .params(cases.staff().with(Role.LOAN_OFFICER).id(), subject.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("decision_not_by_appraiser");
    }

    @Test
    void refusesATaskToARoleThatIsNotItsOwnAndToTheSecondOfTwo() {
        Subject subject = cases.submitted(cases.cooperative("second"), Cases.secured(100_000_000));
        String task = cases.task(subject, "Task_CheckCompleteness").id();

        assertThatThrownBy(() -> cases.staff().as(Role.CASHIER, () -> completeTask.complete(task, Map.of("outcome", "COMPLETE"))))
                .isInstanceOf(Refusal.class);
        cases.staff().as(Role.LOAN_OFFICER, () -> completeTask.complete(task, Map.of("outcome", "COMPLETE")));
        assertThatThrownBy(() -> cases.staff().as(Role.LOAN_OFFICER,
                () -> completeTask.complete(task, Map.of("outcome", "COMPLETE"))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void namesEveryWrongFieldOfATaskAtOnce() {
        Subject subject = cases.submitted(cases.cooperative("wrong-fields"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));

        assertThatThrownBy(() -> cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER,
                Map.of("outcome", "MAYBE", "visitedOn", "2026-02-30", "proposedAmount", "1,5", "proposedTermMonths", "")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::field)
                        .containsExactlyInAnyOrder("outcome", "visitedOn", "proposedAmount", "proposedTermMonths"));
    }

    @Test
    void takesASecondPersonOnTheVisitUnlessTheRegulationSaysOtherwise() {
        Subject subject = cases.submitted(cases.cooperative("two-on-site"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        assertThatThrownBy(() -> cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER,
                Map.of("outcome", "LEND", "visitedWith", ""))).isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.reasons()).extracting(Refusal.Reason::field).containsExactly("visitedWith"));
        try {
            regulation.inForce(Map.of("secondOnSite", "false"));
            cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND", "visitedWith", ""));
            assertThat(appraisals.latest(subject.id()).orElseThrow().visitedWith()).isNull();
        } finally {
            regulation.putBack();
        }
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING,
                Map.of("outcome", "RETURN", "comment", "Đi lại cùng cán bộ tín dụng"));
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, Map.of("outcome", "LEND"));
        assertThat(appraisals.latest(subject.id()).orElseThrow().visitedWith()).isNotNull();
    }

    @Test
    void refusesALoanSmallerThanTheRegulationKnows() {
        Actor cooperative = cases.cooperative("one-dong");
        ApplicationView draft = cases.drafted(cooperative, Cases.content(1, SecurityKind.UNSECURED));
        assertThatThrownBy(() -> Actors.as(cooperative, () -> submitApplication.submit(draft.subject())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code).containsExactly("origination.amount.too-small"));
    }

    @Test
    void hidesAnotherCooperativesApplication() {
        Subject subject = cases.submitted(cases.cooperative("mine"), Cases.secured(100_000_000));
        Actor other = cases.cooperative("not-mine");

        assertThatThrownBy(() -> Actors.as(other, () -> applications.byId(subject.id())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> Actors.as(other, () -> withdrawApplication.withdraw(subject, null))).isInstanceOf(Refusal.class);
    }

    @Test
    void leavesActsToTheirRoles() {
        Subject subject = cases.submitted(cases.cooperative("roles"), Cases.secured(100_000_000));
        assertThatThrownBy(() -> cases.staff().as(Role.CONTROLLER, () -> withdrawApplication.withdraw(subject, "x")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void refusesASubmissionThatLacksAnythingAndSaysAllOfIt() {
        Actor cooperative = cases.cooperative("lacking");
        ApplicationView draft = Actors.as(cooperative, () -> cases.drafted(cooperative,
                new ApplicationContent("Dự án", null, null, Dong.of(500_000_000), Dong.of(50_000_000),
                        Dong.of(400_000_000), 24, null, null, null, null, null, null, null)));

        assertThatThrownBy(() -> Actors.as(cooperative, () -> submitApplication.submit(draft.subject())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::field).contains("purpose"));
        assertThat(state(draft.subject())).isEqualTo(ApplicationState.DRAFT);
    }

    private Subject appraised(String username, ApplicationContent content, Map<String, ?> found) {
        Subject subject = cases.submitted(cases.cooperative(username), content);
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(subject, "Task_AppraiseApplication", Role.APPRAISER, found);
        cases.complete(subject, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        return subject;
    }

    @Test
    void takesALoanForSecuredOnlyWhenItsAppraisedCollateralLessTheHaircutCoversIt() {
        cases.council();
        // a mortgage counts for half of its value, and half of the amount must be covered: its value is the amount
        assertThat(cases.openTasks(appraised("cover-whole", Cases.secured(200_000_000),
                Map.of("outcome", "LEND", "collateralValue", "200000000")))).containsExactly("Task_DecideApplication");
        assertThat(cases.openTasks(appraised("cover-short", Cases.secured(200_000_000),
                Map.of("outcome", "LEND", "collateralValue", "199999998")))).containsExactly("Task_CallCouncil");
        assertThat(cases.openTasks(appraised("cover-one-dong", Cases.secured(200_000_000),
                Map.of("outcome", "LEND", "collateralValue", "1")))).containsExactly("Task_CallCouncil");
        assertThat(cases.openTasks(appraised("cover-guarantee", Cases.content(200_000_000, SecurityKind.GUARANTEE),
                Map.of("outcome", "LEND", "collateralValue", "900000000")))).containsExactly("Task_CallCouncil");
        try {
            regulation.inForce(Map.of("authorityCover", "100"));
            assertThat(cases.openTasks(appraised("cover-half", Cases.secured(200_000_000),
                    Map.of("outcome", "LEND", "collateralValue", "399999998")))).containsExactly("Task_CallCouncil");
        } finally {
            regulation.putBack();
        }
    }

    @Test
    void holdsTheDirectorToTheLimitOfTheCollateralAsAppraisedAndAsksWhyHeLendsAgainstTheAppraisal() {
        Subject subject = appraised("beyond-worth", Cases.secured(300_000_000),
                Map.of("outcome", "REFUSE", "collateralValue", "0", "proposedAmount", "90000000"));
        assertThatThrownBy(() -> decide(subject, Map.of("outcome", "APPROVED", "amount", "300000000", "comment", "Vẫn cho vay")))
                .isInstanceOf(Refusal.class).hasMessageContaining("origination.amount.beyond-authority");
        assertThatThrownBy(() -> decide(subject, Map.of("outcome", "APPROVED"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("origination.reason.against-appraisal");
        decide(subject, Map.of("outcome", "APPROVED", "comment", "Có hợp đồng bao tiêu sau ngày thẩm định"));
        assertThat(decisions.of(subject.id()).orElseThrow().reason()).contains("bao tiêu");
    }

    @Test
    void asksWhyTheDirectorLendsMoreThanTheAppraisalProposes() {
        Subject subject = appraised("more-than-proposed", Cases.secured(100_000_000),
                Map.of("outcome", "LEND", "proposedAmount", "80000000"));
        assertThatThrownBy(() -> decide(subject, Map.of("outcome", "APPROVED", "amount", "80000001"))).isInstanceOf(Refusal.class)
                .hasMessageContaining("origination.reason.beyond-appraisal");
        decide(subject, Map.of("outcome", "APPROVED", "amount", "80000000"));
        assertThat(state(subject)).isEqualTo(ApplicationState.APPROVED);
    }

    private void decide(Subject subject, Map<String, ?> input) {
        cases.complete(subject, "Task_DecideApplication", Role.DIRECTOR, input);
    }

    /** Cases that run on a model of before give the table the one limit that was theirs. */
    @Test
    void findsTheAuthorityOfACaseThatBeganBeforeTheTableReadTwoLimits() {
        Subject subject = appraised("old-model", Cases.secured(200_000_000), Map.of("outcome", "LEND"));
        String model = Bpmn.convertToString(Bpmn.createExecutableProcess("old-authority").camundaHistoryTimeToLive(1)
                .startEvent().businessRuleTask("Task_FindAuthority").camundaDecisionRef("approval-authority")
                .camundaResultVariable("withinAuthority").camundaMapDecisionResult("singleEntry")
                .camundaInputParameter("amount", "${applicationFacts.amount(execution)}")
                .camundaInputParameter("directorLimit", "${applicationFacts.directorLimit(execution)}")
                .receiveTask("Task_Wait").endEvent().done());
        var deployment = repository.createDeployment().addString("old-authority.bpmn", model).deploy();
        try {
            var old = runtime.startProcessInstanceByKey("old-authority", "APPLICATION:" + subject.id());
            assertThat(runtime.getVariable(old.getId(), "withinAuthority")).isEqualTo(true);
        } finally {
            repository.deleteDeployment(deployment.getId(), true, true);
        }
    }

    @Test
    void leavesPapersAskedOfABorrowerToTheBorrowerAlone() {
        Actor cooperative = cases.cooperative("own-papers");
        Subject subject = cases.submitted(cooperative, Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "INCOMPLETE", "missing", "x"));
        Actor officer = cases.staff().with(Role.LOAN_OFFICER);
        String task = cases.task(subject, "Task_SupplementApplication").id();
        assertThat(Actors.as(officer, () -> inbox.mineOn(subject))).isEmpty();
        assertThatThrownBy(() -> Actors.as(officer, () -> claimTask.claim(task))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> cases.complete(subject, "Task_SupplementApplication", officer, Map.of())).isInstanceOf(Refusal.class);
        cases.complete(subject, "Task_SupplementApplication", cooperative, Map.of());
        assertThat(state(subject)).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void readsPapersAskedForByTheirCodes() {
        Subject subject = cases.submitted(cases.cooperative("codes"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER,
                Map.of("outcome", "INCOMPLETE", "missing", "CHARTER,MINUTES; Báo giá, có dấu"));
        assertThat(cases.staff().as(Role.LOAN_OFFICER, () -> applications.byId(subject.id())).missingPapers())
                .doesNotContain("CHARTER", "MINUTES").contains("Báo giá, có dấu")
                .isEqualTo(texts.of("origination.paper.CHARTER") + "; " + texts.of("origination.paper.MINUTES") + "; Báo giá, có dấu");
    }

    @Test
    void offersOfficersAndOtherAppraisersForTheVisit() {
        Subject subject = cases.submitted(cases.cooperative("two-appraisers"), Cases.secured(100_000_000));
        cases.complete(subject, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        Actor second = cases.staff().named("second-appraiser", Role.APPRAISER);
        Actor appraiser = cases.staff().with(Role.APPRAISER);
        List<String> offered = Actors.as(appraiser, () -> appraise.form(cases.task(subject, "Task_AppraiseApplication"))).fields()
                .stream().filter(field -> field.name().equals("visitedWith")).findFirst().orElseThrow().options().stream()
                .map(TaskForm.Option::value).toList();
        assertThat(offered).contains(String.valueOf(second.id()), String.valueOf(cases.staff().with(Role.LOAN_OFFICER).id()))
                .doesNotContain(String.valueOf(appraiser.id())).doesNotHaveDuplicates();
        cases.complete(subject, "Task_AppraiseApplication", appraiser,
                Map.of("outcome", "LEND", "visitedWith", String.valueOf(second.id())));
        assertThat(appraisals.latest(subject.id()).orElseThrow().visitedWith()).isEqualTo(second.id());
    }

    @Test
    void hidesTheReviewFromWhoVisitedAndTheSigningFromWhoDrewUpTheContract() {
        Actor all = cases.staff().named("officer-head-director", Role.LOAN_OFFICER, Role.HEAD_OF_LENDING, Role.DIRECTOR);
        Subject visited = cases.submitted(cases.cooperative("visited-review"), Cases.secured(100_000_000));
        cases.complete(visited, "Task_CheckCompleteness", Role.LOAN_OFFICER, Map.of("outcome", "COMPLETE"));
        cases.complete(visited, "Task_AppraiseApplication", Role.APPRAISER,
                Map.of("outcome", "LEND", "visitedWith", String.valueOf(all.id())));
        assertThat(Actors.as(all, () -> inbox.mineOn(visited))).isEmpty();
        assertThatThrownBy(() -> cases.complete(visited, "Task_ReviewAppraisal", all, Map.of("outcome", "SUBMIT")))
                .isInstanceOf(DutyConflict.class);

        Subject drawnUp = cases.approved(cases.cooperative("drawn-up-sign"), Cases.secured(100_000_000));
        cases.complete(drawnUp, "Task_PrepareContract", all, Map.of());
        assertThatThrownBy(() -> cases.complete(drawnUp, "Task_SignContract", all, Map.of())).isInstanceOf(DutyConflict.class);
        cases.complete(drawnUp, "Task_SignContract", Role.DIRECTOR, Map.of());
    }
}

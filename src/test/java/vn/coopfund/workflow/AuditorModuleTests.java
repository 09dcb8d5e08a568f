package vn.coopfund.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.ModuleTest;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.Cases;

/**
 * An auditor years later: from the trail of finished tasks alone, which the engine's cleaning does not touch, who decided
 * what on which figures is worked out again and laid beside what the case itself says.
 */
class AuditorModuleTests extends ModuleTest {

    @Autowired
    Cases cases;
    @Autowired
    CaseTrail trail;
    @Autowired
    JdbcClient jdbc;

    /** What the trail says of the last time the step was done. */
    private record Step(long by, LocalDate on, Map<String, Object> figures) {

        long amount(String field) {
            return ((Number) figures.get(field)).longValue();
        }

        String word(String field) {
            return (String) figures.get(field);
        }
    }

    private Step last(Subject subject, String task) {
        return all(subject, task).stream().reduce((first, second) -> second).orElseThrow(() -> new AssertionError(task));
    }

    private List<Step> all(Subject subject, String task) {
        return cases.staff().as(Role.CONTROLLER, () -> trail.of(subject)).stream()
                .filter(step -> step.taskKey().equals(task))
                .map(step -> new Step(step.personId(), step.doneOn(), step.filledIn())).toList();
    }

    private Map<String, Object> row(String sql, long id) {
        return jdbc.sql(sql).param(id).query().singleRow();
    }

    /** What happened, as the trail alone has it. */
    private record Ruling(boolean approved, long amount, long months, long decidedBy, LocalDate decidedOn, long appraisedBy,
            long preparedBy) {
    }

    private Ruling byDirector(Subject subject) {
        Step decided = last(subject, "Task_DecideApplication");
        return new Ruling(decided.word("outcome").equals("APPROVED"), decided.amount("amount"), decided.amount("termMonths"),
                decided.by(), decided.on(), last(subject, "Task_AppraiseApplication").by(),
                last(subject, "Task_CheckCompleteness").by());
    }

    private Ruling byCouncil(Subject subject) {
        Step appraised = last(subject, "Task_AppraiseApplication");
        List<Step> ballots = all(subject, "Task_CastVote");
        long pro = ballots.stream().filter(ballot -> ballot.word("outcome").equals("FOR")).count();
        long contra = ballots.stream().filter(ballot -> ballot.word("outcome").equals("AGAINST")).count();
        Step signed = last(subject, "Task_SignDecision");
        return new Ruling(pro > contra, appraised.amount("proposedAmount"), appraised.amount("proposedTermMonths"), signed.by(),
                signed.on(), appraised.by(), last(subject, "Task_CheckCompleteness").by());
    }

    private void agreesWithTheCase(Subject subject, Ruling ruling) {
        Map<String, Object> decision = row("select * from origination.decision where application_id = ?", subject.id());
        assertThat(decision).containsEntry("approved", ruling.approved()).containsEntry("decided_by", ruling.decidedBy())
                .containsEntry("appraised_by", ruling.appraisedBy()).containsEntry("prepared_by", ruling.preparedBy())
                .containsEntry("decided_on", java.sql.Date.valueOf(ruling.decidedOn()));
        if (ruling.approved()) {
            assertThat(decision).containsEntry("amount", ruling.amount()).containsEntry("term_months", (int) ruling.months());
        }
    }

    private long loanOf(Subject application) {
        cases.complete(application, "Task_PrepareContract", Role.LOAN_OFFICER, Map.of());
        cases.complete(application, "Task_SignContract", Role.DIRECTOR, Map.of());
        return (long) row("select id from servicing.loan where application_id = ?", application.id()).get("id");
    }

    @Test
    void findsWhoDecidedALoanOfTheDirectorAndWhoLetTheMoneyGo() {
        Actor cooperative = cases.cooperative("auditor-director");
        Subject application = cases.beforeDecision(cooperative, Cases.secured(250_000_000));
        cases.complete(application, "Task_DecideApplication", Role.DIRECTOR,
                Map.of("outcome", "APPROVED", "amount", 230_000_000, "termMonths", 24));
        agreesWithTheCase(application, byDirector(application));

        Subject loan = Subject.loan(loanOf(application));
        cases.complete(loan, "Task_ConfirmNoBadDebt", Role.LOAN_OFFICER, Map.of("outcome", "NO_BAD_DEBT"));
        cases.complete(loan, "Task_PrepareDisbursement", Role.ACCOUNTANT, Map.of("amount", 230_000_000));
        cases.complete(loan, "Task_CheckDisbursement", Role.CHIEF_ACCOUNTANT, Map.of("outcome", "APPROVED"));
        cases.complete(loan, "Task_ApproveDisbursement", Role.DIRECTOR, Map.of("outcome", "APPROVED"));
        cases.complete(loan, "Task_PayDisbursement", Role.CASHIER, Map.of());

        Step prepared = last(loan, "Task_PrepareDisbursement");
        Step paid = last(loan, "Task_PayDisbursement");
        assertThat(row("select * from servicing.disbursement where loan_id = ? and state = 'PAID'", loan.id()))
                .containsEntry("amount", prepared.amount("amount")).containsEntry("prepared_by", prepared.by())
                .containsEntry("checked_by", last(loan, "Task_CheckDisbursement").by())
                .containsEntry("approved_by", last(loan, "Task_ApproveDisbursement").by()).containsEntry("paid_by", paid.by())
                .containsEntry("paid_on", java.sql.Date.valueOf(LocalDate.parse(paid.word("paidOn"))));
        assertThat(row("select sum(debit) as lent from ledger.posting where loan_id = ? and account like '1283%'", loan.id())
                .get("lent")).hasToString(String.valueOf(prepared.amount("amount")));
    }

    @Test
    void countsTheCouncilAgainAndFindsTheSameEnd() {
        Subject approved = cases.beforeDecision(cases.cooperative("auditor-council"), Cases.secured(420_000_000));
        cases.council();
        cases.councilVotes(approved, "FOR");
        cases.complete(approved, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN"));
        agreesWithTheCase(approved, byCouncil(approved));

        Subject refused = cases.beforeDecision(cases.cooperative("auditor-refused"), Cases.secured(420_000_000));
        cases.councilVotes(refused, "AGAINST");
        cases.complete(refused, "Task_SignDecision", Role.DIRECTOR, Map.of("outcome", "SIGN"));
        agreesWithTheCase(refused, byCouncil(refused));
    }

    @Test
    void readsOfAFileThatCameBackTheLastWordAndTheWayThere() {
        Subject application = cases.beforeDecision(cases.cooperative("auditor-returned"), Cases.secured(250_000_000));
        cases.complete(application, "Task_DecideApplication", Role.DIRECTOR,
                Map.of("outcome", "RETURNED", "comment", "Tính lại dòng tiền quý III"));
        cases.complete(application, "Task_AppraiseApplication", Role.APPRAISER,
                Map.of("outcome", "LEND", "proposedAmount", 200_000_000));
        cases.complete(application, "Task_ReviewAppraisal", Role.HEAD_OF_LENDING, Map.of("outcome", "SUBMIT"));
        cases.complete(application, "Task_DecideApplication", Role.DIRECTOR, Map.of("outcome", "APPROVED"));

        assertThat(all(application, "Task_AppraiseApplication")).extracting(step -> step.amount("proposedAmount"))
                .containsExactly(250_000_000L, 200_000_000L);
        assertThat(all(application, "Task_DecideApplication")).extracting(step -> step.word("outcome"))
                .containsExactly("RETURNED", "APPROVED");
        agreesWithTheCase(application, byDirector(application));
    }
}

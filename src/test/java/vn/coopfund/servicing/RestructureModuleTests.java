package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.schedule.EarlyRepayment;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.WaitingWork;

class RestructureModuleTests extends LoanModuleTest {

    static final LocalDate DECIDED = LocalDate.of(2026, 6, 15);
    static final LocalDate END = LocalDate.of(2028, 1, 15);
    static final LocalDate NEW_END = LocalDate.of(2028, 7, 15);

    @Autowired
    RestructureLoan restructureLoan;
    @Autowired
    ReverseRestructure reverseRestructure;
    @Autowired
    PlanRestructure planRestructure;
    @Autowired
    Attachments attachments;
    @Autowired
    Rehearsal rehearsal;
    @Autowired
    DeclineProposal declineProposal;
    @Autowired
    WithdrawProposal withdrawProposal;
    @Autowired
    WaitingActs acts;
    @Autowired
    ProposalsThatWait waiting;
    @Autowired
    Proposals proposals;

    @Test
    void adjustingMovesDatesAndKeepsTheEnd() {
        long loan = late();
        List<PrincipalDue> rows = planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null);
        // 7 rows to come share 500,000,000: 71,428,571 six times and 71,428,574
        assertThat(rows).hasSize(7).last().isEqualTo(new PrincipalDue(END, 71_428_574));
        confirm(restructure(loan, RestructureTerms.Kind.ADJUST, rows), Role.COUNCIL_CHAIR);
        LoanFile file = file(loan);
        assertThat(file.loan().restructureCount()).isEqualTo(1);
        assertThat(file.position().principalDue()).isZero();
        // charges already run stay owed, overdue principal is back at the contract rate from that day
        assertThat(file.position().overdueInterest()).isEqualTo(1_034_075);
        assertThat(balanceOf("1283", loan)).isEqualTo(500_000_000);
        assertThat(attachments.of(Subject.loan(loan))).extracting("kind").contains(Annexes.KIND);
        assertThat(jdbc.sql("select reason from servicing.schedule_version where loan_id = ? order by version desc limit 1")
                .param(loan).query(String.class).single()).isEqualTo("RESTRUCTURE");
        businessDay.moveTo(DECIDED.plusDays(10));
        assertThat(file(loan).position().overdueInterest()).isEqualTo(1_034_075);
    }

    @Test
    void extendingMovesTheEnd() {
        long loan = late();
        List<PrincipalDue> rows = planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, NEW_END);
        confirm(restructure(loan, RestructureTerms.Kind.EXTEND, rows), Role.COUNCIL_CHAIR);
        List<LocalDate> dates = file(loan).rows().stream().map(row -> row.dueOn()).toList();
        assertThat(dates.get(dates.size() - 1)).isEqualTo(NEW_END);
    }

    @Test
    void theCouncilVotesAndItsChairCloses() {
        long loan = late();
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        staff.with(Role.COUNCIL_MEMBER);
        List<Actor> members = people.withRole(Role.COUNCIL_MEMBER);
        assertThatThrownBy(() -> as(staff.with(Role.COUNCIL_CHAIR), () -> confirmProposal.confirm(waits.id())))
                .hasMessageContaining("not-approved");
        assertThatThrownBy(() -> as(members.get(0), () -> voteOnProposal.vote(waits.id(), false, " "))).hasMessageContaining("say-why");
        assertThatThrownBy(() -> as(staff.with(Role.DIRECTOR), () -> voteOnProposal.vote(waits.id(), true, null)))
                .isInstanceOf(NotAllowed.class);
        members.forEach(member -> as(member, () -> voteOnProposal.vote(waits.id(), false, "Chưa đủ căn cứ")));
        assertThatThrownBy(() -> as(members.get(0), () -> voteOnProposal.vote(waits.id(), true, null))).hasMessageContaining("voted");
        assertThatThrownBy(() -> as(staff.with(Role.COUNCIL_CHAIR), () -> confirmProposal.confirm(waits.id())))
                .hasMessageContaining("not-approved");
        as(staff.with(Role.COUNCIL_CHAIR), () -> declineProposal.decline(waits.id(), "Hội đồng không thông qua"));
        assertThat(file(loan).loan().restructureCount()).isZero();
    }

    @Test
    void whatChangesNothingIsNoRestructuring() {
        long loan = disbursed(false);
        businessDay.moveTo(DISBURSED.plusDays(20));
        List<PrincipalDue> same = planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null);
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "nothing-changes", same.toArray(PrincipalDue[]::new));
        List<PrincipalDue> moved = new java.util.ArrayList<>(same);
        moved.set(0, due(same.get(0).dueOn().plusDays(1), same.get(0).amount()));
        Rehearsal.Scene scene = as(staff.with(Role.LOAN_OFFICER), () -> rehearsal.of(() -> restructureLoan.propose(
                Subject.loan(loan), new RestructureTerms(RestructureTerms.Kind.ADJUST, moved, null), "x")));
        assertThat(scene.was()).isEqualTo(new Rehearsal.Standing(0, 1));
        assertThat(scene.is()).isEqualTo(new Rehearsal.Standing(1, 2));
    }

    @Test
    void theAuthorityGoesByThePrincipalOwed() {
        long loan = late();
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        assertThatThrownBy(() -> confirm(waits, Role.LOAN_OFFICER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> restructureLoan.propose(Subject.loan(loan),
                new RestructureTerms(RestructureTerms.Kind.ADJUST, List.of(), null), "x"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void saysWhichRowsAreWrong() {
        long loan = late();
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-needed");
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-sum", due(END, 499_999_999));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "end-stays", due(END.plusDays(1), 500_000_000));
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "end-moves", due(END, 500_000_000));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-in-order", due(DECIDED, 500_000_000));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-in-order", due(END, 250_000_000), due(END, 250_000_000));
        assertWrong(loan, RestructureTerms.Kind.ADJUST, "rows-needed", due(END, -1));
        // their sum runs over and comes out at 500,000,000
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "amount-large", due(END, Long.MAX_VALUE),
                due(END.plusDays(1), Long.MAX_VALUE), due(NEW_END, 500_000_002));
        // the end would move by a row that asks for nothing
        assertWrong(loan, RestructureTerms.Kind.EXTEND, "last-row-empty", due(END, 500_000_000), due(NEW_END, 0));
        assertThatThrownBy(() -> planRestructure.plan(loan, RestructureTerms.Kind.EXTEND, DECIDED)).hasMessageContaining("not-later");
    }

    @Test
    void nothingIsDatedBeforeIt() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        long paid = pay(loan, 1_000_000, FIRST_DUE).id();
        businessDay.moveTo(DECIDED);
        confirm(restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null)),
                Role.COUNCIL_CHAIR);
        assertThatThrownBy(() -> pay(loan, 1_000_000, DECIDED.minusDays(1))).isInstanceOf(Refusal.class)
                .hasMessageContaining("before-restructure");
        assertThatThrownBy(() -> reverse(loan, paid)).hasMessageContaining("before-restructure");
        pay(loan, 1_000_000, DECIDED);
    }

    @Test
    void takenBackItLeavesTheLoanAsItWas() {
        long loan = late();
        long due = file(loan).position().due();
        assertThatThrownBy(() -> takeBack(loan)).hasMessageContaining("not-restructured");
        confirm(restructure(loan, RestructureTerms.Kind.EXTEND, List.of(due(NEW_END, 500_000_000))), Role.COUNCIL_CHAIR);
        Proposed waits = takeBack(loan);
        assertThatThrownBy(() -> confirm(waits, Role.DIRECTOR)).hasMessageContaining("refused.decider");
        confirm(waits, Role.COUNCIL_CHAIR);
        assertThat(file(loan).position().due()).isEqualTo(due);
        assertThat(file(loan).loan().restructureCount()).isZero();
        assertThat(attachments.of(Subject.loan(loan))).extracting("kind").doesNotContain(Annexes.KIND);
        assertThat(pay(loan, 1_000_000, DECIDED.minusDays(1)).state()).isEqualTo(RepaymentResult.State.POSTED);
        assertThatThrownBy(() -> takeBack(loan)).hasMessageContaining("not-restructured");
    }

    private Proposed takeBack(long loan) {
        return as(staff.with(Role.LOAN_OFFICER), () -> reverseRestructure.propose(Subject.loan(loan), "Khách hàng rút đề nghị"));
    }

    @Test
    void whatWaitsLapsesWhenTheLoanIsSettled() {
        long loan = late();
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        pay(loan, file(loan).position().payoffQuote().total(), DECIDED, EarlyRepayment.PAYOFF);
        Proposal lapsed = as(staff.with(Role.CONTROLLER), () -> proposals.byId(waits.id()));
        assertThat(lapsed.state()).isEqualTo(Proposal.State.LAPSED);
        assertThat(lapsed.reason()).isNotBlank();
        assertThat(as(staff.with(Role.CONTROLLER), () -> proposals.pending(loan))).isEmpty();
        assertThatThrownBy(() -> as(staff.with(Role.COUNCIL_CHAIR), () -> confirmProposal.confirm(waits.id())))
                .hasMessageContaining("proposal-decided");
    }

    @Test
    void moneyThatCameWhileItWaitedHindersIt() {
        long loan = late();
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        pay(loan, 10_000_000, DECIDED);
        assertThatThrownBy(() -> confirm(waits, Role.COUNCIL_CHAIR)).hasMessageContaining("rows-sum");
        assertThat(file(loan).loan().restructureCount()).isZero();
    }

    @Test
    void whatFitsNoMoreIsDeclinedHoweverTheCouncilVoted() {
        long loan = late();
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        staff.with(Role.COUNCIL_MEMBER);
        people.withRole(Role.COUNCIL_MEMBER).forEach(member -> as(member, () -> voteOnProposal.vote(waits.id(), true, null)));
        Actor chair = staff.with(Role.COUNCIL_CHAIR);
        assertThat(hindrance(waits)).isEmpty();
        assertThatThrownBy(() -> as(chair, () -> declineProposal.decline(waits.id(), "Không muốn"))).hasMessageContaining("not-refused");
        pay(loan, 10_000_000, DECIDED);
        assertThat(hindrance(waits)).get().satisfies(why -> assertThat(why).hasMessageContaining("rows-sum"));
        as(chair, () -> declineProposal.decline(waits.id(), "Dư nợ đã đổi"));
        assertThat(hindrance(waits)).isEmpty();
        assertThat(restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null))
                .state()).isEqualTo(Proposal.State.PENDING);
    }

    @Test
    void whoProposedItWithdrawsItToPlanAnew() {
        long loan = late();
        List<PrincipalDue> rows = planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null);
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, rows);
        assertThatThrownBy(() -> restructure(loan, RestructureTerms.Kind.ADJUST, rows)).hasMessageContaining("proposal-waits");
        assertThatThrownBy(() -> as(staff.with(Role.ACCOUNTANT), () -> withdrawProposal.withdraw(waits.id())))
                .hasMessageContaining("not-proposer");
        assertThatThrownBy(() -> as(staff.with(Role.COUNCIL_CHAIR), () -> withdrawProposal.withdraw(waits.id())))
                .isInstanceOf(NotAllowed.class);
        as(staff.with(Role.LOAN_OFFICER), () -> withdrawProposal.withdraw(waits.id()));
        assertThatThrownBy(() -> as(staff.with(Role.LOAN_OFFICER), () -> withdrawProposal.withdraw(waits.id())))
                .hasMessageContaining("proposal-decided");
        assertThatThrownBy(() -> confirm(waits, Role.COUNCIL_CHAIR)).hasMessageContaining("proposal-decided");
        confirm(restructure(loan, RestructureTerms.Kind.ADJUST, rows), Role.COUNCIL_CHAIR);
        assertThat(file(loan).loan().restructureCount()).isEqualTo(1);
    }

    @Test
    void aMemberSeesWhatWaitsForAVote() {
        long loan = late();
        Actor member = staff.with(Role.COUNCIL_MEMBER);
        int before = waitingFor(member);
        Proposed waits = restructure(loan, RestructureTerms.Kind.ADJUST, planRestructure.plan(loan, RestructureTerms.Kind.ADJUST, null));
        assertThat(waitingFor(member)).isEqualTo(before + 1);
        as(member, () -> voteOnProposal.vote(waits.id(), true, null));
        assertThat(waitingFor(member)).isEqualTo(before);
    }

    private int waitingFor(Actor member) {
        return as(member, () -> waiting.waitingFor(member)).stream().mapToInt(WaitingWork.Entry::count).sum();
    }

    private Optional<Refusal> hindrance(Proposed waits) {
        return as(staff.with(Role.CONTROLLER), () -> acts.hindrance(proposals.byId(waits.id())));
    }

    @Test
    void countsEachAndSettlesWhenItsRowsArePaid() {
        long loan = late();
        LocalDate first = LocalDate.of(2026, 9, 15);
        confirm(restructure(loan, RestructureTerms.Kind.ADJUST, List.of(due(first, 500_000_000))), Role.COUNCIL_CHAIR);
        confirm(restructure(loan, RestructureTerms.Kind.EXTEND, List.of(due(NEW_END, 500_000_000))), Role.COUNCIL_CHAIR);
        assertThat(file(loan).loan().restructureCount()).isEqualTo(2);
        businessDay.moveTo(NEW_END);
        pay(loan, file(loan).position().due(), NEW_END);
        assertThat(file(loan).loan().state()).isEqualTo(LoanState.CLOSED);
        assertThat(balanceOf("1283", loan)).isZero();
        assertThat(balanceOf("1388", loan)).isZero();
    }

    @Test
    void rehearsalShowsBothSchedules() {
        long loan = late();
        Rehearsal.Scene scene = as(staff.with(Role.LOAN_OFFICER), () -> rehearsal.of(() -> restructureLoan.propose(
                Subject.loan(loan), new RestructureTerms(RestructureTerms.Kind.EXTEND, List.of(due(NEW_END, 500_000_000)), null), "x")));
        assertThat(scene.before().principalDue()).isEqualTo(62_500_000);
        assertThat(scene.after().principalDue()).isZero();
        assertThat(file(loan).loan().restructureCount()).isZero();
        assertThat(file(loan).position().principalDue()).isEqualTo(62_500_000);
    }

    private void assertWrong(long loan, RestructureTerms.Kind kind, String why, PrincipalDue... rows) {
        assertThatThrownBy(() -> restructure(loan, kind, List.of(rows))).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    private static PrincipalDue due(LocalDate on, long amount) {
        return new PrincipalDue(on, amount);
    }

    private long late() {
        long loan = disbursed(false);
        businessDay.moveTo(DECIDED);
        return loan;
    }

    private Proposed restructure(long loan, RestructureTerms.Kind kind, List<PrincipalDue> rows) {
        return as(staff.with(Role.LOAN_OFFICER), () -> restructureLoan.propose(Subject.loan(loan),
                new RestructureTerms(kind, rows, null), "Vải thiều mất mùa"));
    }
}

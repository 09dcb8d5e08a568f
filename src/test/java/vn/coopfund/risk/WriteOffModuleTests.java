package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.servicing.LoanStatements;
import vn.coopfund.servicing.RiskModuleTest;
import vn.coopfund.web.WaitingWork;
import vn.coopfund.servicing.StatementLine;

class WriteOffModuleTests extends RiskModuleTest {

    @Autowired
    ProposeProvisions proposeProvisions;
    @Autowired
    ConfirmProvisions confirmProvisions;
    @Autowired
    ProposeWriteOff proposeWriteOff;
    @Autowired
    VoteOnWriteOff voteOnWriteOff;
    @Autowired
    DecideWriteOff decideWriteOff;
    @Autowired
    WriteOffs writeOffs;
    @Autowired
    ProvisionBook book;
    @Autowired
    WriteOffBallot ballot;
    @Autowired
    Duties duties;
    @Autowired
    TransactionTemplate transactions;
    @Autowired
    WriteOffsThatWait waiting;
    @Autowired
    LoanStatements loanStatements;

    @Test
    void groupFiveLeavesTheBalanceSheetAgainstItsProvision() {
        long loan = chargedOff();
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        assertThat(inBooks("1283", loan)).isZero();
        assertThat(inBooks("1388", loan)).isZero();
        // group 5 was provided for in full: the specific provision pays all 500,000,000
        assertThat(inBooks("2293", loan)).isEqualTo(-500_000_000);
        assertThat(inBooks("6426", loan)).isZero();
        assertThat(book.specificOf(loan)).isZero();
        assertThat(noted("9711", loan)).isEqualTo(500_000_000);
        assertThat(noted("941", loan)).isZero();
        followsTheReplay(loan);
        assertThat(exposureOf()).isEqualTo(500_000_000);
        booksAgree(loan);
        List<StatementLine> lines = as(staff.with(Role.CONTROLLER), () -> loanStatements.of(loan));
        assertThat(lines).extracting(StatementLine::kind).contains(StatementLine.Kind.CHARGED_OFF);
        StatementLine.Balances owed = lines.get(lines.size() - 1).after();
        assertThat(owed.principal()).isEqualTo(position(loan).principalOutstanding());
        assertThat(owed.interestInAll()).isEqualTo(position(loan).interestDue() + position(loan).interestAccrued()
                + position(loan).overdueInterest() + position(loan).lateInterest());
    }

    @Test
    void interestRunsOnInMemorandumAndRecoveriesAreOtherIncome() {
        long loan = chargedOff();
        long overdueBefore = noted("9713", loan);
        closeDay(LocalDate.of(year, 12, 31));
        assertThat(noted("9713", loan)).isGreaterThan(overdueBefore);
        LocalDate day = LocalDate.of(year + 1, 1, 10);
        long principal = noted("9711", loan);
        long income = inBooks("515", loan);
        paid(loan, 30_000_000, day);
        assertThat(inBooks("711", loan)).isEqualTo(30_000_000);
        assertThat(inBooks("515", loan)).isEqualTo(income);
        assertThat(inBooks("1283", loan)).isZero();
        // due principal first: 30,000,000 of the rows that are overdue
        assertThat(noted("9711", loan)).isEqualTo(principal - 30_000_000);
        followsTheReplay(loan);
        assertThat(exposureOf()).isEqualTo(470_000_000);
        assertThat(writeOffs.pursued()).filteredOn(one -> one.loanId() == loan).singleElement()
                .satisfies(one -> assertThat(one.recovered()).isEqualTo(30_000_000));
    }

    @Test
    void givenUpForGoodAfterFiveYearsInMemorandumAlone() {
        long loan = chargedOff();
        LocalDate chargedOff = jdbc.sql("select charged_off_on from servicing.loan where id = ?").param(loan)
                .query(LocalDate.class).single();
        businessDay.moveTo(chargedOff.plusYears(5).minusDays(1));
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.FIVE_YEARS)).hasMessageContaining("five-years");
        businessDay.moveTo(chargedOff.plusYears(5));
        long entries = entries(loan);
        decided(propose(loan, WriteOffs.Ground.FIVE_YEARS));
        assertThat(state(loan)).isEqualTo("WRITTEN_OFF_FINAL");
        for (String account : new String[] {"9711", "9712", "9713", "9714"}) {
            assertThat(noted(account, loan)).isZero();
        }
        assertThat(entries(loan)).isEqualTo(entries);
        assertThatThrownBy(() -> paid(loan, 1_000, businessDay.today())).hasMessageContaining("refused.state");
    }

    @Test
    void databaseKeepsTheFiveYears() {
        long loan = chargedOff();
        assertThatThrownBy(() -> jdbc.sql("update servicing.loan set state = 'WRITTEN_OFF_FINAL', written_off_on = "
                + "charged_off_on + interval '4 years' where id = ?").param(loan).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("five_years");
    }

    @Test
    void shortfallIsExpenseWhenTheBorrowerIsDissolved() {
        takeYears(8);
        long loan = lent(false);
        businessDay.moveTo(on(2, 10));
        long general = book.general(FOREVER);
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.GROUP_5)).hasMessageContaining("not-group-5");
        decided(propose(loan, WriteOffs.Ground.DISSOLVED));
        // no specific provision: the general one, then expense
        assertThat(inBooks("2293", loan)).isEqualTo(-Math.min(general, 500_000_000));
        assertThat(inBooks("6426", loan)).isEqualTo(500_000_000 - Math.min(general, 500_000_000));
        assertThat(inBooks("1388", loan)).isZero();
        followsTheReplay(loan);
    }

    private int votesThatWaitFor(Actor member) {
        return waiting.waitingFor(member).stream().filter(entry -> entry.code().equals("risk.waiting.vote"))
                .mapToInt(WaitingWork.Entry::count).sum();
    }

    @Test
    void needsMoreThanHalfOfTheCouncilAndTheChair() {
        long loan = lent(false);
        businessDay.moveTo(on(2, 10));
        Actor chair = chair();
        int before = votesThatWaitFor(chair);
        long id = propose(loan, WriteOffs.Ground.DEAD);
        assertThat(votesThatWaitFor(chair)).isEqualTo(before + 1);
        assertThat(waiting.waitingFor(staff.with(Role.DIRECTOR))).isEmpty();
        assertThatThrownBy(() -> as(chair, () -> decideWriteOff.decide(id, true, "05/NQ"))).hasMessageContaining("not-approved");
        assertThatThrownBy(() -> as(chair, () -> decideWriteOff.decide(id, false, "05/NQ"))).hasMessageContaining("not-refused");
        assertThatThrownBy(() -> as(chair, () -> voteOnWriteOff.vote(id, false, " "))).hasMessageContaining("say-why");
        as(chair, () -> voteOnWriteOff.vote(id, true, null));
        assertThat(votesThatWaitFor(chair)).isEqualTo(before);
        assertThatThrownBy(() -> as(chair, () -> voteOnWriteOff.vote(id, true, null))).hasMessageContaining("voted");
        assertThatThrownBy(() -> as(staff.with(Role.DIRECTOR), () -> decideWriteOff.decide(id, true, "05/NQ")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.CONTROLLER), () -> voteOnWriteOff.vote(id, true, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(staff.with(Role.CONTROLLER), () -> proposeWriteOff.propose(Subject.loan(loan),
                WriteOffs.Ground.DEAD, "x", "y"))).isInstanceOf(NotAllowed.class);
        for (String name : new String[] {"council-a", "council-b", "council-c"}) {
            staff.named(name, Role.COUNCIL_MEMBER);
        }
        councilMembers().stream().filter(member -> member.id() != chair.id())
                .forEach(member -> as(member, () -> voteOnWriteOff.vote(id, false, "Còn khả năng thu hồi")));
        assertThatThrownBy(() -> as(chair, () -> decideWriteOff.decide(id, true, "05/NQ"))).hasMessageContaining("not-approved");
        as(chair, () -> decideWriteOff.decide(id, false, "Còn khả năng thu hồi"));
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(writeOffs.get(id).state()).isEqualTo(WriteOffs.State.REFUSED);
    }

    @Test
    void whoHasASideOfTheCaseHasNoVote() {
        long loan = lent(false);
        businessDay.moveTo(on(2, 10));
        Actor appraiser = staff.named("council-appraiser", Role.COUNCIL_MEMBER, Role.APPRAISER);
        as(appraiser, () -> transactions.execute(status -> {
            duties.take(Subject.application(loan), Duty.APPRAISE);
            return null;
        }));
        Actor proposer = staff.named("council-head", Role.COUNCIL_MEMBER, Role.HEAD_OF_LENDING);
        long id = as(proposer, () -> proposeWriteOff.propose(Subject.loan(loan), WriteOffs.Ground.DEAD, "Giấy chứng tử", "Đã chết"));
        for (Actor barred : List.of(appraiser, proposer)) {
            assertThatThrownBy(() -> as(barred, () -> voteOnWriteOff.vote(id, true, null))).hasMessageContaining("not-voter");
        }
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.DEAD)).hasMessageContaining("refused.asked");
        decided(id);
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
    }

    @Test
    void whatHasNoGroundAnyMoreIsClosedWithoutAVote() {
        long loan = lent(false);
        businessDay.moveTo(on(2, 10));
        long id = propose(loan, WriteOffs.Ground.DEAD);
        councilMembers().stream().filter(member -> ballot.mayVote(member, writeOffs.get(id)))
                .forEach(member -> as(member, () -> voteOnWriteOff.vote(id, true, null)));
        settle(loan, on(2, 10));
        assertThatThrownBy(() -> as(chair(), () -> decideWriteOff.decide(id, true, "05/NQ"))).hasMessageContaining("refused.state");
        as(chair(), () -> decideWriteOff.decide(id, false, "Đã trả hết nợ"));
        assertThat(writeOffs.get(id).state()).isEqualTo(WriteOffs.State.REFUSED);
    }

    @Test
    void receiptsFromBeforeTheWriteOffStand() {
        long loan = lent(false);
        long paid = paid(loan, 70_636_986, on(4, 15)).id();
        businessDay.moveTo(on(5, 10));
        decided(propose(loan, WriteOffs.Ground.DISSOLVED));
        assertThatThrownBy(() -> reversed(loan, paid)).hasMessageContaining("before-charge-off");
        long recovered = paid(loan, 1_000_000, on(5, 20)).id();
        reversed(loan, recovered);
        followsTheReplay(loan);
    }

    /** The golden loan, never paid: group 5 at the end of October, 199 days past due, provided for and charged off. */
    private long chargedOff() {
        takeYears(8);
        long loan = lent(false);
        classify(on(10, 31));
        as(staff.with(Role.ACCOUNTANT), () -> proposeProvisions.propose(on(10, 31)));
        as(staff.with(Role.CHIEF_ACCOUNTANT), () -> {
            confirmProvisions.confirm(on(10, 31));
            return null;
        });
        businessDay.moveTo(on(11, 10));
        decided(propose(loan, WriteOffs.Ground.GROUP_5));
        return loan;
    }

    private long propose(long loan, WriteOffs.Ground ground) {
        return as(staff.with(Role.HEAD_OF_LENDING), () -> proposeWriteOff.propose(Subject.loan(loan), ground, "Biên bản 01",
                "Đã dùng hết biện pháp thu hồi"));
    }

    private Actor chair() {
        return staff.with(Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR);
    }

    /** As many of the council vote for it as it takes, then the chair signs. */
    private void decided(long id) {
        chair();
        councilMembers().stream().filter(member -> ballot.mayVote(member, writeOffs.get(id)))
                .forEach(member -> as(member, () -> voteOnWriteOff.vote(id, true, null)));
        as(chair(), () -> decideWriteOff.decide(id, true, "05/NQ-HĐQL"));
    }

    private void followsTheReplay(long loan) {
        var position = position(loan);
        assertThat(noted("9711", loan)).isEqualTo(position.principalOutstanding());
        assertThat(noted("9712", loan)).isEqualTo(position.interestDue() + position.interestAccrued());
        assertThat(noted("9713", loan)).isEqualTo(position.overdueInterest());
        assertThat(noted("9714", loan)).isEqualTo(position.lateInterest());
    }

    private long entries(long loan) {
        return jdbc.sql("select count(*) from ledger.posting where loan_id = ?").param(loan).query(Long.class).single();
    }
}

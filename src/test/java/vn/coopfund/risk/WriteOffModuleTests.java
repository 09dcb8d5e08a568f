package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.council.Matter;
import vn.coopfund.servicing.LoanStatements;
import vn.coopfund.servicing.StatementLine;
import vn.coopfund.servicing.WriteOffModuleTest;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.workflow.OpenTask;
import vn.coopfund.workflow.Processes;

class WriteOffModuleTests extends WriteOffModuleTest {

    @Autowired
    ProvisionBook book;
    @Autowired
    CouncilMatters matters;
    @Autowired
    Processes processes;
    @Autowired
    Duties duties;
    @Autowired
    TransactionTemplate transactions;
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
        takeYears(2);
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
        WriteOffs.Pursued debt = writeOffs.pursuedOn(Subject.loan(loan));
        assertThat(debt.recovered()).isEqualTo(30_000_000);
        WriteOffs.Listed found = listed(debt.number(), true);
        assertThat(found.page().items()).containsExactly(debt);
        assertThat(found.sums()).isEqualTo(new WriteOffs.Sums(1, debt.writtenOff(), 30_000_000, debt.principal(), debt.interest(),
                debt.overdueInterest(), debt.lateInterest()));
        assertThat(listed(debt.number(), false).page().items()).isEmpty();
        assertThat(listed("không có", null).sums().debts()).isZero();
        assertThat(listed(null, null).page().items()).isSortedAccordingTo(
                Comparator.comparing(WriteOffs.Pursued::recovered).reversed());
    }

    private WriteOffs.Listed listed(String text, Boolean pursued) {
        return writeOffs.pursued(new WriteOffs.Filter(text, pursued), SortBy.of("-recovered", "chargedOffOn", WriteOffs.COLUMNS),
                PageOf.Wish.of(0, 50));
    }

    @Test
    void givenUpForGoodAfterFiveYearsInMemorandumAlone() {
        takeYears(8);
        long loan = chargedOff();
        LocalDate first = on(11, 10).plusYears(5);
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.FIVE_YEARS)).hasMessageContaining("final-by-task");
        closeDay(first.minusDays(2));
        stands(loan);
        closeDay(first.minusDays(1));
        stands(loan, "Task_ProposeFinalWriteOff");
        businessDay.moveTo(first.minusDays(1));
        assertThatThrownBy(() -> finalAsked(loan)).hasMessageContaining("five-years");
        businessDay.moveTo(first);
        long entries = entries(loan);
        finalAsked(loan);
        reviewed(loan);
        councilVotes(loan, "AGAINST");
        signed(loan, "SIGN");
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        stands(loan);
        closeDay(first);
        finalAsked(loan);
        decided(loan);
        assertThat(state(loan)).isEqualTo("WRITTEN_OFF_FINAL");
        for (String account : new String[] {"9711", "9712", "9713", "9714"}) {
            assertThat(noted(account, loan)).isZero();
        }
        assertThat(entries(loan)).isEqualTo(entries);
        assertThat(followed(loan)).isFalse();
        assertThatThrownBy(() -> paid(loan, 1_000, businessDay.today())).hasMessageContaining("refused.state");
    }

    private void finalAsked(long loan) {
        done(loan, Role.LOAN_OFFICER, "Task_ProposeFinalWriteOff", Map.of("paper", "Biên bản 09", "reason", "Đã hết biện pháp"));
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
        propose(loan, WriteOffs.Ground.DISSOLVED);
        decided(loan);
        // no specific provision: the general one, then expense
        assertThat(inBooks("2293", loan)).isEqualTo(-Math.min(general, 500_000_000));
        assertThat(inBooks("6426", loan)).isEqualTo(500_000_000 - Math.min(general, 500_000_000));
        assertThat(inBooks("1388", loan)).isZero();
        followsTheReplay(loan);
    }

    @Test
    void isReviewedByAnotherReturnedAmendedAndWithdrawn() {
        long loan = doubtful();
        long id = propose(loan, WriteOffs.Ground.GROUP_5);
        stands(loan, "Task_ReviewWriteOff");
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.GROUP_5)).hasMessageContaining("refused.asked");
        assertThatThrownBy(() -> done(loan, Role.CHIEF_ACCOUNTANT, "Task_ReviewWriteOff", Map.of("outcome", "RETURN")))
                .hasMessageContaining("say-why");
        done(loan, Role.HEAD_OF_LENDING, "Task_ReviewWriteOff", Map.of("outcome", "RETURN", "comment", "Thiếu biên bản"));
        stands(loan, "Task_AmendWriteOff");
        done(loan, Role.ACCOUNTANT, "Task_AmendWriteOff", Map.of("outcome", "RESUBMIT", "paper", "Biên bản 02"));
        assertThat(writeOffs.get(id).state()).isEqualTo(WriteOffs.State.WITHDRAWN);
        assertThat(writeOffs.pendingOn(Subject.loan(loan)).orElseThrow().paper()).isEqualTo("Biên bản 02");
        stands(loan, "Task_ReviewWriteOff");
        done(loan, Role.HEAD_OF_LENDING, "Task_ReviewWriteOff", Map.of("outcome", "RETURN", "comment", "Chưa đủ"));
        done(loan, Role.LOAN_OFFICER, "Task_AmendWriteOff", Map.of("outcome", "WITHDRAW"));
        stands(loan);
        assertThat(writeOffs.pendingOn(Subject.loan(loan))).isEmpty();
        propose(loan, WriteOffs.Ground.GROUP_5);
        done(loan, Role.HEAD_OF_LENDING, "Task_ReviewWriteOff", Map.of("outcome", "REFUSE", "comment", "Còn tài sản"));
        stands(loan);
        assertThat(state(loan)).isEqualTo("ACTIVE");
    }

    @Test
    void whoProposedNeitherReviewsNorVotes() {
        long loan = lent(false);
        businessDay.moveTo(on(2, 10));
        Actor appraiser = staff.named("council-appraiser", Role.COUNCIL_MEMBER, Role.APPRAISER);
        as(appraiser, () -> transactions.execute(status -> {
            duties.take(Subject.application(loan), Duty.APPRAISE);
            return null;
        }));
        Actor proposer = staff.named("council-head", Role.COUNCIL_MEMBER, Role.HEAD_OF_LENDING);
        Actor reviewer = staff.named("council-chief", Role.COUNCIL_MEMBER, Role.CHIEF_ACCOUNTANT);
        long id = as(proposer, () -> proposeWriteOff.propose(Subject.loan(loan), WriteOffs.Ground.DEAD, "Giấy chứng tử", "Đã chết"));
        assertThatThrownBy(() -> done(loan, proposer, "Task_ReviewWriteOff", Map.of("outcome", "FORWARD")))
                .hasMessageContaining("own-proposal");
        assertThatThrownBy(() -> jdbc.sql("update risk.write_off set reviewed_by = proposed_by, reviewed_on = proposed_on where id = ?")
                .param(id).update()).isInstanceOf(DataAccessException.class);
        done(loan, reviewer, "Task_ReviewWriteOff", Map.of("outcome", "FORWARD"));
        chair();
        done(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        assertThat(ballots(loan)).extracting(OpenTask::forPerson).doesNotContain(appraiser.id(), proposer.id(), reviewer.id())
                .contains(chair().id());
        Matter matter = as(chair(), () -> matters.latestOn(Subject.loan(loan)).orElseThrow());
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into council.seat values (?, 1, ?, false)").params(matter.id(), proposer.id()).update();
            jdbc.sql("insert into council.vote (matter_id, round, member_id, chair, vote, voted_on) values (?, 1, ?, false, 'FOR', current_date)")
                    .params(matter.id(), proposer.id()).update();
        })).hasMessageContaining("conflicts with");
    }

    @Test
    void leavesTheLoanInTheBooksWhenTheCouncilIsAgainst() {
        long loan = doubtful();
        long id = propose(loan, WriteOffs.Ground.GROUP_5);
        reviewed(loan);
        councilVotes(loan, "AGAINST");
        assertThatThrownBy(() -> signed(loan, "CLOSE")).hasMessageContaining("still-fits");
        assertThatThrownBy(() -> done(loan, Role.DIRECTOR, "Task_SignWriteOff", Map.of("outcome", "SIGN", "decision", "1")))
                .isInstanceOf(Refusal.class);
        signed(loan, "SIGN");
        assertThat(state(loan)).isEqualTo("ACTIVE");
        assertThat(writeOffs.get(id).state()).isEqualTo(WriteOffs.State.REFUSED);
        stands(loan);
    }

    @Test
    void closesWhatWasApprovedAndHasNoGroundAnyMore() {
        long loan = doubtful();
        long id = propose(loan, WriteOffs.Ground.GROUP_5);
        reviewed(loan);
        councilVotes(loan, "FOR");
        assertThatThrownBy(() -> signed(loan, "CLOSE")).hasMessageContaining("still-fits");
        groupImproves(loan);
        assertThatThrownBy(() -> signed(loan, "SIGN")).hasMessageContaining("not-group-5");
        signed(loan, "CLOSE");
        assertThat(writeOffs.get(id).state()).isEqualTo(WriteOffs.State.REFUSED);
        assertThat(state(loan)).isEqualTo("ACTIVE");
        stands(loan);
    }

    @Test
    void noVoteInFavourOnceTheGroupImproved() {
        long loan = doubtful();
        propose(loan, WriteOffs.Ground.GROUP_5);
        reviewed(loan);
        chair();
        done(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        groupImproves(loan);
        assertThatThrownBy(() -> vote(ballots(loan).get(0), "FOR")).hasMessageContaining("not-group-5");
    }

    @Test
    void aReceiptThatSettlesWhileTheCouncilVotesEndsTheCase() {
        long loan = doubtful();
        long id = propose(loan, WriteOffs.Ground.GROUP_5);
        reviewed(loan);
        chair();
        done(loan, Role.HEAD_OF_LENDING, "Task_CallCouncil", Map.of());
        OpenTask late = ballots(loan).get(0);
        settle(loan, businessDay.today());
        assertThat(writeOffs.get(id).state()).isEqualTo(WriteOffs.State.LAPSED);
        assertThat(as(chair(), () -> matters.openOn(Subject.loan(loan)))).isEmpty();
        assertThat(ballots(loan)).isEmpty();
        assertThatThrownBy(() -> vote(late, "FOR")).isInstanceOf(Refusal.class);
        assertThat(state(loan)).isEqualTo("CLOSED");
    }

    @Test
    void oneQuestionAtATimeBeforeTheCouncil() {
        long loan = doubtful();
        transactions.executeWithoutResult(status -> jdbc.sql("insert into council.matter (id, fund_id, subject_type, subject_id, kind, "
                + "paper, laid_on) values (nextval('council.matter_seq'), 1, 'LOAN', ?, 'LOAN', 1, current_date)").param(loan).update());
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.GROUP_5)).hasMessageContaining("council-busy");
        jdbc.sql("update council.matter set state = 'TAKEN_BACK' where subject_type = 'LOAN' and subject_id = ?").param(loan).update();
        propose(loan, WriteOffs.Ground.GROUP_5);
    }

    @Test
    void recoveredWholeEndsTheCaseAndATakenBackReceiptOpensItAgain() {
        long loan = chargedOff();
        businessDay.moveTo(on(11, 20));
        settle(loan, on(11, 20));
        long receipt = jdbc.sql("select max(id) from servicing.repayment where loan_id = ?").param(loan).query(Long.class).single();
        assertThat(state(loan)).isIn("PAID_OFF", "CLOSED");
        assertThat(followed(loan)).isFalse();
        reversed(loan, receipt);
        assertThat(state(loan)).isEqualTo("CHARGED_OFF");
        closeDay(on(11, 20));
        assertThat(followed(loan)).isTrue();
        stands(loan);
    }

    @Test
    void keepsTheFiveYearsOfADebtFromBeforeTheModel() {
        takeYears(8);
        long loan = chargedOff();
        transactions.executeWithoutResult(status -> processes.end("risk-handling", Subject.loan(loan), "từ trước"));
        closeDay(on(11, 10));
        assertThat(followed(loan)).isTrue();
        closeDay(on(11, 10).plusYears(5).minusDays(2));
        stands(loan);
        closeDay(on(11, 10).plusYears(5).minusDays(1));
        stands(loan, "Task_ProposeFinalWriteOff");
    }

    @Test
    void aDayBeforeTheLoanHasNothingToTakeOut() {
        long loan = lent(false);
        businessDay.moveTo(on(1, 14));
        assertThatThrownBy(() -> propose(loan, WriteOffs.Ground.DISSOLVED)).hasMessageContaining("nothing-owed");
        businessDay.moveTo(on(2, 10));
        propose(loan, WriteOffs.Ground.DISSOLVED);
        reviewed(loan);
        councilVotes(loan, "FOR");
        businessDay.moveTo(on(1, 14));
        assertThatThrownBy(() -> signed(loan, "SIGN")).hasMessageContaining("nothing-owed");
        assertThat(state(loan)).isEqualTo("ACTIVE");
    }

    @Test
    void oneOfTwoWhoReviewAtOnceIsTold() {
        long loan = doubtful();
        propose(loan, WriteOffs.Ground.GROUP_5);
        OpenTask task = open(loan, "Task_ReviewWriteOff");
        List<CompletableFuture<Boolean>> both = List.of(staff.with(Role.CHIEF_ACCOUNTANT), staff.with(Role.HEAD_OF_LENDING)).stream()
                .map(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        completed(task, who, Map.of("outcome", "FORWARD"));
                        return true;
                    } catch (Refusal tooLate) {
                        return false;
                    }
                })).toList();
        assertThat(both.stream().filter(CompletableFuture::join)).hasSize(1);
        stands(loan, "Task_CallCouncil");
    }

    private boolean followed(long loan) {
        return processes.runs("risk-handling", Subject.loan(loan));
    }

    private void groupImproves(long loan) {
        jdbc.sql("update servicing.standing set official_group = 4 where loan_id = ?").param(loan).update();
    }

    @Test
    void receiptsFromBeforeTheWriteOffStand() {
        long loan = lent(false);
        long paid = paid(loan, 70_636_986, on(4, 15)).id();
        businessDay.moveTo(on(5, 10));
        propose(loan, WriteOffs.Ground.DISSOLVED);
        decided(loan);
        assertThatThrownBy(() -> reversed(loan, paid)).hasMessageContaining("before-charge-off");
        long recovered = paid(loan, 1_000_000, on(5, 20)).id();
        reversed(loan, recovered);
        followsTheReplay(loan);
    }

    private long entries(long loan) {
        return jdbc.sql("select count(*) from ledger.posting where loan_id = ?").param(loan).query(Long.class).single();
    }
}

package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.cooperatives.BorrowerFixture;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.ledger.Books;
import vn.coopfund.money.Dong;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.DeclineProposal;
import vn.coopfund.servicing.Receipt;
import vn.coopfund.servicing.RepaymentResult;
import vn.coopfund.servicing.TakeRepayment;
import vn.coopfund.servicing.TakenReceipts;
import vn.coopfund.vouchers.VietQr;
import vn.coopfund.web.Refusal;

class MatchLineModuleTests extends BankModuleTest {

    @Autowired
    TakeRepayment taking;
    @Autowired
    DeclineProposal declineProposal;
    @Autowired
    TakenReceipts receipts;
    @Autowired
    Books journalBooks;
    @Autowired
    Templates templates;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "MBVCB.5512345678.%s.CT tu 0011000 toi 2500201001234", "%s FT26105 GD 998877", "IBFT %s"})
    void contentOfTheCodeFindsTheLoanWhateverTheBankMakesOfIt(String around) {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        String content = around.formatted(VietQr.plain(number(loan)));
        for (String written : List.of(content, content.toUpperCase(), content.toLowerCase(), content.replace(" ", "").replace("-", ""),
                content.replace('-', ' '))) {
            assertThat(proposals(moneyIn(70_636_986, DUE, written))).first().satisfies(best -> {
                assertThat(best.kind()).isEqualTo(Match.Kind.LOAN);
                assertThat(best.target()).isEqualTo(loan);
                assertThat(best.score()).isEqualTo(95);
                assertThat(best.isSure()).isTrue();
            });
        }
    }

    @Test
    void nameWithoutToneMarksAndAmountDueFindTheLoan() {
        borrower = registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative("HTX Mật ong Đèo Gia")).id();
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        long line = moneyIn(70_636_986, DUE, "htx MAT ONG DEO GIA tra goc lai ky 1");
        assertThat(proposals(line)).first().satisfies(one -> {
            assertThat(one.target()).isEqualTo(loan);
            assertThat(one.isSure()).isTrue();
            assertThat(one.reasons()).extracting(Refusal.Reason::code).contains("treasury.why.name", "treasury.why.amount-due");
        });
    }

    @Test
    void nameThatSeveralLoansHaveIsNotSure() {
        borrower = registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative("HTX Na dai Nghĩa Phương")).id();
        disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 1, 10));
        disbursed(false);
        businessDay.moveTo(DUE);
        assertThat(proposals(moneyIn(70_636_986, DUE, "NA DAI NGHIA PHUONG tra no"))).hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(MatchProposal::isSure);
    }

    @Test
    void oneClickTakesTheReceiptOfTheBanksDay() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        String reference = reference();
        long line = moneyIn(70_636_986, DUE, VietQr.plain(number(loan)), reference);
        Matched matched = toLoan(line, loan, 70_636_986);
        assertThat(matched.waiting()).isZero();
        assertThat(receipts.of(loan)).singleElement().satisfies(receipt -> {
            assertThat(receipt.valueDate()).isEqualTo(DUE);
            assertThat(receipt.reference()).isEqualTo(reference);
            assertThat(receipt.parts().principal()).isEqualTo(62_500_000);
        });
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThat(proposals(line)).isEmpty();
    }

    @Test
    void receiptTakenByHandIsMetAndNotTakenTwice() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        String reference = reference();
        RepaymentResult taken = staff.as(Role.ACCOUNTANT, () -> taking.take(Subject.loan(loan),
                new Receipt(Dong.of(40_000_000), DUE, Channel.BANK, reference, null)));
        long entry = receipts.byId(loan, taken.id()).entryId();
        long before = atBank();
        long line = moneyIn(40_000_000, DUE, "HTX " + VietQr.plain(number(loan)), reference);
        MatchProposal best = proposals(line).get(0);
        assertThat(best.kind()).isEqualTo(Match.Kind.ENTRY);
        assertThat(best.target()).isEqualTo(entry);
        assertThat(best.score()).isEqualTo(100);
        meet(line, entry, 40_000_000);
        assertThat(atBank()).isEqualTo(before);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        long second = moneyIn(40_000_000, DUE, "lần nữa");
        assertThatThrownBy(() -> meet(second, entry, 40_000_000)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> toLoan(moneyIn(40_000_000, DUE.plusDays(1), "x", reference), loan, 40_000_000))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void disbursementAlreadyPostedIsMetByMoneyOut() {
        long loan = disbursed(false);
        long line = moneyOut(500_000_000, LocalDate.of(2026, 1, 15), "Giai ngan " + VietQr.plain(number(loan)));
        MatchProposal best = proposals(line).get(0);
        assertThat(best.kind()).isEqualTo(Match.Kind.ENTRY);
        meet(line, best.target(), 500_000_000);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThatThrownBy(() -> toLoan(moneyOut(1_000, DUE, "ra"), loan, 1_000)).isInstanceOf(Refusal.class);
    }

    @Test
    void oneLinePaysSeveralLoansAndTheRestStaysOpen() {
        long one = disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 1, 10));
        long two = disbursed(false);
        businessDay.moveTo(DUE);
        long line = moneyIn(100_000_000, DUE, "tra ho");
        staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.LOAN, one, Dong.of(30_000_000)),
                Part.of(Match.Kind.LOAN, two, Dong.of(20_000_000)))));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.PARTLY);
        assertThat(lines.byId(line).open()).isEqualTo(50_000_000);
        assertThatThrownBy(() -> toLoan(line, one, 50_000_001)).isInstanceOf(Refusal.class);
        toLoan(line, one, 50_000_000);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThat(receipts.of(one)).hasSize(2);
    }

    @Test
    void feeIsPostedByItsTemplate() {
        businessDay.moveTo(DUE);
        long fees = books.of("6427", DUE);
        long line = moneyOut(11_000, DUE, "Thu phi SMS thang 4");
        MatchProposal best = proposals(line).stream().filter(one -> one.kind() == Match.Kind.TEMPLATE).findFirst().orElseThrow();
        staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.TEMPLATE, best.target(), Dong.of(11_000)))));
        assertThat(books.of("6427", DUE) - fees).isEqualTo(11_000);
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> matchLine.match(moneyIn(11_000, DUE, "x"),
                List.of(Part.of(Match.Kind.TEMPLATE, best.target(), Dong.of(11_000)))))).isInstanceOf(Refusal.class);
    }

    @Test
    void unknownMoneyStandsIn33882UntilItHasAnOwner() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        long before = unknownMoney();
        long bank = atBank();
        long line = moneyIn(70_000_000, DUE, "khong ro");
        park(line);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.UNKNOWN);
        assertThat(unknownMoney() - before).isEqualTo(70_000_000);
        assertThatThrownBy(() -> park(line)).isInstanceOf(Refusal.class);
        businessDay.moveTo(DUE.plusDays(3));
        toLoan(line, loan, 50_000_000);
        assertThat(unknownMoney() - before).isEqualTo(20_000_000);
        assertThat(atBank() - bank).isEqualTo(70_000_000);
        assertThat(receipts.of(loan)).singleElement().satisfies(receipt -> assertThat(receipt.valueDate()).isEqualTo(DUE));
        assertThat(lines.byId(line).inBooks()).isEqualTo(70_000_000);
        assertThat(lines.byId(line).unknown()).isEqualTo(20_000_000);
        assertThat(lines.byId(line).open()).isEqualTo(20_000_000);
    }

    @Test
    void lateMatchWaitsForASecondPersonAndKeepsTheBanksDay() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE.plusDays(20));
        long before = unknownMoney();
        long line = moneyIn(70_636_986, DUE, VietQr.plain(number(loan)));
        assertThat(toLoan(line, loan, 70_636_986).waiting()).isEqualTo(1);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.WAITING);
        assertThat(unknownMoney() - before).isEqualTo(70_636_986);
        assertThat(receipts.of(loan)).isEmpty();
        confirm(waitingProposal(line));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThat(unknownMoney() - before).isZero();
        assertThat(receipts.of(loan)).singleElement().satisfies(receipt -> {
            assertThat(receipt.valueDate()).isEqualTo(DUE);
            assertThat(receipt.parts().overdueInterest()).isZero();
        });
        assertThat(loanFiles.file(loan).daysPastDue()).isZero();
    }

    @Test
    void lateMatchThatIsDeclinedLeavesTheMoneyUnknown() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE.plusDays(20));
        long line = moneyIn(1_000_000, DUE, "x");
        toLoan(line, loan, 1_000_000);
        staff.as(Role.CHIEF_ACCOUNTANT, () -> declineProposal.decline(waitingProposal(line), "Không phải khoản vay này"));
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.UNKNOWN);
        assertThat(lines.byId(line).open()).isEqualTo(1_000_000);
    }

    @Test
    void unmatchingALoanTakesTheReceiptBackByASecondPerson() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        long bank = atBank();
        long before = unknownMoney();
        long line = moneyIn(5_000_000, DUE, "nham");
        toLoan(line, loan, 5_000_000);
        long match = matches.of(line).get(0).id();
        assertThatThrownBy(() -> undo(match, " ")).isInstanceOf(Refusal.class);
        UnmatchAsked asked = undo(match, "Khớp nhầm khoản vay");
        assertThat(asked.proposal()).isNotNull();
        assertThatThrownBy(() -> staff.as(Role.ACCOUNTANT, () -> confirmWaiting.confirm(asked.proposal()))).isInstanceOf(NotAllowed.class);
        confirm(asked.proposal());
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.UNKNOWN);
        assertThat(unknownMoney() - before).isEqualTo(5_000_000);
        assertThat(atBank() - bank).isEqualTo(5_000_000);
        toLoan(line, loan, 5_000_000);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.MATCHED);
        assertThat(unknownMoney()).isEqualTo(before);
    }

    @Test
    void unmatchingAFeeReversesItAndALinkFalls() {
        businessDay.moveTo(DUE);
        Actor both = staff.with(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT);
        long fees = books.of("6427", DUE);
        long line = moneyOut(22_000, DUE, "THU PHI");
        long template = templates.of(false).get(0).id();
        staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.TEMPLATE, template, Dong.of(22_000)))));
        long match = matches.of(line).get(0).id();
        long asked = as(both, () -> proposeUnmatch.propose(match, "Không phải phí")).unmatching();
        assertThatThrownBy(() -> undo(match, "lần hai")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as(both, () -> confirmUnmatch.confirm(asked))).isInstanceOf(Refusal.class);
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmUnmatch.confirm(asked));
        assertThat(books.of("6427", DUE)).isEqualTo(fees);
        assertThat(lines.byId(line).state()).isEqualTo(Line.State.NEW);
        assertThat(journalBooks.entry(matches.of(line).get(1).entryId()).checkedBy()).isNotNull();
    }

    @Test
    void twoWhoConfirmOneLineAtOnceTakeItOnce() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        for (int round = 0; round < 5; round++) {
            long line = moneyIn(1_000_000 + round, DUE, "hai nguoi " + reference());
            int before = receipts.of(loan).size();
            CountDownLatch start = new CountDownLatch(1);
            long amount = 1_000_000 + round;
            var tries = Stream.of(1, 2).map(one -> atOnce(start, () -> toLoan(line, loan, amount))).toList();
            start.countDown();
            long refused = tries.stream().filter(one -> {
                try {
                    one.join();
                    return false;
                } catch (CompletionException late) {
                    assertThat(late.getCause()).isInstanceOf(Refusal.class);
                    return true;
                }
            }).count();
            assertThat(refused).isEqualTo(1);
            assertThat(receipts.of(loan)).hasSize(before + 1);
        }
    }

    @Test
    void twoLinesDoNotMeetOneEntryAtOnce() {
        long loan = disbursed(false);
        businessDay.moveTo(DUE);
        RepaymentResult taken = staff.as(Role.ACCOUNTANT, () -> taking.take(Subject.loan(loan),
                new Receipt(Dong.of(3_000_000), DUE, Channel.BANK, reference(), null)));
        long entry = receipts.byId(loan, taken.id()).entryId();
        long one = moneyIn(3_000_000, DUE, "a");
        long two = moneyIn(3_000_000, DUE, "b");
        CountDownLatch start = new CountDownLatch(1);
        var tries = Stream.of(one, two).map(line -> atOnce(start, () -> meet(line, entry, 3_000_000))).toList();
        start.countDown();
        tries.forEach(one1 -> one1.exceptionally(late -> null).join());
        assertThat(matches.standingOn(entry)).hasSize(1);
    }

    @Test
    void databaseRefusesMoreThanThereIs() {
        businessDay.moveTo(DUE);
        long line = moneyIn(1_000, DUE, "x");
        park(line);
        long entry = matches.of(line).get(0).entryId();
        assertThatThrownBy(() -> jdbc.sql("""
                insert into treasury.match (id, fund_id, line_id, kind, amount, state, entry_id, made_on)
                values (nextval('treasury.match_seq'), 1, ?, 'ENTRY', 1, 'STANDS', ?, date '2026-04-15')""")
                .params(line, entry).update()).rootCause().hasMessageContaining("would be matched");
        assertThatThrownBy(() -> jdbc.sql("update treasury.match set amount = 1 where line_id = ?").param(line).update())
                .rootCause().hasMessageContaining("only added");
        assertThatThrownBy(() -> jdbc.sql("update treasury.statement_line set amount = 1 where id = ?").param(line).update())
                .rootCause().hasMessageContaining("only added");
    }

    @Test
    void othersDoNotMatch() {
        long line = moneyIn(1_000, DUE, "x");
        for (Role role : new Role[] {Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.DIRECTOR, Role.BORROWER}) {
            assertThatThrownBy(() -> staff.as(role, () -> parkUnknownMoney.park(List.of(line)))).isInstanceOf(NotAllowed.class);
        }
    }

    private Matched meet(long line, long entry, long amount) {
        return staff.as(Role.ACCOUNTANT, () -> matchLine.match(line, List.of(Part.of(Match.Kind.ENTRY, entry, Dong.of(amount)))));
    }

    private void park(long line) {
        staff.as(Role.ACCOUNTANT, () -> parkUnknownMoney.park(List.of(line)));
    }

    private UnmatchAsked undo(long match, String why) {
        return staff.as(Role.ACCOUNTANT, () -> proposeUnmatch.propose(match, why));
    }

    private long waitingProposal(long line) {
        return matches.of(line).stream().filter(one -> one.state() == Match.State.WAITING).findFirst().orElseThrow().proposalId();
    }

    private void confirm(long proposal) {
        staff.as(Role.CHIEF_ACCOUNTANT, () -> confirmWaiting.confirm(proposal));
    }
}

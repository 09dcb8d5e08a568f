package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.money.Dong;
import vn.coopfund.schedule.LoanPosition;

class LoanStatementModuleTests extends LoanModuleTest {

    @Autowired
    LoanStatements loanStatements;
    @Autowired
    WaiveInterest waiveInterest;
    @Autowired
    Attachments attachments;
    @Autowired
    IssueLoanNotice issueLoanNotice;
    @Autowired
    RefundCredit refundCredit;
    @Autowired
    MockMvc mvc;

    @Test
    void everyBalanceFollowsFromTheLineAbove() {
        long loan = eventful();
        List<StatementLine> lines = loanStatements.of(loan);
        assertThat(lines).extracting(StatementLine::kind).containsExactly(StatementLine.Kind.DISBURSEMENT, StatementLine.Kind.DUE,
                StatementLine.Kind.RECEIPT, StatementLine.Kind.RECEIPT_REVERSED, StatementLine.Kind.INTEREST,
                StatementLine.Kind.RECEIPT, StatementLine.Kind.DUE, StatementLine.Kind.CREDIT_USED, StatementLine.Kind.INTEREST,
                StatementLine.Kind.OVERDUE_INTEREST, StatementLine.Kind.WAIVER);
        followed(loan, lines);
    }

    @Test
    void eachChargeIsABalanceAtARateForDays() {
        long loan = disbursed(false);
        businessDay.moveTo(LocalDate.of(2026, 6, 15));
        List<StatementLine> lines = loanStatements.of(loan);
        followed(loan, lines);
        assertThat(lines).extracting(StatementLine::kind).containsExactly(StatementLine.Kind.DISBURSEMENT, StatementLine.Kind.DUE,
                StatementLine.Kind.INTEREST, StatementLine.Kind.OVERDUE_INTEREST, StatementLine.Kind.LATE_INTEREST);
        assertThat(lines).extracting(line -> line.charged().total())
                .containsExactly(0L, 8_136_986L, 4_825_685L, 1_034_075L, 135_988L);
        assertThat(lines.get(1).args()).containsExactly("1", "62.500.000\u00a0đ", "8.136.986\u00a0đ", "500.000.000\u00a0đ", "6,6", "90/365");
        assertThat(lines.get(3).args()).containsExactly("62.500.000\u00a0đ", "9,9", "61/365");
        assertThat(lines.get(4).args()).containsExactly("8.136.986\u00a0đ", "10", "61/365");
        businessDay.moveTo(LocalDate.of(2026, 8, 1));
        StatementLine second = loanStatements.of(loan).stream().filter(line -> line.kind() == StatementLine.Kind.DUE).toList().get(1);
        assertThat(second.charged()).isEqualTo(new StatementLine.Charged(7_198_973, 0, 0));
    }

    @Test
    void moneyPaidBackIsBelowZeroInWhatTheBorrowerPaid() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE);
        pay(loan, 75_000_000, FIRST_DUE);
        confirm(as(staff.with(Role.ACCOUNTANT), () -> refundCredit.propose(Subject.loan(loan),
                new RefundTerms(Dong.of(4_000_000), Channel.BANK, "0011 Agribank"), "Khách hàng đề nghị")), Role.CHIEF_ACCOUNTANT);
        List<StatementLine> lines = loanStatements.of(loan);
        followed(loan, lines);
        StatementLine back = lines.get(lines.size() - 1);
        assertThat(back.kind()).isEqualTo(StatementLine.Kind.REFUND);
        assertThat(back.paidOut()).isZero();
        assertThat(back.received()).isEqualTo(-4_000_000);
        assertThat(back.after().credit()).isEqualTo(363_014);
    }

    private void followed(long loan, List<StatementLine> lines) {
        StatementLine.Balances above = StatementLine.Balances.NONE;
        for (StatementLine line : lines) {
            if (line.kind() != StatementLine.Kind.TAKEN_ON) {
                assertThat(line.after().principal()).isEqualTo(above.principal() + line.paidOut() - line.paid().principal());
                assertThat(line.after().interestInAll()).isEqualTo(above.interestInAll() + line.charged().total()
                        - line.paid().interest() - line.paid().overdueInterest() - line.paid().lateInterest());
                assertThat(line.after().overdueInterest()).isEqualTo(above.overdueInterest()
                        + line.charged().overdueInterest() - line.paid().overdueInterest());
                assertThat(line.after().lateInterest()).isEqualTo(above.lateInterest() + line.charged().lateInterest()
                        - line.paid().lateInterest());
                assertThat(line.after().credit()).isEqualTo(above.credit() + line.received() - line.paid().principal()
                        - line.paid().interest() - line.paid().overdueInterest() - line.paid().lateInterest());
            }
            above = line.after();
        }
        LoanPosition end = file(loan).position();
        assertThat(above).isEqualTo(new StatementLine.Balances(end.principalOutstanding(), end.interestDue(),
                end.interestAccrued(), end.overdueInterest(), end.lateInterest(), end.credit()));
    }

    @Test
    void isReadAsPageAsPaperAndAsFile() throws Exception {
        long loan = eventful();
        mvc.perform(get("/loans/" + loan + "/statement").with(staff.signedIn(Role.LOAN_OFFICER)).with(csrf()))
                .andExpect(status().isOk()).andExpect(content().string(org.hamcrest.Matchers.allOf(
                        org.hamcrest.Matchers.containsString("Kỳ 1 đến hạn: gốc 62.500.000"),
                        org.hamcrest.Matchers.containsString("× 6,6%/năm × 90/365"),
                        org.hamcrest.Matchers.containsString("đã hủy ngày"),
                        org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("??")))));
        mvc.perform(get("/loans/" + loan + "/statement.pdf").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isOk()).andExpect(content().contentType("application/pdf"));
        mvc.perform(get("/loans/" + loan + "/statement.csv").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isOk()).andExpect(content().string(org.hamcrest.Matchers.allOf(org.hamcrest.Matchers.containsString("Dư nợ gốc"),
                        org.hamcrest.Matchers.containsString("× 6,6%/năm × 90/365"))));
        mvc.perform(get("/api/v1/loans/" + loan + "/statement").with(staff.signedIn(Role.LOAN_OFFICER)))
                .andExpect(status().isOk()).andExpect(content().string(org.hamcrest.Matchers.containsString("\"CREDIT_USED\"")));
    }

    @Test
    void noticesAreIssuedOnceAndKept() throws Exception {
        long loan = disbursed(false);
        assertThatThrownBy(() -> issue(loan, LoanNoticeKind.OVERDUE_NOTICE)).hasMessageContaining("not-overdue");
        issue(loan, LoanNoticeKind.DUE_NOTICE);
        businessDay.moveTo(LocalDate.of(2026, 6, 15));
        for (int sending = 0; sending < 2; sending++) {
            mvc.perform(post("/loans/" + loan + "/notices").with(staff.signedIn(Role.LOAN_OFFICER)).with(csrf())
                    .param("_once", "notice-" + loan).param("kind", "OVERDUE_NOTICE")).andExpect(redirectedUrl("/loans/" + loan));
        }
        assertThat(attachments.of(Subject.loan(loan))).extracting("kind").filteredOn("OVERDUE_NOTICE"::equals).hasSize(1);
        assertThat(attachments.of(Subject.loan(loan))).extracting("kind").filteredOn("DUE_NOTICE"::equals).hasSize(1);
        mvc.perform(post("/loans/" + loan + "/notices").with(staff.signedIn(Role.CASHIER)).with(csrf())
                .param("kind", "DUE_NOTICE")).andExpect(status().isForbidden());
    }

    private Long issue(long loan, LoanNoticeKind kind) {
        return as(staff.with(Role.LOAN_OFFICER), () -> issueLoanNotice.issue(Subject.loan(loan), kind));
    }

    /** A mistaken receipt, more than was due, credit used at the next due date, and a part forgiven. */
    private long eventful() {
        long loan = disbursed(false);
        businessDay.moveTo(FIRST_DUE.plusDays(3));
        long wrong = pay(loan, 5_000_000, FIRST_DUE.plusDays(1)).id();
        confirm(reverse(loan, wrong), Role.CHIEF_ACCOUNTANT);
        pay(loan, 70_636_986, FIRST_DUE);
        pay(loan, 9_000_000, FIRST_DUE.plusDays(3));
        close(LocalDate.of(2026, 7, 15));
        businessDay.moveTo(LocalDate.of(2026, 8, 1));
        confirm(as(staff.with(Role.LOAN_OFFICER), () -> waiveInterest.propose(Subject.loan(loan),
                new WaiverTerms(0L, 1_000L, 0L, false), "Thiên tai")), Role.DIRECTOR);
        return loan;
    }
}

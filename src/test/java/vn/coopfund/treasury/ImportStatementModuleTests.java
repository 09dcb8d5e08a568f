package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

class ImportStatementModuleTests extends BankModuleTest {

    @Autowired
    StatementPreviews previews;

    @Test
    void linesOfAStatementComeInOnce() {
        String[] rows = {"15/4/2026," + reference() + ",HTX tra no,,5.000.000,105.000.000",
            "16/4/2026," + reference() + ",Phi dich vu,11.000,,104.989.000"};
        Statement first = imported(rows);
        assertThat(first.linesNew()).isEqualTo(2);
        assertThat(first.openingBalance()).isEqualTo(100_000_000);
        assertThat(first.closingBalance()).isEqualTo(104_989_000);
        assertThat(first.brokenRows()).isEmpty();
        assertThat(linesOf(first)).extracting(Line::amount).containsExactly(5_000_000L, -11_000L);
        Statement again = imported(rows);
        assertThat(again.linesNew()).isZero();
        assertThat(again.linesKnown()).isEqualTo(2);
        assertThat(linesOf(again)).isEmpty();
    }

    @Test
    void overlappingStatementBringsWhatIsNewInWhateverOrder() {
        String a = "14/4/2026," + reference() + ",a,,1.000,1.000";
        String b = "15/4/2026," + reference() + ",b,,2.000,3.000";
        String c = "16/4/2026," + reference() + ",c,,3.000,6.000";
        assertThat(imported(a, b).linesNew()).isEqualTo(2);
        Statement turned = imported(c, b, a);
        assertThat(turned.linesNew()).isEqualTo(1);
        assertThat(turned.linesKnown()).isEqualTo(2);
        assertThat(turned.openingBalance()).isZero();
        assertThat(turned.closingBalance()).isEqualTo(6_000);
        assertThat(turned.brokenRows()).isEmpty();
    }

    @Test
    void equalLinesWithoutReferenceAreTwoAndStayTwo() {
        String note = "khong so " + reference();
        String row = "15/4/2026,," + note + ",,7.000,";
        assertThat(imported(row, row).linesNew()).isEqualTo(2);
        assertThat(imported(row, row).linesKnown()).isEqualTo(2);
        assertThat(imported(row, row, row).linesNew()).isEqualTo(1);
    }

    @Test
    void feeUnderTheReferenceOfItsTransferIsALineOfItsOwn() {
        String shared = reference();
        assertThat(imported("15/4/2026," + shared + ",chuyen tien,500.000,,", "15/4/2026," + shared + ",phi,1.100,,").linesNew())
                .isEqualTo(2);
    }

    @Test
    void sameReferenceWithAnotherBalanceIsShownAndNotDropped() {
        String shared = reference();
        Statement statement = imported("15/4/2026," + shared + ",a,,1.000,1.000", "15/4/2026," + shared + ",a,,1.000,2.000");
        assertThat(statement.linesNew()).isEqualTo(1);
        assertThat(statement.linesKnown()).isZero();
        assertThat(statement.rowsFaulty()).isEqualTo(1);
        assertThat(statementFaults.of(statement.id(), 10)).singleElement()
                .satisfies(fault -> assertThat(fault.reasons().get(0)).contains(shared));
    }

    @Test
    void badRowsAreKeptAndComeInWhenCorrected() {
        String bad = reference();
        Statement statement = imported("15/4/2026," + reference() + ",tốt,,1.000,", "31/02/2026," + bad + ",sai ngày,,2.000,",
                "16/4/2026,X" + bad + ",sai tiền,,1.00,", "17/4/2026,Y" + bad + ",hai bên,1.000,1.000,",
                "Tổng cộng,,,2.000,4.000,", ",,,,,");
        assertThat(statement.linesNew()).isEqualTo(1);
        assertThat(statement.rowsFaulty()).isEqualTo(3);
        assertThat(statement.rowsSkipped()).isEqualTo(1);
        List<StatementFault> faults = statementFaults.of(statement.id(), 10);
        assertThat(faults).extracting(StatementFault::row).containsExactly(3, 4, 5);
        assertThat(faults.get(0).reasons()).singleElement().asString().contains("31/02/2026");
        assertThat(faults.get(0).cells()).contains("2.000", bad);
        assertThat(imported("28/02/2026," + bad + ",sai ngày,,2.000,").linesNew()).isEqualTo(1);
    }

    @Test
    void runningBalanceThatBreaksIsNamedByItsRow() {
        Statement statement = imported("15/4/2026," + reference() + ",a,,1.000,1.000", "15/4/2026," + reference() + ",b,,1.000,2.500",
                "16/4/2026," + reference() + ",c,,1.000,3.500");
        assertThat(statement.brokenRows()).containsExactly(3);
    }

    @Test
    void twoImportsOfTheSameAtOnceBringEachLineOnce() {
        String[] rows = new String[300];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = "15/4/2026," + reference() + ",dong " + row + ",,1.000,";
        }
        byte[] file = csv(rows).getBytes(StandardCharsets.UTF_8);
        long one = mapped(file, "a.csv");
        long two = mapped(file, "b.csv");
        CountDownLatch start = new CountDownLatch(1);
        var first = atOnce(start, () -> importOf(one));
        var second = atOnce(start, () -> importOf(two));
        start.countDown();
        assertThat(first.join().linesNew() + second.join().linesNew()).isEqualTo(300);
        assertThat(first.join().linesKnown() + second.join().linesKnown()).isEqualTo(300);
    }

    @Test
    void fileIsImportedOnce() {
        long statement = mapped(csv("15/4/2026," + reference() + ",a,,1.000,").getBytes(StandardCharsets.UTF_8), "a.csv");
        importOf(statement);
        assertThatThrownBy(() -> importOf(statement)).isInstanceOf(Refusal.class);
    }

    @Test
    void workbookReadsAsTheSameLines() throws IOException {
        String reference = reference();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "bank", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sao kê");
            sheet.value(0, 0, "NGÂN HÀNG NÔNG NGHIỆP");
            String[] heads = {"STT", "Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"};
            for (int column = 0; column < heads.length; column++) {
                sheet.value(4, column, heads[column]);
            }
            sheet.value(5, 0, 1);
            sheet.value(5, 1, LocalDate.of(2026, 4, 15));
            sheet.style(5, 1).format("dd/mm/yyyy").set();
            sheet.value(5, 2, reference);
            sheet.value(5, 4, 71_807_049L);
            sheet.value(5, 5, 171_807_049L);
            sheet.value(5, 6, "HTX trả nợ kỳ 1");
            sheet.value(6, 1, "16/04/2026 08:15:00");
            sheet.value(6, 2, reference + "B");
            sheet.value(6, 3, "11.000");
            sheet.value(6, 6, "Phí");
        }
        Statement statement = imported(out.toByteArray(), "sao-ke.xlsx");
        assertThat(linesOf(statement)).extracting(Line::paidOn, Line::amount, Line::reference, Line::content).containsExactly(
                org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 4, 15), 71_807_049L, reference, "HTX trả nợ kỳ 1"),
                org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 4, 16), -11_000L, reference + "B", "Phí"));
    }

    @Test
    void headingsAreGuessedAndTheNextFileFindsItsMapping() {
        byte[] file = csv("15/4/2026," + reference() + ",a,,1.000,1.000").getBytes(StandardCharsets.UTF_8);
        long statement = mapped(file, "a.csv");
        assertThat(previews.guess(statements.byId(statement), "Agribank")).isEqualTo(MAPPING);
        long next = staff.as(Role.ACCOUNTANT, () -> uploadStatement.upload(account.id(), "b.csv", file));
        assertThat(statements.byId(next).mappingName()).isEqualTo("Agribank");
    }

    @Test
    void otherFilesAndOtherHeadingsAreRefused() {
        staff.as(Role.ACCOUNTANT, () -> {
            assertThatThrownBy(() -> uploadStatement.upload(account.id(), "a.pdf", new byte[] {'%', 'P', 'D', 'F', 0, 1}))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> uploadStatement.upload(account.id(), "a.csv", new byte[0])).isInstanceOf(Refusal.class);
            long id = uploadStatement.upload(account.id(), "a.csv", "Ngày,Tiền\n1/1/2026,5\n".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> saveMapping.save(id, MAPPING)).isInstanceOfSatisfying(Refusal.class, refusal ->
                    assertThat(refusal.reasons().get(0).code()).isEqualTo("treasury.refused.headings"));
            assertThatThrownBy(() -> importStatement.take(id)).isInstanceOf(Refusal.class);
            return null;
        });
    }

    @Test
    void othersDoNotImport() {
        for (Role role : new Role[] {Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.CONTROLLER, Role.LOAN_OFFICER, Role.BORROWER}) {
            assertThatThrownBy(() -> staff.as(role, () -> uploadStatement.upload(account.id(), "a.csv", new byte[] {1})))
                    .isInstanceOf(NotAllowed.class);
        }
    }
}

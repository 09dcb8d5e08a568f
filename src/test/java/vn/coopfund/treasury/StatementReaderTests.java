package vn.coopfund.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.coopfund.web.Refusal;

class StatementReaderTests {

    private static final ColumnMapping MAPPING = BankModuleTest.MAPPING;

    private final List<BankLine> lines = new ArrayList<>();
    private final List<Integer> faults = new ArrayList<>();

    @Test
    void headingsAreFoundBelowTheBanksOwnTitle() {
        int skipped = read("SAO KÊ TÀI KHOẢN;;\nTừ 01/04;;\n\nSTT;Ngày giao dịch;Nội dung;Ghi có;Ghi nợ;Số dư;Số tham chiếu\n"
                + "1;15/4/2026;\"HTX; trả nợ\";1.000;;5.000;A1\nSố dư cuối kỳ;;;;;5.000;\nTổng;;;1.000;2.000;;\n", StandardCharsets.UTF_8);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.row()).isEqualTo(5);
            assertThat(line.content()).isEqualTo("HTX; trả nợ");
            assertThat(line.balance()).isEqualTo(5_000);
        });
        assertThat(skipped).isEqualTo(2);
        assertThat(faults).isEmpty();
    }

    @Test
    void fileThatNamesItsEncodingIsReadInIt() {
        read("\ufeff" + BankModuleTest.csv("15/4/2026,A,Trả nợ,,1.000,"), StandardCharsets.UTF_16LE);
        assertThat(lines).singleElement().satisfies(line -> assertThat(line.content()).isEqualTo("Trả nợ"));
    }

    @Test
    void oneSignedColumnIsMoneyInAndOut() {
        ColumnMapping signed = new ColumnMapping("x", 1, "Ngày", "Số tiền", "Số tiền", null, "Nội dung", null, "d/M/uuuu", ",", ".", "UTF-8");
        read(signed, "Ngày,Nội dung,Số tiền\n1/4/2026,vào,500\n1/4/2026,ra,-200\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lines).extracting(BankLine::amount).containsExactly(500L, -200L);
    }

    @Test
    void rowsAreCountedInLittleMemory() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            csv.write(BankModuleTest.csv());
            for (int row = 0; row <= StatementReader.MOST_ROWS; row++) {
                csv.write("15/4/2026,R" + row + ",x,,1,\n");
            }
        }
        assertThatThrownBy(() -> read(MAPPING, out.toByteArray())).isInstanceOf(Refusal.class);
    }

    @Test
    void wrongMappingIsSaidBeforeFiveThousandRowsAreWrong() {
        StringBuilder csv = new StringBuilder(BankModuleTest.csv());
        for (int row = 0; row <= StatementReader.MOST_FAULTS; row++) {
            csv.append("hôm nay,R,x,,1,\n");
        }
        assertThatThrownBy(() -> read(csv.toString(), StandardCharsets.UTF_8)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.reasons().get(0).code()).isEqualTo("treasury.refused.faults-many"));
    }

    @Test
    void balanceIsFollowedWhicheverLineStandsFirst() {
        RunningBalance newestFirst = new RunningBalance();
        newestFirst.add(line(1, 300, 600));
        newestFirst.add(line(2, 200, 300));
        newestFirst.add(line(3, 100, 100));
        assertThat(newestFirst.descending()).isTrue();
        assertThat(newestFirst.opening()).isZero();
        assertThat(newestFirst.closing()).isEqualTo(600);
        assertThat(newestFirst.broken()).isEmpty();
    }

    private static BankLine line(int row, long amount, long balance) {
        return new BankLine(row, BankModuleTest.DUE, amount, balance, "x", null);
    }

    private int read(String text, Charset encoding) {
        return read(MAPPING, text.getBytes(encoding));
    }

    private int read(ColumnMapping mapping, byte[] content) {
        return StatementReader.read(StatementFile.kindOf(content), content, mapping, new StatementReader.Sink() {
            @Override
            public void line(BankLine line) {
                lines.add(line);
            }

            @Override
            public void fault(int row, List<String> cells, List<Refusal.Reason> reasons) {
                faults.add(row);
            }
        });
    }
}

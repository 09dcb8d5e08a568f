package vn.coopfund.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.coopfund.risk.GroupMovements.Held;
import vn.coopfund.risk.GroupMovements.Row;

class GroupMovementsTests {

    /** Six loans: one stays and pays, one gets worse, one draws more, one is paid off, one is written off, one is new. */
    private final List<Row> rows = GroupMovements.rows(
            List.of(new Held(1, 1, 500), new Held(2, 1, 300), new Held(3, 2, 100), new Held(4, 3, 80), new Held(5, 5, 70)),
            List.of(new Held(1, 1, 450), new Held(2, 3, 300), new Held(3, 2, 160), new Held(6, 1, 200)),
            Map.of(5L, 60L));

    @Test
    void principalStaysMovesAndIsRepaid() {
        assertThat(rows.get(0)).isEqualTo(new Row(1, 800, 0, 50, 0, List.of(450L, 0L, 300L, 0L, 0L)));
        assertThat(rows.get(1)).isEqualTo(new Row(2, 100, 60, 0, 0, List.of(0L, 160L, 0L, 0L, 0L)));
        assertThat(rows.get(2)).isEqualTo(new Row(3, 80, 0, 80, 0, List.of(0L, 0L, 0L, 0L, 0L)));
    }

    @Test
    void whatIsWrittenOffIsNotRepaidAndWhatIsNewHasNoGroupBefore() {
        assertThat(rows.get(4)).isEqualTo(new Row(5, 70, 0, 10, 60, List.of(0L, 0L, 0L, 0L, 0L)));
        assertThat(rows.get(5)).isEqualTo(new Row(null, 0, 200, 0, 0, List.of(200L, 0L, 0L, 0L, 0L)));
    }

    @Test
    void everyRowAddsUp() {
        assertThat(rows).hasSize(6).allSatisfy(row ->
                assertThat(row.opening() + row.drawn() - row.repaid() - row.writtenOff()).isEqualTo(row.closing()));
        assertThat(GroupMovements.total(rows)).isEqualTo(new Row(null, 1050, 260, 140, 60, List.of(650L, 160L, 300L, 0L, 0L)));
    }
}

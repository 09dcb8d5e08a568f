package vn.coopfund.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.coopfund.ModuleTest;

class NumberSeriesModuleTests extends ModuleTest {

    @Autowired
    NumberSeries series;
    @Autowired
    PlatformTransactionManager transactions;

    final String kind = UUID.randomUUID().toString();

    @Test
    void countsFromOneForEachKindAndYear() {
        assertThat(take(kind, 2026)).isEqualTo(1);
        assertThat(take(kind, 2026)).isEqualTo(2);
        assertThat(take(kind, 2027)).isEqualTo(1);
        assertThat(take(kind + "x", 2026)).isEqualTo(1);
    }

    @Test
    void givesTheNumberOfAFailedActAgain() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            series.next(kind, 2026);
            status.setRollbackOnly();
        });
        assertThat(take(kind, 2026)).isEqualTo(1);
    }

    @Test
    void numbersNothingOutsideATransaction() {
        assertThatThrownBy(() -> series.next(kind, 2026)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void leavesNoGapAndNoTwinsWhenManyTakeAtOnce() throws Exception {
        ExecutorService takers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> taken = IntStream.range(0, 40).mapToObj(i -> takers.submit(() -> take(kind, 2026))).toList();
            List<Long> numbers = new java.util.ArrayList<>();
            for (Future<Long> number : taken) {
                numbers.add(number.get());
            }
            assertThat(numbers).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
        } finally {
            takers.shutdownNow();
        }
    }

    @Test
    void writesTheNumberAsPapersBearIt() {
        assertThat(NumberSeries.written(12, 2026, "HĐTD-QHTX")).isEqualTo("0012/2026/HĐTD-QHTX");
        assertThat(NumberSeries.written(12345, 2026, "HĐTD-QHTX")).isEqualTo("12345/2026/HĐTD-QHTX");
    }

    private long take(String kind, int year) {
        return new TransactionTemplate(transactions).execute(status -> series.next(kind, year));
    }
}

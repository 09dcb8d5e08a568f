package vn.coopfund.bench;

import java.nio.file.Path;
import java.util.Map;

/** A back-dated payment on a loan with 2,000 events: the pure part, replayed from the first fact. */
final class ReplayBench implements Bench {

    @Override
    public void run(Path folder) throws Exception {
        Map<String, Long> nanos = Jmh.nanos(LongLife.class);
        Table table = new Table("A loan with many events, replayed", "life", "events", "ms (≤ 200 at 2,000)",
                "ns an event");
        for (LongLife.Kind kind : LongLife.Kind.values()) {
            for (int events : new int[] {500, 2_000}) {
                long taken = nanos.get("backDate " + events + " " + kind);
                table.row(kind.words, events, taken / 1_000_000 + "." + taken / 100_000 % 10, taken / events);
            }
        }
        table.write(folder.resolve("replay.md"),
                "Steady nanoseconds an event mean that the work is linear. It is limited by exact interest beyond 64",
                "bits: each event runs each overdue row's charges, and each new level payment is solved exactly.");
    }
}

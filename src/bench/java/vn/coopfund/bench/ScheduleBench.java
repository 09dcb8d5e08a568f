package vn.coopfund.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.coopfund.schedule.RepaymentMethod;

/** A schedule of 60 rows of each method against the same arithmetic in bare loops, in one run. */
final class ScheduleBench implements Bench {

    /** What a common library takes for such a schedule. */
    private static final long USUAL_NANOS = 550_000;

    @Override
    public void run(Path folder) throws Exception {
        Map<String, Long> nanos = Jmh.nanos(SixtyRows.class);
        Table table = new Table("A schedule of 60 rows", "method", "schedule, ns", "bare loop, ns", "ratio (≤ 3)",
                "of 0.55 ms (≥ 20 times faster)");
        for (RepaymentMethod method : RepaymentMethod.values()) {
            long schedule = nanos.get("schedule " + method);
            long bare = nanos.get("bare " + method);
            table.row(method, schedule, bare, tenths(schedule * 10 / bare), tenths(USUAL_NANOS * 10 / schedule));
        }
        table.write(folder.resolve("schedule.md"), String.join("\n", List.of(
                "500,000,000 at 6.6 % on ACT/365, monthly from 15/01/2026. The schedule checks its terms, makes the due",
                "dates, the rows and the totals; the bare loop has no checks, no types but `long` and the calendar's",
                "`plusMonths`, and writes principal, interest and balance into arrays. A level payment is exact in both: the",
                "bare loop solves it in integers beyond 64 bits, the schedule between two bounds of 64 bits, and only where",
                "these do not round alike in such integers. The rest is limited by the calendar and by the objects of the",
                "rows.")));
    }

    private static String tenths(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}

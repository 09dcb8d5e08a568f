package vn.coopfund.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.coopfund.ledger.LedgerBench;
import vn.coopfund.servicing.DayCloseBench;
import vn.coopfund.servicing.ExportBench;
import vn.coopfund.servicing.RepaymentsBench;
import vn.coopfund.simulation.SimulationBench;

/** Runs every bench, or those named, and leaves their tables in {@code target/bench}. */
public final class Benches {

    private static final Map<String, Bench> ALL = new LinkedHashMap<>();

    static {
        ALL.put("schedule", new ScheduleBench());
        ALL.put("replay", new ReplayBench());
        ALL.put("ledger", new LedgerBench());
        ALL.put("repayments", new RepaymentsBench());
        ALL.put("day-close", new DayCloseBench());
        ALL.put("export", new ExportBench());
        ALL.put("simulation", new SimulationBench());
    }

    private Benches() {
    }

    public static void main(String[] names) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        for (String name : names.length == 0 ? ALL.keySet() : List.of(names)) {
            ALL.get(name).run(folder);
        }
    }
}

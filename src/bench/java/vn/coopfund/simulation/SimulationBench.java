package vn.coopfund.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.coopfund.CoopfundApplication;
import vn.coopfund.FreshDatabase;
import vn.coopfund.bench.Bench;

/**
 * A thousand simulated years, two at a time: how many facts they are, how many were refused, broken off or done at once,
 * and which seeds broke a rule. Fewer or other seeds, or longer years: {@code -Dsimulation.seeds=100
 * -Dsimulation.first=5000 -Dsimulation.facts=300}.
 */
public final class SimulationBench implements Bench {

    private static final long FIRST = Long.getLong("simulation.first", 1);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 1000);
    private static final int AT_ONCE = 2;
    /** A program and a database of its own for so many, so that the last fund finds tables as small as the first. */
    private static final int A_PROGRAM = 100;

    private final Tally tally = new Tally();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    @Override
    public void run(Path folder) throws Exception {
        long began = System.nanoTime();
        for (int done = 0; done < SEEDS; done += A_PROGRAM) {
            years(FIRST + done, Math.min(A_PROGRAM, SEEDS - done));
            System.out.println("simulation: " + Math.min(done + A_PROGRAM, SEEDS) + " of " + SEEDS + " years, " + broken.size()
                    + " broke a rule");
        }
        write(folder, (System.nanoTime() - began) / 1_000_000_000);
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.peek());
        }
    }

    private void years(long first, int many) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(CoopfundApplication.class)
                .initializers(new FreshDatabase()).run("--server.port=0")) {
            List<Future<?>> years = new ArrayList<>();
            for (long seed = first; seed < first + many; seed++) {
                long one = seed;
                years.add(hands.submit(() -> year(program, one)));
            }
            for (Future<?> year : years) {
                year.get();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private void year(ConfigurableApplicationContext program, long seed) {
        try {
            tally.add(new Simulation(program, seed).run(Simulation.FACTS));
        } catch (AssertionError failed) {
            broken.add(failed.getMessage());
        }
    }

    private void write(Path folder, long seconds) throws IOException {
        StringBuilder table = new StringBuilder("# Simulated years: %d seeds from %d on, %d facts each, %d s%n%n".formatted(SEEDS, FIRST,
                Simulation.FACTS, seconds));
        table.append("| fact | done | refused | of all refused | broken off | at once |\n|---|---|---|---|---|---|\n");
        tally.lines().forEach((fact, line) -> row(table, fact, line));
        row(table, "all", tally.sum());
        table.append("\nSeeds that broke a rule: ").append(broken.size()).append(".\n");
        broken.forEach(one -> table.append("```\n").append(one).append("\n```\n"));
        Files.writeString(folder.resolve("simulation.md"), table);
        System.out.println(table);
    }

    private static void row(StringBuilder table, String fact, Tally.Line line) {
        table.append("| %s | %d | %d | %s %% | %d | %d |%n".formatted(fact, line.done, line.refused, String.format(Locale.ROOT, "%.0f",
                100.0 * line.refused / Math.max(1, line.done + line.refused)), line.broken, line.atOnce));
    }
}

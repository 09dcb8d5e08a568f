package vn.coopfund.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.coopfund.ModuleTest;

/**
 * Simulated years, each in a fund of its own. One seed is replayed by {@code -Dsimulation.seed=7}, longer years are made by
 * {@code -Dsimulation.facts=300}; a thousand seeds are the bench {@code simulation}.
 */
class SimulatedYearModuleTests extends ModuleTest {

    private static final List<Long> SEEDS = Long.getLong("simulation.seed") != null ? List.of(Long.getLong("simulation.seed"))
            : LongStream.rangeClosed(1, 10).boxed().toList();

    /** How often a kind of fact has to succeed over all seeds; what is not named here, once. */
    private static final Map<String, Integer> OFTEN = Map.of("receipt", 25, "contract signed", 25, "loan paid out", 20,
            "act on a loan decided", 10, "statement imported", 12, "order of money", 12, "day closed", 400, LoanFacts.AGAIN, 0,
            BankFacts.RARE, 0);

    @Autowired
    ApplicationContext program;

    @TestFactory
    Stream<DynamicTest> booksStayRightWhateverHappens() {
        Tally all = new Tally();
        Stream<DynamicTest> years = SEEDS.stream().map(seed -> DynamicTest.dynamicTest("seed " + seed,
                () -> all.add(new Simulation(program, seed).run(Simulation.FACTS))));
        return Stream.concat(years, Stream.of(DynamicTest.dynamicTest("enough of it happened", () -> enoughHappened(all))));
    }

    /** A simulator whose facts are refused proves nothing. */
    private static void enoughHappened(Tally all) {
        System.out.println("Simulated years: " + SEEDS.size() + " seeds, " + all.sum());
        all.lines().forEach((fact, line) -> System.out.println("  " + fact + ": " + line));
        if (SEEDS.size() > 1) {
            assertThat(all.lines()).allSatisfy((fact, line) -> assertThat(line.done).as(fact)
                    .isGreaterThanOrEqualTo(OFTEN.getOrDefault(fact, 1)));
            assertThat(all.lines().get(LoanFacts.AGAIN).done).isZero();
            assertThat(all.sum().refused).isLessThan(all.sum().done / 5);
            assertThat(all.sum().broken).isGreaterThan(90);
            assertThat(all.sum().atOnce).isGreaterThan(60);
        }
    }
}

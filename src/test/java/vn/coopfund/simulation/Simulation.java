package vn.coopfund.simulation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import vn.coopfund.access.Actor;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.database.FrailDataSource;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.NewContribution;
import vn.coopfund.funding.ProposeContribution;
import vn.coopfund.money.Dong;
import vn.coopfund.web.Refusal;

/**
 * A fund's life by chance: a seed says what its people do next, through the acts that pages and calls use, and after
 * every step the {@link Invariants} are asked. Some steps break in the middle, at a moment that the seed chooses among
 * the statements and commits of the act: then nothing of it is there or all, and the act is done again. Some are done by
 * two people at once: the same thing, or two different ones.
 *
 * <p>The same seed makes the same steps, on any database. Only where two work at once the outcome is one of two, and what
 * follows on it may differ; the invariants hold in both.
 */
final class Simulation {

    /** How many facts make a year of a seed, beside the days that pass. */
    static final int FACTS = Integer.getInteger("simulation.facts", 36);

    private static final int PERCENT_BROKEN = 18;
    private static final int PERCENT_AT_ONCE = 12;
    private static final int STEPS_BETWEEN_LOOKS = 12;
    private static final int STEPS_TOLD = 15;
    private static final long CAPITAL = 3_000_000_000L;
    private static final Set<String> AT_ONCE = Set.of("23505", "23P01", "40001", "40P01", "55P03", "23514");

    private enum Came { DONE, REFUSED, BROKEN }

    private record Outcome(Came came, String words, Throwable failure) {
    }

    private final long seed;
    private final Fund fund;
    private final PeriodFacts periods;
    private final List<Fact> facts;
    private final BankFacts bank;
    private final Invariants invariants;
    private final Traces traces;
    private final FrailDataSource frail;
    private final LocalDate begins;
    private final Tally tally = new Tally();
    private final List<String> told = new ArrayList<>();
    /** How many moments the act of a kind had when it was last done. */
    private final Map<String, Integer> moments = new HashMap<>();

    Simulation(ApplicationContext program, long seed) {
        this.seed = seed;
        begins = LocalDate.of(2025, 7, 1).plusDays(Math.floorMod(seed * 37, 180));
        fund = new Fund(program, seed, begins);
        frail = (FrailDataSource) program.getBean(DataSource.class);
        periods = new PeriodFacts(fund);
        bank = new BankFacts(fund);
        facts = Stream.of(new LoanFacts(fund).all(), new MoneyFacts(fund).all(), bank.all(), periods.all())
                .flatMap(List::stream).toList();
        facts.forEach(fact -> tally.of(fact.name()));
        invariants = new Invariants(fund);
        traces = new Traces(fund);
    }

    /** Lets so many facts happen. */
    Tally run(int many) {
        open();
        int step = 0;
        while (step < many) {
            Fact fact = draw();
            Optional<Deed> deed = fact.next().get();
            if (deed.isPresent()) {
                step++;
                happen(step, fact, deed.get());
                for (long days = fund.between(0, 3); days > 0; days--) {
                    happen(step, dayClosed(), periods.dayClosed().orElseThrow());
                }
                if (step % STEPS_BETWEEN_LOOKS == 0 || step == many) {
                    lookDeeply(step);
                }
            }
        }
        return tally;
    }

    /** Capital at the bank, so that there is something to lend. */
    private void open() {
        long waits = fund.as(Role.ACCOUNTANT, () -> fund.the(ProposeContribution.class).propose(new NewContribution(
                "PROVINCIAL_BUDGET", Dong.of(CAPITAL), fund.today(), "QĐ 12/QĐ-UBND")).id());
        fund.as(Role.CHIEF_ACCOUNTANT, () -> fund.the(ConfirmContribution.class).confirm(waits));
    }

    private Fact draw() {
        int chosen = fund.random.nextInt(facts.stream().mapToInt(Fact::weight).sum());
        for (Fact fact : facts) {
            chosen -= fact.weight();
            if (chosen < 0) {
                return fact;
            }
        }
        throw new IllegalStateException();
    }

    private Fact dayClosed() {
        return facts.stream().filter(fact -> fact.name().equals("day closed")).findFirst().orElseThrow();
    }

    private void happen(int step, Fact fact, Deed deed) {
        int chance = fund.random.nextInt(100);
        int moment = 1 + fund.random.nextInt(moments.getOrDefault(fact.name(), 60) + 2);
        told.add("%4d %s  %s: %s".formatted(step, fund.today(), fact.name(), deed.words()));
        if (chance < PERCENT_BROKEN) {
            breakOff(fact, deed, moment);
        } else if (chance < PERCENT_BROKEN + PERCENT_AT_ONCE) {
            atOnce(fact, deed);
        } else {
            count(fact, doneBy(fact, deed.who(), deed, 0), false);
        }
        invariants.broken().ifPresent(this::fail);
    }

    /** The connection is lost at a moment of the act: nothing of it is there, or all; and done again it is there once. */
    private void breakOff(Fact fact, Deed deed, int moment) {
        String before = traces.now();
        Outcome outcome = doneBy(fact, deed.who(), deed, moment);
        if (outcome.came() != Came.BROKEN) {
            count(fact, outcome, false);
            return;
        }
        tally.of(fact.name()).broken++;
        tell("broken at moment " + moment);
        if (traces.now().equals(before)) {
            count(fact, doneBy(fact, deed.who(), deed, 0), false);
            return;
        }
        invariants.broken().ifPresent(this::fail);
        tally.of(fact.name()).done++;
        if (deed.again() != Deed.Again.MORE) {
            Outcome again = doneBy(fact, deed.who(), deed, 0);
            tell("again: " + again.words());
            if (again.came() == Came.DONE && deed.again() == Deed.Again.REFUSED) {
                fail("what was done before its answer was lost is not done again: " + fact.name());
            }
            failUnlessRefused(again, true);
        }
    }

    /** Two people at the same time: the same act, or any other beside it. */
    private void atOnce(Fact fact, Deed deed) {
        Fact otherFact = fund.chance(50) ? fact : draw();
        Optional<Deed> other = otherFact == fact ? Optional.of(deed).filter(one -> one.again() != Deed.Again.MORE)
                : otherFact.next().get();
        if (other.isEmpty()) {
            count(fact, doneBy(fact, deed.who(), deed, 0), false);
            return;
        }
        tally.of(fact.name()).atOnce++;
        tell("at once with " + (otherFact == fact ? "the same" : otherFact.name() + ": " + other.get().words()));
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Outcome> second = CompletableFuture.supplyAsync(
                () -> afterBoth(start, other.get().colleague(), other.get()), work -> new Thread(work).start());
        Outcome one = afterBoth(start, deed.who(), deed);
        Outcome two = second.join();
        count(fact, one, true);
        count(otherFact, two, true);
        if (otherFact == fact && one.came() == Came.DONE && two.came() == Came.DONE && deed.again() == Deed.Again.REFUSED) {
            fail("of two who do the same one is refused: " + fact.name());
        }
    }

    private Outcome afterBoth(CyclicBarrier start, Actor who, Deed deed) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException stopped) {
            throw new IllegalStateException(stopped);
        }
        return done(who, deed);
    }

    private Outcome doneBy(Fact fact, Actor who, Deed deed, int moment) {
        Outcome[] outcome = new Outcome[1];
        FrailDataSource.Watch watch = frail.watch(moment, () -> outcome[0] = done(who, deed));
        if (watch.broke()) {
            return new Outcome(Came.BROKEN, "broken", null);
        }
        moments.put(fact.name(), watch.moments());
        return outcome[0];
    }

    private Outcome done(Actor who, Deed deed) {
        try {
            fund.as(who, deed.act());
            return new Outcome(Came.DONE, "done", null);
        } catch (RuntimeException failure) {
            return new Outcome(Came.REFUSED, failure.toString().lines().findFirst().orElse(""), failure);
        }
    }

    private void count(Fact fact, Outcome outcome, boolean together) {
        tell(outcome.words());
        Tally.Line line = tally.of(fact.name());
        line.done += outcome.came() == Came.DONE ? 1 : 0;
        line.refused += outcome.came() == Came.REFUSED ? 1 : 0;
        failUnlessRefused(outcome, together);
    }

    /** An act is done or refused in words; where two wrote the same the database refuses one of them. */
    private void failUnlessRefused(Outcome outcome, boolean clashes) {
        Throwable failure = outcome.failure();
        if (failure != null && !(failure instanceof Refusal) && !(failure instanceof NotAllowed) && !(clashes && isClash(failure))) {
            throw new AssertionError(report("an act is done or refused: " + failure), failure);
        }
    }

    private static boolean isClash(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(cause ->
                cause instanceof SQLException sql && AT_ONCE.contains(String.valueOf(sql.getSQLState()))
                        || cause instanceof ConcurrencyFailureException
                        || cause.getClass().getSimpleName().equals("OptimisticLockingException"));
    }

    private void lookDeeply(int step) {
        LocalDate earlier = begins.plusDays(fund.between(0, begins.until(fund.today(), java.time.temporal.ChronoUnit.DAYS)));
        invariants.brokenInDepth(earlier).ifPresent(this::fail);
        bank.missing().ifPresent(this::fail);
    }

    private void tell(String words) {
        told.set(told.size() - 1, told.get(told.size() - 1) + " | " + words);
    }

    private void fail(String broken) {
        throw new AssertionError(report(broken));
    }

    private String report(String broken) {
        return """
                Seed %d broke a rule after %d steps of fund %d:
                %s
                The last steps:
                %s
                It is replayed by: mvn -Dtest=SimulatedYearModuleTests -Dsimulation.seed=%d -Dsimulation.facts=%d test""".formatted(seed, told.size(),
                fund.id, broken, String.join("\n", told.subList(Math.max(0, told.size() - STEPS_TOLD), told.size())), seed,
                FACTS);
    }
}

package vn.coopfund.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Times of a class of JMH methods, all in one run: the best of many short rounds, as other work only makes it slower. */
final class Jmh {

    private Jmh() {
    }

    /** Nanoseconds a call, by method and, if it has parameters, their values: {@code "bare EQUAL_PRINCIPAL"}. */
    static Map<String, Long> nanos(Class<?> methods) throws RunnerException {
        Map<String, Long> nanos = new TreeMap<>();
        new Runner(new OptionsBuilder().include("\\." + methods.getSimpleName() + "\\.")
                .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).forks(1)
                .warmupIterations(6).warmupTime(TimeValue.seconds(1))
                .measurementIterations(40).measurementTime(TimeValue.milliseconds(50)).build()).run()
                .forEach(result -> nanos.put(name(result.getParams()),
                        Math.round(result.getPrimaryResult().getStatistics().getMin())));
        return nanos;
    }

    private static String name(org.openjdk.jmh.infra.BenchmarkParams params) {
        StringBuilder name = new StringBuilder(params.getBenchmark().replaceAll(".*\\.", ""));
        params.getParamsKeys().forEach(key -> name.append(' ').append(params.getParam(key)));
        return name.toString();
    }
}

package vn.coopfund.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.coopfund.schedule.ScheduleRequest.PrincipalRequest;
import vn.coopfund.schedule.ScheduleRequest.RateRequest;
import vn.coopfund.schedule.ScheduleRequest.RhythmRequest;
import vn.coopfund.schedule.ScheduleRequest.TrancheRequest;

class ScheduleRequestTests {

    /** The request of the interface, one part of it changed. */
    private static final class Ask {
        BigDecimal principal = new BigDecimal("500000000");
        String disbursedOn = "2026-01-15";
        RateRequest rate = new RateRequest("6.6", "YEAR", null);
        String method = "EQUAL_PRINCIPAL";
        BigDecimal instalments = new BigDecimal(8);
        RhythmRequest every = new RhythmRequest(new BigDecimal(3), "MONTH");
        String firstDueOn = "2026-04-15";
        String dayCount = "ACT_365";
        List<PrincipalRequest> principals;
        BigDecimal principalGrace;
        RhythmRequest interestEvery;
        BigDecimal instalmentMultiple;
        String workingDays;
        List<TrancheRequest> tranches;
        String interestRounding;

        ScheduleRequest request() {
            return new ScheduleRequest(principal, disbursedOn, rate, method, instalments, every, firstDueOn, dayCount,
                    principals, principalGrace, interestEvery, instalmentMultiple, workingDays, null, tranches,
                    interestRounding);
        }
    }

    @FunctionalInterface
    private interface Change {
        void to(Ask ask);
    }

    private static ScheduleRequest.Answer answer(Change change) {
        Ask ask = new Ask();
        change.to(ask);
        return ask.request().answer(WorkingDays.WEEKENDS_OFF);
    }

    private static Arguments wrong(String expected, Change change) {
        return Arguments.of(expected, change);
    }

    @Test
    void answersTheExampleOfTheInterface() {
        assertThat(answer(ask -> { }).schedule().totals())
                .isEqualTo(new RepaymentSchedule.Totals(500_000_000, 37_045_890, 537_045_890));
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong("principal schedule.required", ask -> ask.principal = null),
                wrong("principal schedule.amount.positive", ask -> ask.principal = BigDecimal.ZERO),
                wrong("principal schedule.amount.positive", ask -> ask.principal = new BigDecimal(-1)),
                wrong("principal schedule.number.whole", ask -> ask.principal = new BigDecimal("1.5")),
                wrong("principal schedule.amount.tooLarge", ask -> ask.principal = new BigDecimal("1000000000000001")),
                wrong("principal schedule.amount.tooLarge", ask -> ask.principal = new BigDecimal("1e999999")),
                wrong("principal schedule.amount.positive", ask -> ask.principal = new BigDecimal("-1e999999")),
                wrong("principal schedule.number.whole", ask -> ask.principal = new BigDecimal("1e-999999")),
                wrong("disbursedOn schedule.required", ask -> ask.disbursedOn = null),
                wrong("disbursedOn schedule.date.invalid", ask -> ask.disbursedOn = "2026-02-30"),
                wrong("disbursedOn schedule.date.invalid", ask -> ask.disbursedOn = "15/01/2026"),
                wrong("disbursedOn schedule.date.range", ask -> ask.disbursedOn = "1899-12-31"),
                wrong("rate schedule.required", ask -> ask.rate = null),
                wrong("rate.value schedule.required", ask -> ask.rate = new RateRequest(null, "YEAR", null)),
                wrong("rate.value schedule.rate.figure", ask -> ask.rate = new RateRequest("6,6", "YEAR", null)),
                wrong("rate.value schedule.rate.figure", ask -> ask.rate = new RateRequest("1e2", "YEAR", null)),
                wrong("rate.value schedule.rate.range", ask -> ask.rate = new RateRequest("-0.1", "YEAR", null)),
                wrong("rate.value schedule.rate.range", ask -> ask.rate = new RateRequest("100.01", "YEAR", null)),
                wrong("rate.value schedule.rate.decimals",
                        ask -> ask.rate = new RateRequest("0.000000000000000000001", "YEAR", null)),
                wrong("rate.unit schedule.required", ask -> ask.rate = new RateRequest("6.6", null, null)),
                wrong("rate.unit schedule.word.unknown", ask -> ask.rate = new RateRequest("6.6", "WEEK", null)),
                wrong("rate.conversion schedule.required", ask -> ask.rate = new RateRequest("0.5", "MONTH", null)),
                wrong("rate.conversion schedule.word.unknown",
                        ask -> ask.rate = new RateRequest("0.5", "MONTH", "TIMES_13")),
                wrong("method schedule.required", ask -> ask.method = null),
                wrong("method schedule.word.unknown", ask -> ask.method = "equal_principal"),
                wrong("instalments schedule.required", ask -> ask.instalments = null),
                wrong("instalments schedule.number.least", ask -> ask.instalments = BigDecimal.ZERO),
                wrong("instalments schedule.number.least", ask -> ask.instalments = new BigDecimal(-8)),
                wrong("instalments schedule.number.whole", ask -> ask.instalments = new BigDecimal("8.5")),
                wrong("instalments schedule.rows.tooMany", ask -> ask.instalments = new BigDecimal(601)),
                wrong("instalments schedule.rows.tooMany", ask -> ask.instalments = new BigDecimal("1e30")),
                wrong("instalments schedule.ends.tooLate", ask -> ask.instalments = new BigDecimal(600),
                        ask -> ask.every = new RhythmRequest(BigDecimal.ONE, "YEAR"), ask -> ask.firstDueOn = null),
                wrong("instalments schedule.rows.tooMany", ask -> ask.instalments = new BigDecimal(201),
                        ask -> ask.interestEvery = new RhythmRequest(BigDecimal.ONE, "MONTH")),
                wrong("every schedule.required", ask -> ask.every = null),
                wrong("every.count schedule.required", ask -> ask.every = new RhythmRequest(null, "MONTH")),
                wrong("every.count schedule.number.range",
                        ask -> ask.every = new RhythmRequest(BigDecimal.ZERO, "MONTH")),
                wrong("every.unit schedule.word.unknown",
                        ask -> ask.every = new RhythmRequest(BigDecimal.ONE, "QUARTER")),
                wrong("dayCount schedule.required", ask -> ask.dayCount = null),
                wrong("dayCount schedule.word.unknown", ask -> ask.dayCount = "ACT_364"),
                wrong("firstDueOn schedule.firstDueOn.after", ask -> ask.firstDueOn = "2026-01-15"),
                wrong("firstDueOn schedule.firstDueOn.after", ask -> ask.firstDueOn = "2026-01-14"),
                wrong("firstDueOn schedule.date.invalid", ask -> ask.firstDueOn = "soon"),
                wrong("principalGrace schedule.grace.tooLong", ask -> ask.principalGrace = new BigDecimal(8)),
                wrong("principalGrace schedule.number.least", ask -> ask.principalGrace = new BigDecimal(-1)),
                wrong("interestEvery schedule.interestEvery.divides",
                        ask -> ask.interestEvery = new RhythmRequest(new BigDecimal(2), "MONTH")),
                wrong("interestEvery schedule.interestEvery.divides",
                        ask -> ask.interestEvery = new RhythmRequest(BigDecimal.ONE, "DAY")),
                wrong("interestEvery schedule.interestEvery.method", ask -> ask.method = "EQUAL_INSTALMENT",
                        ask -> ask.interestEvery = new RhythmRequest(BigDecimal.ONE, "MONTH")),
                wrong("instalmentMultiple schedule.multiple.method", ask -> ask.method = "BULLET",
                        ask -> ask.instalmentMultiple = new BigDecimal(1000)),
                wrong("instalmentMultiple schedule.amount.positive", ask -> ask.instalmentMultiple = BigDecimal.ZERO),
                wrong("workingDays schedule.word.unknown", ask -> ask.workingDays = "FOLLOWING"),
                wrong("workingDays schedule.workingDays.first", ask -> ask.workingDays = "PREVIOUS",
                        ask -> ask.disbursedOn = "2026-01-17", ask -> ask.firstDueOn = "2026-01-18"),
                wrong("interestRounding schedule.word.unknown", ask -> ask.interestRounding = "HALF_DOWN"),
                wrong("tranches schedule.sum", ask -> ask.tranches = List.of(tranche("2026-01-15", 1))),
                wrong("tranches[0].on schedule.tranches.first",
                        ask -> ask.tranches = List.of(tranche("2026-01-16", 500_000_000))),
                wrong("tranches[1].on schedule.date.order", ask -> ask.tranches =
                        List.of(tranche("2026-01-15", 300_000_000), tranche("2026-01-15", 200_000_000))),
                wrong("tranches[1].amount schedule.amount.positive", ask -> ask.tranches =
                        List.of(tranche("2026-01-15", 500_000_000), tranche("2026-02-15", 0))),
                wrong("tranches[1].on schedule.tranches.last", ask -> ask.tranches =
                        List.of(tranche("2026-01-15", 300_000_000), tranche("2028-01-15", 200_000_000))),
                wrong("principals schedule.principals.method",
                        ask -> ask.principals = List.of(agreed("2026-07-01", 500_000_000))),
                wrong("principals schedule.required", ask -> custom(ask)),
                wrong("principals schedule.sum", ask -> custom(ask, agreed("2026-07-01", 1))),
                wrong("principals[1].dueOn schedule.date.order", ask ->
                        custom(ask, agreed("2026-07-01", 1), agreed("2026-07-01", 499_999_999))),
                wrong("principals[0].dueOn schedule.date.order",
                        ask -> custom(ask, agreed("2026-01-15", 500_000_000))),
                wrong("principals[0].amount schedule.amount.negative", ask ->
                        custom(ask, agreed("2026-07-01", -1), agreed("2026-08-01", 500_000_001))),
                wrong("principals[0].amount schedule.required", ask -> custom(ask,
                        new PrincipalRequest("2026-07-01", null), agreed("2026-08-01", 400_000_000))),
                wrong("tranches[0].amount schedule.number.whole", ask -> ask.tranches = List.of(
                        new TrancheRequest("2026-01-15", new BigDecimal("0.5")), tranche("2026-02-15", 200_000_000))),
                wrong("principals[0].amount schedule.principals.drawn", ask ->
                        custom(ask, agreed("2026-07-01", 400_000_000), agreed("2026-08-01", 100_000_000)),
                        ask -> ask.tranches =
                                List.of(tranche("2026-01-15", 300_000_000), tranche("2026-07-15", 200_000_000))));
    }

    private static Arguments wrong(String expected, Change... changes) {
        return wrong(expected, (Change) ask -> Stream.of(changes).forEach(change -> change.to(ask)));
    }

    private static TrancheRequest tranche(String on, long amount) {
        return new TrancheRequest(on, BigDecimal.valueOf(amount));
    }

    private static PrincipalRequest agreed(String dueOn, long amount) {
        return new PrincipalRequest(dueOn, BigDecimal.valueOf(amount));
    }

    private static void custom(Ask ask, PrincipalRequest... rows) {
        ask.method = "CUSTOM";
        ask.instalments = null;
        ask.every = null;
        ask.firstDueOn = null;
        ask.principals = List.of(rows);
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void namesTheOneThingThatIsWrong(String expected, Change change) {
        assertThat(answer(change).violations()).extracting(v -> v.field() + " " + v.code()).containsExactly(expected);
    }

    @Test
    void namesEveryErrorAtOnce() {
        assertThat(answer(ask -> {
            ask.principal = new BigDecimal(-5);
            ask.rate = new RateRequest("101", "YEAR", null);
            ask.firstDueOn = "2025-01-01";
            ask.dayCount = "x";
            ask.principalGrace = new BigDecimal(9);
        }).violations()).extracting(Violation::field)
                .containsExactlyInAnyOrder("principal", "rate.value", "firstDueOn", "dayCount", "principalGrace");
    }

    @Test
    void bearsARequestThatSaysNothing() {
        var nothing = new ScheduleRequest(null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
        assertThat(nothing.answer(WorkingDays.WEEKENDS_OFF).violations()).extracting(Violation::field)
                .containsExactlyInAnyOrder("principal", "disbursedOn", "rate", "method", "instalments", "every",
                        "dayCount");
    }

    @Test
    void takesAgreedRowsWithOrWithoutARhythm() {
        Change rows = ask -> custom(ask, agreed("2026-07-01", 0), agreed("2026-12-01", 500_000_000));
        assertThat(answer(rows).schedule().rows()).hasSize(2);
        assertThat(answer(ask -> {
            rows.to(ask);
            ask.every = new RhythmRequest(BigDecimal.ONE, "MONTH");
            ask.instalments = new BigDecimal(2);
        }).schedule().rows()).hasSize(2);
    }

    @Test
    void takesSixHundredRows() {
        assertThat(answer(ask -> {
            ask.instalments = new BigDecimal(600);
            ask.every = new RhythmRequest(BigDecimal.ONE, "MONTH");
        }).schedule().rows()).hasSize(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void hasATextForEveryCode(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(getClass().getResourceAsStream(
                "/messages/schedule_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        List<String> codes = wrongs().map(a -> ((String) a.get()[0]).split(" ")[1]).distinct().toList();
        assertThat(texts.stringPropertyNames()).containsAll(codes);
    }
}

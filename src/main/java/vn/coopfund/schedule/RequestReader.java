package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.ScheduleRequest.PrincipalRequest;
import vn.coopfund.schedule.ScheduleRequest.RateRequest;
import vn.coopfund.schedule.ScheduleRequest.RhythmRequest;
import vn.coopfund.schedule.ScheduleRequest.TrancheRequest;

/** Turns a request into terms, keeping an entry for each field that cannot be read. */
final class RequestReader {

    private static final int LONGEST_FIGURE = 60;

    private final List<Violation> unreadable = new ArrayList<>();
    private final RepaymentTerms terms;

    RequestReader(ScheduleRequest request) {
        terms = read(request);
    }

    RepaymentTerms terms() {
        return terms;
    }

    /** What cannot be read, and what is wrong with the rest; a field is named for its first error only. */
    List<Violation> violations(WorkingDays calendar) {
        List<Violation> all = new ArrayList<>(unreadable);
        for (Violation violation : terms.violations(calendar)) {
            if (all.stream().noneMatch(known -> covers(known.field(), violation.field()))) {
                all.add(violation);
            }
        }
        return List.copyOf(all);
    }

    /** The field itself, a part of it, or the list whose sum an unreadable part spoils. */
    private static boolean covers(String known, String field) {
        return field.equals(known) || field.startsWith(known + ".") || known.startsWith(field + "[");
    }

    private RepaymentTerms read(ScheduleRequest request) {
        RepaymentMethod method = word(RepaymentMethod.class, "method", request.method(), null);
        List<PrincipalDue> principals = principals(request.principals());
        boolean custom = method == RepaymentMethod.CUSTOM;
        boolean counted = request.instalments() != null || !custom;
        long instalments = counted ? required("instalments", request.instalments()) : principals.size();
        return new TermsBuilder(required("principal", request.principal()), date("disbursedOn", request.disbursedOn()))
                .at(rate(request.rate()), word(DayCount.class, "dayCount", request.dayCount(), null))
                .repay(method, asInt(instalments), custom && request.every() == null
                        ? null : rhythm("every", request.every()))
                .principals(principals)
                .firstDueOn(date("firstDueOn", request.firstDueOn()))
                .principalGrace(asInt(optional("principalGrace", request.principalGrace(), 0)))
                .interestEvery(rhythm("interestEvery", request.interestEvery()))
                .instalmentMultiple(optional("instalmentMultiple", request.instalmentMultiple(), 1))
                .workingDays(word(WorkingDayRule.class, "workingDays", request.workingDays(), WorkingDayRule.NONE),
                        request.interestFollows() == null || request.interestFollows())
                .tranches(tranches(request.tranches()))
                .interestRounding(
                        word(Rounding.class, "interestRounding", request.interestRounding(), Rounding.HALF_UP))
                .terms();
    }

    private QuotedRate rate(RateRequest rate) {
        return rate == null ? null : new QuotedRate(percent(rate.value()),
                word(RateUnit.class, "rate.unit", rate.unit(), null),
                word(RateConversion.class, "rate.conversion", rate.conversion(), null));
    }

    private BigDecimal percent(String value) {
        if (value == null) {
            return null;
        }
        if (value.length() > LONGEST_FIGURE || !value.matches("-?\\d+(\\.\\d+)?")) {
            refuse("rate.value", "schedule.rate.figure");
            return null;
        }
        return new BigDecimal(value);
    }

    private Rhythm rhythm(String field, RhythmRequest rhythm) {
        return rhythm == null ? null : new Rhythm(asInt(required(field + ".count", rhythm.count())),
                word(RhythmUnit.class, field + ".unit", rhythm.unit(), null));
    }

    private List<PrincipalDue> principals(List<PrincipalRequest> rows) {
        return rows == null ? List.of() : IntStream.range(0, rows.size()).mapToObj(i -> {
            PrincipalRequest row = rows.get(i) == null ? new PrincipalRequest(null, null) : rows.get(i);
            String field = "principals[" + i + "].";
            return new PrincipalDue(date(field + "dueOn", row.dueOn()), required(field + "amount", row.amount()));
        }).toList();
    }

    private List<Tranche> tranches(List<TrancheRequest> rows) {
        return rows == null ? List.of() : IntStream.range(0, rows.size()).mapToObj(i -> {
            TrancheRequest row = rows.get(i) == null ? new TrancheRequest(null, null) : rows.get(i);
            String field = "tranches[" + i + "].";
            return new Tranche(date(field + "on", row.on()), required(field + "amount", row.amount()));
        }).toList();
    }

    private LocalDate date(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadableDate) {
            refuse(field, "schedule.date.invalid");
            return null;
        }
    }

    private <E extends Enum<E>> E word(Class<E> words, String field, String text, E absent) {
        if (text == null) {
            return absent;
        }
        List<E> known = Arrays.stream(words.getEnumConstants()).filter(word -> word.name().equals(text)).toList();
        if (known.isEmpty()) {
            String allowed = String.join(", ", Stream.of(words.getEnumConstants()).map(Enum::name).toList());
            refuse(field, "schedule.word.unknown", allowed);
            return null;
        }
        return known.get(0);
    }

    private long required(String field, BigDecimal figure) {
        if (figure == null) {
            refuse(field, "schedule.required");
            return 0;
        }
        return whole(field, figure);
    }

    private long optional(String field, BigDecimal figure, long absent) {
        return figure == null ? absent : whole(field, figure);
    }

    /** Whole figures only; what is beyond any bound stays beyond it, so that the right check names it. */
    private long whole(String field, BigDecimal figure) {
        if (figure.signum() != 0 && figure.precision() - (long) figure.scale() > 18) {
            return figure.signum() < 0 ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
        }
        if (figure.stripTrailingZeros().scale() > 0) {
            refuse(field, "schedule.number.whole");
            return 0;
        }
        return figure.longValueExact();
    }

    private static int asInt(long figure) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, figure));
    }

    private void refuse(String field, String code, Object... args) {
        unreadable.add(Violation.of(field, code, args));
    }
}

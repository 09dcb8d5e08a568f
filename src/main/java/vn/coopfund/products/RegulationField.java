package vn.coopfund.products;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;
import vn.coopfund.money.Rounding;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.Part;
import vn.coopfund.schedule.RateConversion;
import vn.coopfund.schedule.RateUnit;
import vn.coopfund.schedule.RepaymentMethod;
import vn.coopfund.schedule.WorkingDayRule;

/**
 * One figure of the regulation: the component of {@link LendingRegulation} of that name, where it stands on a page, and
 * how it is typed. Its label is the message {@code products.regulation.<name>}, its words are {@code <words>.<WORD>}.
 *
 * @param of    the words of a choice, else null
 * @param words the prefix of the words' messages, else null
 */
public record RegulationField(Group group, String name, Kind kind, Class<? extends Enum<?>> of, String words) {

    /** Where it stands on a page. */
    public enum Group { BORROWERS, RATES, REPAYMENT, COLLECTION, AUTHORITY, RISK }

    /** How it is typed and shown. */
    public enum Kind { PERCENT, DAYS, MONTHS, COUNT, AMOUNT, FLAG, CHOICE, CHOICES, ORDER }

    /** All of them, in the order of a page. */
    public static final List<RegulationField> ALL = List.of(
            words(Group.BORROWERS, "borrowerKinds", Kind.CHOICES, EligibleBorrower.class, "products.borrower"),
            plain(Group.BORROWERS, "leastOwnCapital", Kind.PERCENT),
            plain(Group.BORROWERS, "customerLimit", Kind.PERCENT),
            plain(Group.BORROWERS, "groupLimit", Kind.PERCENT),
            plain(Group.BORROWERS, "smallestLoan", Kind.AMOUNT),
            plain(Group.BORROWERS, "longestTermMonths", Kind.MONTHS),
            plain(Group.BORROWERS, "secondOnSite", Kind.FLAG),
            plain(Group.BORROWERS, "offerValidDays", Kind.DAYS),
            plain(Group.BORROWERS, "badDebtCheckDays", Kind.DAYS),
            plain(Group.BORROWERS, "supplementDays", Kind.DAYS),
            plain(Group.RATES, "rate", Kind.PERCENT),
            words(Group.RATES, "rateUnit", Kind.CHOICE, RateUnit.class, "products.rate-unit"),
            words(Group.RATES, "rateConversion", Kind.CHOICE, RateConversion.class, "products.rate-conversion"),
            plain(Group.RATES, "overdueFactor", Kind.PERCENT),
            words(Group.RATES, "overdueScope", Kind.CHOICE, OverdueScope.class, "products.overdue-scope"),
            plain(Group.RATES, "lateInterestRate", Kind.PERCENT),
            words(Group.REPAYMENT, "methods", Kind.CHOICES, RepaymentMethod.class, "products.method"),
            words(Group.REPAYMENT, "defaultMethod", Kind.CHOICE, RepaymentMethod.class, "products.method"),
            plain(Group.REPAYMENT, "monthsBetween", Kind.MONTHS),
            plain(Group.REPAYMENT, "principalGrace", Kind.COUNT),
            plain(Group.REPAYMENT, "interestEvery", Kind.MONTHS),
            plain(Group.REPAYMENT, "instalmentMultiple", Kind.AMOUNT),
            words(Group.REPAYMENT, "dayCount", Kind.CHOICE, DayCount.class, "products.day-count"),
            words(Group.REPAYMENT, "interestRounding", Kind.CHOICE, Rounding.class, "products.rounding"),
            words(Group.REPAYMENT, "workingDays", Kind.CHOICE, WorkingDayRule.class, "products.working-days"),
            plain(Group.REPAYMENT, "interestFollows", Kind.FLAG),
            order("allocationInTerm"),
            order("allocationOverdue"),
            plain(Group.COLLECTION, "noticeDays", Kind.DAYS),
            plain(Group.COLLECTION, "daysAlone", Kind.DAYS),
            plain(Group.COLLECTION, "firstInspectionDays", Kind.DAYS),
            plain(Group.COLLECTION, "inspectionMonths", Kind.MONTHS),
            plain(Group.COLLECTION, "recallDays", Kind.DAYS),
            plain(Group.COLLECTION, "longestExtensionShort", Kind.COUNT),
            plain(Group.COLLECTION, "longestExtension", Kind.COUNT),
            plain(Group.AUTHORITY, "directorSecuredLimit", Kind.AMOUNT),
            plain(Group.AUTHORITY, "directorUnsecuredLimit", Kind.AMOUNT),
            plain(Group.AUTHORITY, "authorityCover", Kind.PERCENT),
            plain(Group.AUTHORITY, "councilQuorumPercent", Kind.COUNT),
            plain(Group.AUTHORITY, "councilLeastVotes", Kind.COUNT),
            words(Group.RISK, "debtRules", Kind.CHOICE, DebtRules.class, "products.debt-rules"),
            plain(Group.RISK, "generalProvision", Kind.PERCENT));

    /** What may be left out. */
    private static final List<String> OPTIONAL = List.of("rateConversion", "interestEvery");

    private static RegulationField plain(Group group, String name, Kind kind) {
        return new RegulationField(group, name, kind, null, null);
    }

    private static RegulationField words(Group group, String name, Kind kind, Class<? extends Enum<?>> of, String words) {
        return new RegulationField(group, name, kind, of, words);
    }

    private static RegulationField order(String name) {
        return new RegulationField(Group.COLLECTION, name, Kind.ORDER, Part.class, "products.part");
    }

    public static List<RegulationField> of(Group group) {
        return ALL.stream().filter(field -> field.group == group).toList();
    }

    public boolean optional() {
        return OPTIONAL.contains(name);
    }

    public String label() {
        return "products.regulation." + name;
    }

    public Object value(LendingRegulation regulation) {
        return RegulationRow.value(regulation, name);
    }

    /** What may be chosen; every order of the four parts where an order is asked for. */
    public List<String> options() {
        return kind == Kind.ORDER ? orders(List.of(Part.values()))
                .map(order -> order.stream().map(Part::name).collect(Collectors.joining(","))).toList()
                : Stream.of(of.getEnumConstants()).map(Enum::name).toList();
    }

    private static Stream<List<Part>> orders(List<Part> parts) {
        return parts.isEmpty() ? Stream.of(List.of()) : parts.stream().flatMap(first ->
                orders(parts.stream().filter(part -> !part.equals(first)).toList())
                        .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    /**
     * What somebody typed.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    Object parse(String typed) {
        return switch (kind) {
            case PERCENT -> decimal(typed);
            case DAYS, MONTHS, COUNT -> Integer.valueOf(typed);
            case AMOUNT -> Dong.of(DongFormat.parse(typed));
            case FLAG -> Boolean.valueOf(typed);
            case CHOICE -> RegulationRow.word(of, typed);
            case CHOICES -> RegulationRow.words(of, typed);
            case ORDER -> Part.order(typed);
        };
    }

    private static BigDecimal decimal(String typed) {
        if (!typed.matches("\\d{1,3}([.,]\\d{1,6})?")) {
            throw new IllegalArgumentException("no percentage: " + typed);
        }
        return new BigDecimal(typed.replace(',', '.'));
    }
}

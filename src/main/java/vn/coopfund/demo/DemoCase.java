package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import vn.coopfund.origination.ApplicationContent;
import vn.coopfund.origination.SecurityKind;

/**
 * One application, how far it came, and how the loan is repaid.
 *
 * @param steps       the names of its steps, in order
 * @param lastStep    when the last of them was taken: a day, or so many days before the first business day
 * @param paidRows    of how many rows the borrower pays
 * @param daysLate    how many days after each due date it pays
 * @param payoffAfter months after which it pays off; null for none
 * @param held        whether the security of the settled loan is still held
 * @param items       what is offered as its security; none where it is only named
 * @param reportedLate money that was reported too late for one person alone; null for none
 */
record DemoCase(String number, String borrower, ApplicationContent content, List<String> steps, String lastStep,
        int paidRows, int daysLate, Integer payoffAfter, boolean held, List<DemoItem> items, MonetaryAmount reportedLate) {

    static List<DemoCase> all() {
        Map<String, String> paths = SeedRow.of("paths").stream()
                .collect(Collectors.toMap(row -> row.text("path"), row -> row.text("steps")));
        Map<String, List<DemoItem>> items = DemoItem.all().stream().collect(Collectors.groupingBy(DemoItem::demoCase));
        return SeedRow.of("cases").stream()
                .map(row -> of(row, paths, items.getOrDefault(row.text("case"), List.of()))).toList();
    }

    private static DemoCase of(SeedRow row, Map<String, String> paths, List<DemoItem> items) {
        List<String> steps = new ArrayList<>(List.of("DRAFT"));
        if (row.has("path")) {
            String path = paths.getOrDefault(row.text("path"), row.text("path"));
            steps.addAll(Arrays.asList(path.split(" ")));
        }
        int signed = steps.indexOf("SIGN");
        if (!items.isEmpty() && signed >= 0 && signed < steps.size() - 1) {
            steps.add(signed + 1, "REGISTER");
        }
        return new DemoCase(row.text("case"), row.text("borrower"), content(row), steps, row.text("on"),
                row.text("pays").equals("all") ? Integer.MAX_VALUE : row.number("pays"),
                row.has("daysLate") ? row.number("daysLate") : 0, row.number("payoffAfter"), row.has("held"),
                items, row.amount("reportedLate"));
    }

    private static ApplicationContent content(SeedRow row) {
        return new ApplicationContent(row.text("project"), row.text("purpose"), row.text("sector"),
                row.amount("totalCost"), row.amount("ownCapital"), row.amount("amount"), row.number("termMonths"),
                row.number("monthsBetween"), SecurityKind.valueOf(row.text("security")), row.text("securityText"),
                row.amount("securityValue"), row.amount("yearlyIncome"), row.amount("yearlyCost"), null);
    }

    LocalDate endsOn(LocalDate firstDay) {
        return lastStep.startsWith("-") ? firstDay.plusDays(Integer.parseInt(lastStep)) : LocalDate.parse(lastStep);
    }

    boolean isDisbursed() {
        return steps.contains("PAY");
    }

    /** The due dates of the contract, if the money left on that day. */
    Stream<LocalDate> dueDates(LocalDate disbursedOn) {
        int between = content.monthsBetween();
        return Stream.iterate(1, row -> row + 1).limit(content.termMonths() / between)
                .map(row -> disbursedOn.plusMonths((long) row * between));
    }

    String chapter(String what) {
        return "case " + number + " " + what;
    }
}

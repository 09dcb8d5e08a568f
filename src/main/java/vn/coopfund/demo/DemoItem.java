package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.coopfund.collateral.CollateralKind;
import vn.coopfund.collateral.ItemContent;

/**
 * An item offered as security of a case; one that another case of the borrower offered before is the same one.
 *
 * @param insuredDays for how many days from its offer it is insured; null where it is not
 */
record DemoItem(String demoCase, CollateralKind kind, SeedRow row, Integer insuredDays) {

    static List<DemoItem> all() {
        return SeedRow.of("collateral").stream().map(row -> new DemoItem(row.text("case"),
                CollateralKind.valueOf(row.text("kind")), row, row.number("insuredDays"))).toList();
    }

    ItemContent content(LocalDate offeredOn) {
        return new ItemContent(kind, null, fields(), row.amount("estimate"), row.text("owner"), row.text("consent"), null,
                row.text("policy"), insuredDays == null ? null : offeredOn.plusDays(insuredDays));
    }

    /** Whether an item of the register is this one: what it says first is the same. */
    boolean is(Map<String, String> known) {
        Map.Entry<String, String> first = fields().entrySet().iterator().next();
        return first.getValue().equals(known.get(first.getKey()));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(row.text("fields").split(" \\| ")).map(field -> field.split("=", 2))
                .forEach(field -> fields.put(field[0], field[1]));
        return fields;
    }
}

package vn.coopfund.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One step on the way of a case.
 *
 * @param who         who takes it; null for whoever brought the application
 * @param task        the user task that it completes; null where no process asks for it
 * @param workingDays after how many working days it follows the step before
 * @param fields      what is filled in; {@code @tindung} stands for that person, {@code @disbursement} for that day
 */
record Step(String name, String who, String task, int workingDays, Map<String, String> fields) {

    static Map<String, Step> all() {
        return SeedRow.of("steps").stream().map(row -> new Step(row.text("step"), row.text("who"), row.text("task"),
                row.number("workingDays"), fields(row))).collect(Collectors.toMap(Step::name, Function.identity()));
    }

    private static Map<String, String> fields(SeedRow row) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (row.has("fields")) {
            Arrays.stream(row.text("fields").split(" \\| ")).map(field -> field.split("=", 2))
                    .forEach(field -> fields.put(field[0], field[1]));
        }
        return fields;
    }
}

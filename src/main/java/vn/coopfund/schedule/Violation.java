package vn.coopfund.schedule;

import java.util.List;

/**
 * One thing wrong with what was asked for: the field as the caller wrote it ({@code tranches[1].amount}), the key
 * of its text, and the text's arguments.
 */
public record Violation(String field, String code, List<Object> args) {

    public static Violation of(String field, String code, Object... args) {
        return new Violation(field, code, List.of(args));
    }
}

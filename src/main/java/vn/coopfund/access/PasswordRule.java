package vn.coopfund.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long rather than odd. */
public final class PasswordRule {

    /** In characters. */
    public static final int SHORTEST = 10;
    /** In bytes, of which a Vietnamese letter with its tone takes up to three; the hash takes no more. */
    public static final int LONGEST = 72;

    private PasswordRule() {
    }

    /** The message key of what is wrong with it; empty when it will do. */
    public static Optional<String> problem(String username, String password) {
        String typed = password == null ? "" : password;
        if (typed.codePointCount(0, typed.length()) < SHORTEST) {
            return Optional.of("access.password.short");
        }
        if (typed.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("access.password.long");
        }
        boolean easy = typed.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))
                || typed.codePoints().distinct().count() < 4;
        return easy ? Optional.of("access.password.easy") : Optional.empty();
    }
}

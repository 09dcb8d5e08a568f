package vn.coopfund.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An act is refused for a reason its user can mend. Carries message keys with arguments, never finished sentences: the
 * page shows them in the error summary and at the field, a call answers them as problem+json, each in the user's
 * language. Arguments may be numbers, dates ({@code LocalDate}), amounts ({@code MonetaryAmount}) or texts.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a refusal means to HTTP. */
    public enum Kind {
        INVALID(422), CONFLICT(409), NOT_FOUND(404), FORBIDDEN(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One reason. {@code field} is null where it concerns the whole. */
    public record Reason(String field, String code, Object... args) {
    }

    private final Kind kind;
    private final transient List<Reason> reasons;

    public Refusal(Kind kind, List<Reason> reasons) {
        super(kind + " " + reasons.stream().map(reason -> reason.field() + ":" + reason.code()).toList());
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
    }

    public static Refusal invalid(String field, String code, Object... args) {
        return new Refusal(Kind.INVALID, List.of(new Reason(field, code, args)));
    }

    public static Refusal conflict(String code, Object... args) {
        return new Refusal(Kind.CONFLICT, List.of(new Reason(null, code, args)));
    }

    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, List.of(new Reason(null, "web.not-found")));
    }

    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(Kind.FORBIDDEN, List.of(new Reason(null, code, args)));
    }

    public Kind kind() {
        return kind;
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** Collects several reasons, so that the user hears all of them at once. */
    public static class Problems {

        private final List<Reason> found = new ArrayList<>();

        public Problems add(String field, String code, Object... args) {
            found.add(new Reason(field, code, args));
            return this;
        }

        public Problems addIf(boolean wrong, String field, String code, Object... args) {
            return wrong ? add(field, code, args) : this;
        }

        /** Adds a reason when reading a value fails with an IllegalArgumentException; returns the value or null. */
        public <T> T reading(String field, String code, Supplier<T> value) {
            try {
                return value.get();
            } catch (IllegalArgumentException unreadable) {
                add(field, code);
                return null;
            }
        }

        public boolean any() {
            return !found.isEmpty();
        }

        public void refuseIfAny() {
            if (any()) {
                throw new Refusal(Kind.INVALID, found);
            }
        }
    }
}

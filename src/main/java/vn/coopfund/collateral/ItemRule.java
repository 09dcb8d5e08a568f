package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import vn.coopfund.web.Refusal;

/** What an item has to say before it can be offered: each rule by name, with its refusal {@code collateral.rule.*}. */
enum ItemRule {

    /** Only what people offer: the words of a contract are no item. */
    KIND {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            problems.addIf(!CollateralKind.offered().contains(asked.content().kind()), "kind", "collateral.rule.kind");
        }
    },

    /** Every field of its kind, readable. */
    FIELDS {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            if (asked.content().kind() != null) {
                read(asked.content(), problems);
            }
        }
    },

    /** Nothing that its kind does not know: a slip of the pen would be lost. */
    NO_OTHER_FIELDS {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            CollateralKind kind = asked.content().kind();
            asked.content().fields().forEach((name, value) -> problems.addIf(kind != null && !isBlank(value)
                    && CollateralField.ofWire(name).filter(field -> kind.needed().contains(field)
                    || kind.optional().contains(field)).isEmpty(), field(name), "collateral.rule.unknown-field"));
        }
    },

    ESTIMATE {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            problems.addIf(asked.content().estimate() == null || !asked.content().estimate().isPositive(), "estimate",
                    "collateral.rule.estimate");
        }
    },

    /** A third person's things secure a loan by that person's consent alone (Civil Code 2015 art. 309, 317, 335). */
    CONSENT_OF_OWNER {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            problems.addIf(asked.content().owner() != null && asked.content().consent() == null, "consent",
                            "collateral.rule.consent")
                    .addIf(asked.content().owner() == null && asked.content().consent() != null, "owner",
                            "collateral.rule.owner");
        }
    },

    /** Nobody stands good for themselves. */
    ANOTHER_GUARANTOR {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            problems.addIf(asked.content().guarantorId() != null && asked.content().guarantorId() == asked.borrower(),
                    "guarantorId", "collateral.rule.own-guarantor");
        }
    },

    /** What has lapsed already, or is due before today, secures nothing. */
    STILL_TO_COME {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            for (CollateralField field : new CollateralField[] {CollateralField.UNTIL, CollateralField.DUE_ON}) {
                String written = asked.content().fields().get(field.wire());
                LocalDate day = isBlank(written) ? null : readable(field, written);
                problems.addIf(day != null && day.isBefore(asked.today()), field(field.wire()), "collateral.rule.over",
                        asked.today());
            }
        }
    },

    INSURANCE {
        @Override
        void check(Asked asked, Refusal.Problems problems) {
            problems.addIf(asked.content().policy() != null && asked.content().insuredUntil() == null, "insuredUntil",
                            "collateral.rule.insured-until")
                    .addIf(asked.content().policy() == null && asked.content().insuredUntil() != null, "policy",
                            "collateral.rule.policy");
        }
    };

    /** What is offered by whom on which day. */
    record Asked(ItemContent content, long borrower, LocalDate today) {
    }

    abstract void check(Asked asked, Refusal.Problems problems);

    /** Says at once all that is wrong. */
    static void refuseBroken(ItemContent content, long borrower, LocalDate today) {
        Refusal.Problems problems = new Refusal.Problems();
        for (ItemRule rule : values()) {
            rule.check(new Asked(content, borrower, today), problems);
        }
        problems.refuseIfAny();
    }

    /** The fields as they are kept; what is missing or unreadable goes to the problems. */
    static Map<CollateralField, String> read(ItemContent content, Refusal.Problems problems) {
        Map<CollateralField, String> read = new EnumMap<>(CollateralField.class);
        content.kind().needed().forEach(field -> read(content, field, true, read, problems));
        content.kind().optional().forEach(field -> read(content, field, false, read, problems));
        return read;
    }

    private static void read(ItemContent content, CollateralField field, boolean needed, Map<CollateralField, String> read,
            Refusal.Problems problems) {
        String written = content.fields().get(field.wire());
        if (isBlank(written)) {
            problems.addIf(needed && !(field == CollateralField.GUARANTOR && content.guarantorId() != null),
                    field(field.wire()), "collateral.rule.needed");
            return;
        }
        String kept = problems.reading(field(field.wire()), "collateral.rule.type." + field.type(), () -> field.kept(written));
        if (kept != null) {
            read.put(field, kept);
        }
    }

    private static LocalDate readable(CollateralField field, String written) {
        try {
            return LocalDate.parse(field.kept(written));
        } catch (IllegalArgumentException saidAlready) {
            return null;
        }
    }

    private static String field(String name) {
        return "fields[" + name + "]";
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

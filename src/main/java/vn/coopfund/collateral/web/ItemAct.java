package vn.coopfund.collateral.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Role;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.ItemState;

/** What can be done with an item on a page of its own: by whom, when, and what is filled in. */
enum ItemAct {
    VALUATION(Role.APPRAISER, item -> item.state() != ItemState.RETURNED && item.state() != ItemState.WITHDRAWN,
            "amount:AMOUNT", "on:DATE", "method:CHOICE", "paper:TEXT"),
    REGISTRATION(Role.LOAN_OFFICER, item -> item.registrationDue(),
            "required:CHOICE", "office:CHOICE", "number:TEXT?", "on:DATE", "notary:TEXT?", "reason:LONG?"),
    PAPERS(Role.LOAN_OFFICER, Item::secures, "papers:LONG", "place:TEXT", "party:TEXT", "on:DATE"),
    INSURANCE(Role.LOAN_OFFICER, Item::secures, "policy:TEXT", "until:DATE"),
    RELEASE(Role.LOAN_OFFICER, Item::secures, "loan:CHOICE") {
        @Override
        boolean concerns(Covers.Secured loan) {
            return loan.isFree();
        }
    },
    RELEASE_PROPOSAL(Role.LOAN_OFFICER, Item::secures, "loan:CHOICE", "reason:LONG") {
        @Override
        boolean concerns(Covers.Secured loan) {
            return loan.isBoundYet();
        }
    },
    DEREGISTRATION(Role.LOAN_OFFICER, item -> item.state() == ItemState.RELEASED, "on:DATE", "number/answer:TEXT?"),
    RETURN(Role.LOAN_OFFICER, item -> !item.secures() && item.papersHeld(), "party:TEXT", "on:DATE");

    /** A field of the form with the word of its label; what the page shows is its kind. */
    record Field(String name, String label, String type, boolean optional) {

        private static Field of(String written) {
            String[] parts = written.replace("?", "").split(":");
            String[] names = parts[0].split("/");
            return new Field(names[0], names[names.length - 1], parts[1], written.endsWith("?"));
        }

        public String key() {
            return "collateral.act." + label;
        }
    }

    private final Role role;
    private final Predicate<Item> when;
    private final List<Field> fields;

    ItemAct(Role role, Predicate<Item> when, String... fields) {
        this.role = role;
        this.when = when;
        this.fields = Arrays.stream(fields).map(Field::of).toList();
    }

    /** Those that the actor may do with the item as it stands. */
    static List<ItemAct> open(Actor actor, Item item, List<Covers.Secured> loans) {
        return Arrays.stream(values()).filter(act -> actor.is(act.role) && act.when.test(item)
                && (act.fields.stream().noneMatch(field -> field.name().equals("loan")) || loans.stream().anyMatch(act::concerns)))
                .toList();
    }

    /** Whether a loan that the item secures can be named in it. */
    boolean concerns(Covers.Secured loan) {
        return false;
    }

    public Role role() {
        return role;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The end of its path. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ItemAct ofPath(String path) {
        return Arrays.stream(values()).filter(act -> act.path().equals(path)).findFirst()
                .orElseThrow(vn.coopfund.web.Refusal::notFound);
    }

    public String key() {
        return "collateral.do." + path();
    }
}

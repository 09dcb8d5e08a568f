package vn.coopfund.vouchers;

import java.time.LocalDate;
import java.util.Optional;
import vn.coopfund.ledger.NewEntry;
import vn.coopfund.ledger.Posted;

/** What can be ordered; the room that knows how it is posted implements it. */
public interface OrderKind {

    /** Its name in the database, such as {@code WITHDRAW_CAPITAL}. */
    String code();

    /** Message key of its name. */
    String nameKey();

    /**
     * What it posts on that day, for the page that shows it before and for the books; empty where it moves nothing or
     * {@link #takesBack takes an entry back}.
     */
    default Optional<NewEntry> entry(MoneyOrder order, LocalDate valueDate) {
        return Optional.empty();
    }

    /** Whether the paper behind it must be in the file before somebody checks it. */
    default boolean needsPaper() {
        return false;
    }

    /** Whether money leaves that could else be lent: then what is promised to borrowers stays untouched. */
    default boolean takesFreeMoney() {
        return false;
    }

    /** Refuses what is no longer possible, when it is made and again when it is done. */
    default void refuseWrong(MoneyOrder order) {
    }

    /** The entry that it takes back; empty for what posts an entry of its own. */
    default Optional<Long> takesBack(MoneyOrder order) {
        return Optional.empty();
    }

    /** Refuses, in words, that a done order of this kind is taken back. */
    default void refuseTakingBack(MoneyOrder done) {
    }

    /** What else comes of it when a done order is taken back by another, in the same transaction. */
    default void takenBack(MoneyOrder done, MoneyOrder by) {
    }

    /** What else comes of it, in the same transaction. {@code posted} is null where nothing was. */
    default void done(MoneyOrder order, Posted posted) {
    }
}

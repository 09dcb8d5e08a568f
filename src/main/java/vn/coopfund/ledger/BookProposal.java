package vn.coopfund.ledger;

import java.time.Instant;
import java.util.Set;
import vn.coopfund.access.Role;

/**
 * An act on the books that waits, or waited, for a second person.
 *
 * @param target  what it concerns: a month, a year, a template's key; a day for entries
 * @param details the act's own, as JSON
 * @param why     in the words of who proposed
 * @param reason  of who declined it
 */
public record BookProposal(long id, Kind kind, String target, String details, String why, State state, long proposedBy,
        String proposedByName, Instant proposedAt, String decidedByName, Instant decidedAt, String reason) {

    /** What is asked for, by whom, and who decides. */
    public enum Kind {
        MANUAL_ENTRY(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT),
        OPENING_BALANCES(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT),
        REOPEN_PERIOD(Role.CHIEF_ACCOUNTANT, Role.DIRECTOR),
        YEAR_END(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT),
        YEAR_CARRY(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT),
        TEMPLATE(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT),
        CHART(Role.ADMINISTRATOR, Role.ADMINISTRATOR);

        private final Role proposer;
        private final Role decider;

        Kind(Role proposer, Role decider) {
            this.proposer = proposer;
            this.decider = decider;
        }

        public Role proposer() {
            return proposer;
        }

        public Role decider() {
            return decider;
        }

        /** Message key of its name. */
        public String key() {
            return "ledger.proposal.kind." + name();
        }
    }

    /** How it stands. */
    public enum State {
        PENDING, CONFIRMED, DECLINED;

        public String key() {
            return "ledger.proposal.state." + name();
        }
    }

    public boolean isPending() {
        return state == State.PENDING;
    }

    /** Who may look at it: whoever proposes or decides such, and who reads the books. */
    public Set<Role> readers() {
        return kind == Kind.CHART ? Set.of(Role.ADMINISTRATOR, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CONTROLLER)
                : Set.of(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER);
    }
}

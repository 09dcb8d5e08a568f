package vn.coopfund.ledger;

import java.util.Optional;

/** Knows loans by the numbers that people call them by; the room of loans implements it, the ledger knows their ids alone. */
public interface LoanNumbers {

    /** The id of the loan of that number, of that contract, or of that id as text; empty where there is none. */
    Optional<Long> find(String number);
}

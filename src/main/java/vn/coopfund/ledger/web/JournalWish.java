package vn.coopfund.ledger.web;

import java.time.LocalDate;
import java.util.Optional;
import vn.coopfund.ledger.JournalFilter;
import vn.coopfund.ledger.LoanNumbers;
import vn.coopfund.web.Refusal;

/**
 * Which lines of the journal somebody wishes to see, as typed.
 *
 * @param loan the number of the loan or of its contract, or its id
 */
record JournalWish(LocalDate from, LocalDate to, String account, String loan) {

    /** @throws Refusal at the field that is wrong */
    JournalFilter filter(LoanNumbers numbers) {
        return new JournalFilter(from, to, account, loan == null || loan.isBlank() ? null : loanId(numbers));
    }

    private Long loanId(LoanNumbers numbers) {
        String meant = loan.strip();
        return numbers.find(meant).or(() -> id(meant))
                .orElseThrow(() -> Refusal.invalid("loan", "ledger.no-such-loan", meant));
    }

    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}

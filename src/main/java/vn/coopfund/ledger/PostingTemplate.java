package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How a kind of business fact becomes an entry: its parts, each with side and account.
 *
 * @param key       e.g. {@code loan.receipt}
 * @param validFrom the first value date for which this version holds
 */
public record PostingTemplate(long id, String key, LocalDate validFrom, List<Part> parts) {

    /**
     * @param account null where the fact itself chooses
     * @param choices the accounts among which it chooses; empty: any
     */
    public record Part(String name, Account.Side side, String account, Set<String> choices, List<Dimension.Kind> dimensions) {

        /**
         * The account of this part; {@code chosen} is null where the template names it. An account stands for its
         * sub-accounts too: those of the fund's other accounts at banks.
         */
        String account(String chosen) {
            if (chosen == null ? account == null : !admitted().isEmpty() && admitted().stream().noneMatch(chosen::startsWith)) {
                throw new IllegalArgumentException("part " + name + " does not stand on " + chosen);
            }
            return chosen == null ? account : chosen;
        }

        /** The account that it names, or those among which the fact chooses; none: any. */
        Set<String> admitted() {
            return account == null ? choices : Set.of(account);
        }
    }

    public PostingTemplate {
        parts = List.copyOf(parts);
    }

    public Part part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " has no part " + name));
    }
}

package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import vn.coopfund.ledger.Account;
import vn.coopfund.ledger.Balances;
import vn.coopfund.ledger.KnownAccount;
import vn.coopfund.money.Dong;

/** The two capitals, from the accounts of the ledger as the books stand at the end of a day. */
@Component
public class Capital {

    private final Balances balances;
    private final CapitalSources sources;

    Capital(Balances balances, CapitalSources sources) {
        this.balances = balances;
        this.sources = sources;
    }

    /**
     * Charter capital (vốn điều lệ), the progress to the target: 4111 and the sources in 4118 flagged as charter capital,
     * of the fund's own sources. Entrusted money (341) never counts.
     */
    public MonetaryAmount charterCapital(LocalDate on) {
        Map<Long, Long> standing = bySource(on);
        return Dong.of(sources.all().stream().filter(CapitalSource::countsAsCharterCapital)
                .mapToLong(source -> standing.getOrDefault(source.id(), 0L)).sum());
    }

    /**
     * Actual charter capital (vốn điều lệ thực có, Decree 45/2021 art. 2.3), the base of the limits: charter capital with
     * the undistributed results (421) and the result of the year not yet closed, so that closing the year does not move it.
     */
    public MonetaryAmount actualCharterCapital(LocalDate on) {
        return charterCapital(on).add(undistributedResult(on));
    }

    /** Undistributed results of closed years and of the running one; negative for a loss. */
    public MonetaryAmount undistributedResult(LocalDate on) {
        return Dong.of(Math.addExact(balances.of(KnownAccount.RESULT_OF_YEAR, on)
                        + balances.of(KnownAccount.RESULT_OF_EARLIER_YEARS, on),
                balances.creditOfKinds(on, Account.Kind.INCOME, Account.Kind.EXPENSE, Account.Kind.RESULT)));
    }

    /** What stands on the books of each source, by its id, in đồng. */
    public Map<Long, Long> bySource(LocalDate on) {
        Map<Long, Long> standing = new TreeMap<>();
        for (KnownAccount account : List.of(KnownAccount.OWNERS_CAPITAL, KnownAccount.OTHER_CAPITAL, KnownAccount.ENTRUSTED)) {
            balances.byCapitalSource(account, on).forEach((source, amount) -> standing.merge(source, amount, Long::sum));
        }
        return standing;
    }
}

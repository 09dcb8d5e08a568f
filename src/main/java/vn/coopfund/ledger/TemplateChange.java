package vn.coopfund.ledger;

import java.time.LocalDate;
import java.util.Map;

/**
 * Other accounts for the parts of a posting template, from a day on. Parts and sides stay: the program names them.
 *
 * @param accounts by part; parts that the fact chooses itself are not named
 */
public record TemplateChange(String key, LocalDate validFrom, Map<String, String> accounts) {

    public TemplateChange {
        accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
    }
}

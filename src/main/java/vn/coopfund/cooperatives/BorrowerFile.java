package vn.coopfund.cooperatives;

import java.time.LocalDate;
import java.util.List;

/**
 * A borrower's whole file.
 *
 * @param version      the state that an update must start from
 * @param missing      fields that an application still needs, named as in {@link BorrowerData}
 * @param masked       whether personal numbers are masked in it
 * @param registeredOn the business date on which the file was opened
 */
public record BorrowerFile(BorrowerView view, int version, BorrowerData data, List<String> missing, boolean masked,
        LocalDate registeredOn) {
}

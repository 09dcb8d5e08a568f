package vn.coopfund.cooperatives;

import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;

/** A part of a borrower's file that a room above knows, such as its loans; shown to those who work in the fund. */
public interface FileSection {

    /** Lower first. */
    int order();

    /** The message key of the part's heading; what stands in it when there are no lines is {@code <key>.none}. */
    String titleKey();

    List<Line> lines(long borrowerId);

    /** Amounts under the heading, each by the message key of its label. */
    default Map<String, MonetaryAmount> sums(long borrowerId) {
        return Map.of();
    }

    /**
     * One record.
     *
     * @param name     by which it is known
     * @param path     where its page is
     * @param about    more of it, in finished words; may be null
     * @param stateKey the message key of its state
     * @param tag      the kind of tag in which the state is shown
     */
    record Line(String name, String path, String about, String stateKey, String tag) {
    }
}

package vn.coopfund.ledger;

import java.util.List;

/** How an act on the books is done once the second person lets it; one for each {@link BookProposal.Kind}. */
interface BookAct {

    BookProposal.Kind kind();

    /** The entries that it would post today; refuses for the reasons for which it would be refused. */
    List<NewEntry> entries(BookProposal proposal);

    /** What it would change in the chart of accounts. */
    default List<ChartChange.Difference> differences(BookProposal proposal) {
        return List.of();
    }

    /** Does it, checked again as of today. */
    void perform(BookProposal proposal, long checkedBy);
}

package vn.coopfund.ledger;

import java.util.List;
import org.springframework.stereotype.Component;

/** A manual entry in the journal, once its second person let it be. */
@Component
class ManualEntryPosted implements BookAct {

    private final BookProposals proposals;
    private final ManualEntries entries;
    private final Journal journal;

    ManualEntryPosted(BookProposals proposals, ManualEntries entries, Journal journal) {
        this.proposals = proposals;
        this.entries = entries;
        this.journal = journal;
    }

    @Override
    public BookProposal.Kind kind() {
        return BookProposal.Kind.MANUAL_ENTRY;
    }

    @Override
    public List<NewEntry> entries(BookProposal proposal) {
        ManualEntry written = proposals.details(proposal, ManualEntry.class);
        entries.refuseWrong(written);
        return List.of(entries.entry("manual:" + proposal.id(), proposal, written, "ledger.entry.manual"));
    }

    @Override
    public void perform(BookProposal proposal, long checkedBy) {
        entries(proposal).forEach(entry -> journal.post(entry.checkedBy(checkedBy)));
    }
}

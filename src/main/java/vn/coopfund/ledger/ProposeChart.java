package vn.coopfund.ledger;

import java.time.LocalDate;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.web.Refusal;

/** Proposes another chart of accounts from a CSV file; another administrator lets it be. */
@Act
@Allowed(Role.ADMINISTRATOR)
public class ProposeChart {

    private final BookProposals proposals;
    private final ChartLoaded charts;

    ProposeChart(BookProposals proposals, ChartLoaded charts) {
        this.proposals = proposals;
        this.charts = charts;
    }

    /** @throws Refusal for lines that cannot be read, and for accounts whose postings stand against it */
    public BookProposal propose(LocalDate validFrom, String csv, String why) {
        ChartChange change = ChartFile.read(validFrom, csv);
        charts.refuseWrong(change);
        return proposals.add(BookProposal.Kind.CHART, "1", change, why);
    }
}

package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.NewContribution;
import vn.coopfund.funding.ProposeContribution;

/** Capital comes in: proposed by the accountant, confirmed by the chief accountant; the latest still waits. */
@Component
class CapitalChapters {

    private final Cast cast;
    private final ProposeContribution proposeContribution;
    private final ConfirmContribution confirmContribution;

    CapitalChapters(Cast cast, ProposeContribution proposeContribution, ConfirmContribution confirmContribution) {
        this.cast = cast;
        this.proposeContribution = proposeContribution;
        this.confirmContribution = confirmContribution;
    }

    List<Chapter> all(LocalDate firstDay) {
        return SeedRow.of("contributions").stream().map(row -> new Chapter(row.day("on", firstDay),
                "contribution " + row.text("on") + " " + row.text("source"), () -> contribute(row, firstDay))).toList();
    }

    private Long contribute(SeedRow row, LocalDate firstDay) {
        long id = cast.as("ketoan", () -> proposeContribution.propose(new NewContribution(row.text("source"),
                row.amount("amount"), row.day("on", firstDay), row.text("decision")))).id();
        if (!row.has("waits")) {
            cast.as("ketoantruong", () -> confirmContribution.confirm(id));
        }
        return id;
    }
}

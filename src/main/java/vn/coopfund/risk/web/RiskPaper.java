package vn.coopfund.risk.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.risk.Provisions;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.web.Refusal;

/** The table of debt groups and provisions as an official paper. */
@Component
class RiskPaper {

    private final RiskTable table;
    private final Classifications classifications;
    private final Provisions provisions;
    private final PrintedForms forms;

    RiskPaper(RiskTable table, Classifications classifications, Provisions provisions, PrintedForms forms) {
        this.table = table;
        this.classifications = classifications;
        this.provisions = provisions;
        this.forms = forms;
    }

    byte[] pdf(LocalDate asOf) {
        Classifications.Run run = classifications.find(asOf).orElseThrow(Refusal::notFound);
        List<RiskTable.Row> rows = table.rows(asOf);
        Provisions.Run provision = provisions.find(asOf).orElse(null);
        Map<String, Object> model = new HashMap<>();
        model.put("run", run);
        model.put("rows", rows);
        model.put("principal", RiskTable.principal(rows, 1, 5));
        model.put("specific", rows.stream().filter(row -> row.provision() != null)
                .mapToLong(row -> row.provision().target()).sum());
        model.put("general", provision == null ? 0 : provision.generalTarget());
        model.put("signatures", List.of(
                Signature.signed("risk.print.maker", provision == null ? null : provision.proposedByName()),
                Signature.signed("risk.print.chief-accountant", run.approvedBy()),
                Signature.sealed("risk.print.director", null)));
        return forms.pdf("risk/print/classification", model);
    }
}

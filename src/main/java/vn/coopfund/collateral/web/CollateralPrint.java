package vn.coopfund.collateral.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.collateral.Handovers;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;

/** The minutes of papers that changed hands. */
@Component
class CollateralPrint {

    private final Handovers handovers;
    private final Items items;
    private final PrintedForms forms;

    CollateralPrint(Handovers handovers, Items items, PrintedForms forms) {
        this.handovers = handovers;
        this.items = items;
        this.forms = forms;
    }

    byte[] minutes(long id) {
        Handovers.Handover minutes = handovers.get(id);
        Item item = items.get(minutes.itemId());
        Signature fund = Signature.signed("collateral.print.fund", minutes.madeBy());
        Signature party = Signature.signed("collateral.print.party", minutes.party());
        return forms.pdf("collateral/print/handover", Map.of("number", minutes.number(), "date", minutes.onDay(),
                "minutes", minutes, "item", item, "signatures", minutes.incoming() ? List.of(party, fund) : List.of(fund, party)));
    }
}

package vn.coopfund.council.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.council.Matter;
import vn.coopfund.council.MatterFile;
import vn.coopfund.council.CouncilMatters;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.web.Refusal;

/** The council's papers: the notice of a sitting and the minutes with every vote. */
@Component
class CouncilPrint {

    private final CouncilMatters matters;
    private final MatterFile file;
    private final PrintedForms forms;

    CouncilPrint(CouncilMatters matters, MatterFile file, PrintedForms forms) {
        this.matters = matters;
        this.file = file;
        this.forms = forms;
    }

    byte[] notice(long id) {
        Matter matter = matters.byId(id);
        if (matter.round() == 0) {
            throw Refusal.notFound();
        }
        Map<String, Object> model = file.of(matter);
        model.put("date", matter.calledOn());
        model.put("signatures", List.of(Signature.signed("council.print.for-the-chair", (String) model.get("caller"))));
        return forms.pdf("council/print/notice", model);
    }

    byte[] minutes(long id) {
        Matter matter = matters.byId(id);
        if (matter.minutes() == null) {
            throw Refusal.notFound();
        }
        Map<String, Object> model = file.of(matter);
        model.put("number", matter.minutes());
        model.put("date", matter.signedOn());
        model.put("signatures", List.of(Signature.signed("council.print.secretary", (String) model.get("caller")),
                Signature.sealed("council.print.chair", (String) model.get("signer"))));
        return forms.pdf("council/print/minutes", model);
    }
}

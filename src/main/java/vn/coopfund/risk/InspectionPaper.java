package vn.coopfund.risk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.documents.NumberSeries;
import vn.coopfund.documents.PrintedForms;
import vn.coopfund.documents.Signature;
import vn.coopfund.servicing.LoanFile;

/** The minutes of an inspection (biên bản kiểm tra sử dụng vốn vay): numbered, kept among the papers of the loan. */
@Component
class InspectionPaper {

    static final String KIND = "INSPECTION_MINUTES";
    private static final String SYMBOL = "BBKT-QHTX";

    private final NumberSeries numbers;
    private final PrintedForms forms;
    private final Attachments attachments;

    InspectionPaper(NumberSeries numbers, PrintedForms forms, Attachments attachments) {
        this.numbers = numbers;
        this.forms = forms;
        this.attachments = attachments;
    }

    String nextNumber(LocalDate on) {
        return numbers.nextWritten(SYMBOL, on.getYear());
    }

    /** The fund's own remarks are not on it: both sides sign. */
    void store(LoanFile file, Inspections.Inspection inspection) {
        Map<String, Object> model = new HashMap<>();
        model.put("number", inspection.number());
        model.put("date", inspection.inspectedOn());
        model.put("file", file);
        model.put("loan", file.loan());
        model.put("borrower", file.borrower());
        model.put("inspection", inspection);
        model.put("signatures", List.of(Signature.sealed("risk.print.borrower", null),
                Signature.signed("risk.print.inspector", inspection.inspector())));
        attachments.store(Subject.loan(inspection.loanId()), KIND,
                "bien-ban-kiem-tra-" + inspection.number().replace('/', '-') + ".pdf", forms.pdf("risk/print/inspection", model));
    }
}

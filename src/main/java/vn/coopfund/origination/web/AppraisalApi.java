package vn.coopfund.origination.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.origination.AppraisalFile;
import vn.coopfund.origination.AppraisalFigures;
import vn.coopfund.origination.AppraisalReport;
import vn.coopfund.origination.AppraisalScore;
import vn.coopfund.origination.CashQuarter;
import vn.coopfund.origination.FinanceRatios;
import vn.coopfund.origination.SaveAppraisal;
import vn.coopfund.web.Changes;
import vn.coopfund.web.Refusal;

/** The appraisal report for programs: read whole, written by its parts. */
@RestController
@RequestMapping("/api/v1/applications/{id}/appraisal")
@OpenToReadersOfReports
class AppraisalApi {

    private final AppraisalFile file;
    private final SaveAppraisal saveAppraisal;
    private final Changes changes;

    AppraisalApi(AppraisalFile file, SaveAppraisal saveAppraisal, Changes changes) {
        this.file = file;
        this.saveAppraisal = saveAppraisal;
        this.changes = changes;
    }

    /**
     * A report as a program sends it. With {@code version} it is saved only over that version; without it over whatever
     * is there.
     */
    record Body(Integer version, List<AppraisalReport.LegalPaper> legal, AppraisalReport.Business business,
            List<AppraisalReport.FinanceYear> finance, List<CashQuarter> cash, AppraisalReport.Debts debts,
            AppraisalReport.View view) {

        static Body of(AppraisalReport now) {
            return new Body(null, now.legal(), now.business(), now.finance(), now.cash(), now.debts(), now.view());
        }

        AppraisalReport content() {
            return new AppraisalReport(legal, business, finance, cash, debts, view);
        }
    }

    /** @param number null while it is written; {@code figures} and {@code score} are then as they would be today */
    record Whole(int round, int version, String number, List<AppraisalReport.LegalPaper> legal,
            AppraisalReport.Business business, List<AppraisalReport.FinanceYear> finance, List<CashQuarter> cash,
            AppraisalReport.Debts debts, AppraisalReport.View view, List<FinanceRatios> ratios,
            AppraisalFigures.Figures figures, AppraisalScore.Score score) {

        static Whole of(AppraisalFile.Report report) {
            AppraisalReport content = report.content();
            return new Whole(report.round(), report.version(), report.number(), content.legal(), content.business(),
                    content.finance(), content.cash(), content.debts(), content.view(), report.ratios(), report.figures(),
                    report.score());
        }
    }

    /** While the appraisal is to be done, what would be written on: it can be sent back whole. */
    @GetMapping
    Whole one(@PathVariable String id) {
        long application = number(id);
        return Whole.of(file.isWritable(application) ? file.toWrite(application) : file.latest(application));
    }

    @PutMapping
    @Allowed(Role.APPRAISER)
    @Operation(summary = "Changes the report while the appraisal is to be done: a part that is left out stays, null empties",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = Body.class))))
    Whole save(@PathVariable String id, @RequestBody ObjectNode body) {
        long application = number(id);
        Integer version = changes.over(new Body(null, null, null, null, null, null, null), body, Body.class).version();
        saveAppraisal.save(Subject.application(application), version,
                now -> changes.over(Body.of(now), body, Body.class).content());
        return Whole.of(file.latest(application));
    }

    /** Ids are opaque: a text that is none belongs to nobody's record. */
    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unknown) {
            throw Refusal.notFound();
        }
    }
}

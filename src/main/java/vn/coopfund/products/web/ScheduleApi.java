package vn.coopfund.products.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.OpenToAll;
import vn.coopfund.products.LoanCalculator;
import vn.coopfund.schedule.RepaymentSchedule;
import vn.coopfund.schedule.ScheduleRequest;
import vn.coopfund.schedule.ScheduleRequest.PrincipalRequest;
import vn.coopfund.schedule.ScheduleRequest.RateRequest;
import vn.coopfund.schedule.ScheduleRequest.RhythmRequest;
import vn.coopfund.schedule.ScheduleRequest.TrancheRequest;
import vn.coopfund.web.Refusal;

/** The loan calculator for programs: terms in, schedule out; anyone may ask, nothing is kept. */
@RestController
@OpenToAll
@Tag(name = "schedules")
class ScheduleApi {

    private final LoanCalculator calculator;

    ScheduleApi(LoanCalculator calculator) {
        this.calculator = calculator;
    }

    @Operation(summary = "The repayment schedule of a loan on these terms; open to anyone",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = ScheduleRequest.class))))
    @SecurityRequirements
    @PostMapping("/api/v1/schedules")
    RepaymentSchedule schedule(@RequestBody JsonNode body) {
        List<Refusal.Reason> wrong = new ArrayList<>();
        ScheduleRequest request = JsonFields.read(body, wrong, ScheduleApi::request);
        return calculator.calculate(request, wrong).schedule();
    }

    private static ScheduleRequest request(JsonFields json) {
        return new ScheduleRequest(
                json.whole("principal"),
                json.text("disbursedOn"),
                json.object("rate", rate ->
                        new RateRequest(rate.text("value"), rate.text("unit"), rate.text("conversion"))),
                json.text("method"),
                json.whole("instalments"),
                json.object("every", ScheduleApi::rhythm),
                json.text("firstDueOn"),
                json.text("dayCount"),
                json.objects("principals", row -> new PrincipalRequest(row.text("dueOn"), row.whole("amount"))),
                json.whole("principalGrace"),
                json.object("interestEvery", ScheduleApi::rhythm),
                json.whole("instalmentMultiple"),
                json.text("workingDays"),
                json.flag("interestFollows"),
                json.objects("tranches", row -> new TrancheRequest(row.text("on"), row.whole("amount"))),
                json.text("interestRounding"));
    }

    private static RhythmRequest rhythm(JsonFields json) {
        return new RhythmRequest(json.whole("count"), json.text("unit"));
    }
}

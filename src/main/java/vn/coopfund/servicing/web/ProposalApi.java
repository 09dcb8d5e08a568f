package vn.coopfund.servicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.ConfirmRepayment;
import vn.coopfund.servicing.Proposals;
import vn.coopfund.servicing.RejectRepayment;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;

/** Receipts that wait for a second person. */
@RestController
@RequestMapping("/api/v1/repayment-proposals")
@Allowed({Role.CHIEF_ACCOUNTANT, Role.ACCOUNTANT, Role.CONTROLLER})
@Tag(name = "loans")
class ProposalApi {

    private final Proposals proposals;
    private final ConfirmRepayment confirmRepayment;
    private final RejectRepayment rejectRepayment;
    private final Once once;

    ProposalApi(Proposals proposals, ConfirmRepayment confirmRepayment, RejectRepayment rejectRepayment, Once once) {
        this.proposals = proposals;
        this.confirmRepayment = confirmRepayment;
        this.rejectRepayment = rejectRepayment;
        this.once = once;
    }

    record View(String id, String loan, String loanNumber, MonetaryAmount amount, LocalDate valueDate, Channel channel,
            String reference, String proposedBy, LocalDate proposedOn) {

        static View of(Proposals.Proposal one) {
            return new View(String.valueOf(one.id()), String.valueOf(one.loanId()), one.loanNumber(),
                    one.receipt().amount(), one.receipt().valueDate(), one.receipt().channel(),
                    one.receipt().reference(), one.proposedByName(), one.proposedOn());
        }
    }

    record Rejection(String reason) {
    }

    record Rejected(String id, Proposals.State state) {
    }

    @Operation(summary = "Those still waiting")
    @GetMapping
    PageOf<View> pending() {
        List<View> waiting = proposals.pending(null).stream().map(View::of).toList();
        return new PageOf<>(waiting, 0, Math.max(1, waiting.size()), waiting.size());
    }

    @Operation(summary = "Lets a receipt be posted, by somebody else than who reported it")
    @PostMapping("/{id}/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    LoanViews.Taken confirm(@PathVariable String id, HttpServletRequest request) {
        return once.call(request, "", LoanViews.Taken.class,
                () -> LoanViews.Taken.of(confirmRepayment.confirm(LoanIds.number(id))));
    }

    @Operation(summary = "Does not let it be posted, with the reason")
    @PostMapping("/{id}/rejection")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    Rejected reject(@PathVariable String id, @RequestBody Rejection body) {
        rejectRepayment.reject(LoanIds.number(id), body.reason());
        return new Rejected(id, Proposals.State.REJECTED);
    }
}

package vn.coopfund.servicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.council.Matter;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.ConfirmProposal;
import vn.coopfund.servicing.Decided;
import vn.coopfund.servicing.DeclineProposal;
import vn.coopfund.servicing.Proposal;
import vn.coopfund.servicing.ProposalKind;
import vn.coopfund.servicing.ProposalMatters;
import vn.coopfund.servicing.Proposals;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.WaitingActs;
import vn.coopfund.servicing.WithdrawProposal;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Strict;

/** Acts that wait for a second person. */
@RestController
@RequestMapping({"/api/v1/proposals", "/api/v1/repayment-proposals"})
@OpenToReadersOfProposals
@Tag(name = "loans")
class ProposalApi {

    private final Proposals proposals;
    private final WaitingActs acts;
    private final ConfirmProposal confirmProposal;
    private final DeclineProposal declineProposal;
    private final WithdrawProposal withdrawProposal;
    private final ProposalMatters matters;
    private final ActPages pages;
    private final Once once;

    ProposalApi(Proposals proposals, WaitingActs acts, ConfirmProposal confirmProposal, DeclineProposal declineProposal,
            WithdrawProposal withdrawProposal, ProposalMatters matters, ActPages pages, Once once) {
        this.proposals = proposals;
        this.acts = acts;
        this.confirmProposal = confirmProposal;
        this.declineProposal = declineProposal;
        this.withdrawProposal = withdrawProposal;
        this.matters = matters;
        this.pages = pages;
        this.once = once;
    }

    /**
     * An act that waits, or waited.
     *
     * @param waitsFor the roles that may decide
     * @param hindered why it could not be done today; empty where it could
     * @param council  how it stands before the council; null where it never needed it
     */
    record View(String id, ProposalKind kind, String loan, String loanNumber, MonetaryAmount amount, LocalDate valueDate,
            Channel channel, String reference, String why, Proposal.State state, String proposedBy, LocalDate proposedOn,
            Set<Role> waitsFor, List<String> hindered, String decidedBy, LocalDate decidedOn, String reason, Council council) {
    }

    /** @param matter its id under {@code /council/matters}, where the votes are */
    record Council(String matter, Matter.State state, Boolean approved, String minutes) {
        static Council of(Matter one) {
            return new Council(String.valueOf(one.id()), one.state(), one.approved(), one.minutes());
        }
    }

    /** An act now waits: {@code state} is PENDING. */
    record Waits(String id, ProposalKind kind, String loan, Proposal.State state) {

        static Waits of(Proposed one) {
            return new Waits(String.valueOf(one.id()), one.kind(), one.loanId() == null ? null : String.valueOf(one.loanId()),
                    one.state());
        }
    }

    /**
     * @param id        of what came of it: the repayment, say
     * @param allocated where the money of a receipt went; null for other acts
     */
    record Answer(String id, String proposal, String loan, ProposalKind kind, String state, LoanViews.Allocated allocated) {

        static Answer of(Decided one) {
            return new Answer(one.result() == null ? null : String.valueOf(one.result()), String.valueOf(one.id()),
                    String.valueOf(one.loanId()), one.kind(), "POSTED",
                    one.receipt() == null ? null : LoanViews.Allocated.of(one.receipt().allocated()));
        }
    }

    @Strict
    record Rejection(String reason) {
    }

    @Operation(summary = "Those still waiting")
    @GetMapping
    PageOf<View> pending(@RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        PageOf.Wish wish = PageOf.Wish.of(page, size);
        List<Proposal> waiting = proposals.pending(null);
        return new PageOf<>(waiting.stream().skip(wish.offset()).limit(wish.size()).map(this::view).toList(), wish.page(),
                wish.size(), waiting.size());
    }

    @Operation(summary = "One of them, decided or not")
    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return view(proposals.byId(LoanIds.number(id)));
    }

    @Operation(summary = "Lets the act be done, by somebody else than who proposed it")
    @PostMapping("/{id}/confirmation")
    @Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
    Answer confirm(@PathVariable String id, HttpServletRequest request) {
        return once.call(request, "", Answer.class, () -> Answer.of(confirmProposal.confirm(LoanIds.number(id))));
    }

    @Operation(summary = "Does not let it be done, with the reason")
    @PostMapping("/{id}/rejection")
    @Allowed({Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.COUNCIL_CHAIR})
    Waits reject(@PathVariable String id, @RequestBody Rejection body) {
        return Waits.of(declineProposal.decline(LoanIds.number(id), body.reason()));
    }

    @Operation(summary = "Takes one's own proposal back while it waits")
    @PostMapping("/{id}/withdrawal")
    @Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
    Waits withdraw(@PathVariable String id) {
        return Waits.of(withdrawProposal.withdraw(LoanIds.number(id)));
    }

    private View view(Proposal one) {
        return new View(String.valueOf(one.id()), one.kind(), one.loanId() == null ? null : String.valueOf(one.loanId()),
                one.loanNumber(), one.money(), one.valueDate(), one.channel(), one.reference(), one.why(), one.state(),
                one.proposedByName(), one.proposedOn(), one.isPending() ? acts.deciders(one) : Set.of(),
                pages.hindrance(one),
                one.decidedByName(), one.decidedOn(), one.reason(), matters.of(one).map(Council::of).orElse(null));
    }
}

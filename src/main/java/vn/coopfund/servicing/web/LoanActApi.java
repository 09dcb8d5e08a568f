package vn.coopfund.servicing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.servicing.Channel;
import vn.coopfund.servicing.DisbursementState;
import vn.coopfund.servicing.DisbursementView;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.Recalls;
import vn.coopfund.servicing.RefundCredit;
import vn.coopfund.servicing.RefundTerms;
import vn.coopfund.servicing.ReleaseUndrawn;
import vn.coopfund.servicing.ReverseAcceleration;
import vn.coopfund.servicing.ReverseChargeOff;
import vn.coopfund.servicing.ReverseDisbursement;
import vn.coopfund.servicing.ReverseRepayment;
import vn.coopfund.servicing.ReverseRestructure;
import vn.coopfund.servicing.TakenReceipt;
import vn.coopfund.servicing.TakenReceipts;
import vn.coopfund.servicing.WaiveInterest;
import vn.coopfund.servicing.WaiverTerms;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Once;
import vn.coopfund.web.Strict;

/** Acts on a loan that wait for a second person, and what they take back: each answers 202 with state PENDING. */
@RestController
@RequestMapping("/api/v1/loans/{id}")
@OpenToReadersOfLoans
@Tag(name = "loans")
class LoanActApi {

    private final Loans loans;
    private final TakenReceipts receipts;
    private final ReverseRepayment reverseRepayment;
    private final ReverseDisbursement reverseDisbursement;
    private final ReleaseUndrawn releaseUndrawn;
    private final RefundCredit refundCredit;
    private final BankAccounts banks;
    private final WaiveInterest waiveInterest;
    private final ReverseRestructure reverseRestructure;
    private final ReverseAcceleration reverseAcceleration;
    private final Recalls recalls;
    private final ReverseChargeOff reverseChargeOff;
    private final Once once;

    LoanActApi(Loans loans, TakenReceipts receipts, ReverseRepayment reverseRepayment,
            ReverseDisbursement reverseDisbursement, ReleaseUndrawn releaseUndrawn,
            RefundCredit refundCredit, BankAccounts banks, WaiveInterest waiveInterest, ReverseRestructure reverseRestructure,
            ReverseAcceleration reverseAcceleration, Recalls recalls, ReverseChargeOff reverseChargeOff, Once once) {
        this.loans = loans;
        this.receipts = receipts;
        this.reverseRepayment = reverseRepayment;
        this.reverseDisbursement = reverseDisbursement;
        this.releaseUndrawn = releaseUndrawn;
        this.refundCredit = refundCredit;
        this.banks = banks;
        this.waiveInterest = waiveInterest;
        this.reverseRestructure = reverseRestructure;
        this.reverseAcceleration = reverseAcceleration;
        this.recalls = recalls;
        this.reverseChargeOff = reverseChargeOff;
        this.once = once;
    }

    /** @param reversedOn null while it stands */
    record Repayment(String id, MonetaryAmount amount, LocalDate valueDate, LocalDate bookedOn, Channel channel,
            String reference, LoanViews.Allocated allocated, LocalDate reversedOn, String reversalReason) {

        static Repayment of(TakenReceipt one) {
            return new Repayment(String.valueOf(one.id()), one.amount(), one.valueDate(), one.bookedOn(), one.channel(),
                    one.reference(), LoanViews.Allocated.of(one.parts()), one.reversedOn(), one.reversalReason());
        }
    }

    /** @param returnedOn null unless the money came back */
    record Disbursed(String id, int tranche, MonetaryAmount amount, DisbursementState state, Channel channel,
            LocalDate plannedOn, LocalDate paidOn, String note, LocalDate returnedOn, String returnReason) {

        static Disbursed of(DisbursementView one) {
            return new Disbursed(String.valueOf(one.id()), one.tranche(), one.amount(), one.state(), one.channel(),
                    one.plannedOn(), one.paidOn(), one.noteNumber(), one.returnedOn(), one.returnReason());
        }
    }

    @Strict
    record Reason(String reason) {
    }

    @Strict
    record Return(String reason, LocalDate returnedOn) {
    }

    @Operation(summary = "Receipts as they were taken, the latest first; those taken back too")
    @GetMapping("/repayments")
    List<Repayment> repayments(@PathVariable String id) {
        return receipts.of(LoanIds.number(id)).stream().map(Repayment::of).toList();
    }

    @Operation(summary = "Payments to the borrower, tranche by tranche; those that came back too")
    @GetMapping("/disbursements")
    List<Disbursed> disbursements(@PathVariable String id) {
        return loans.disbursements(LoanIds.number(id)).stream().map(Disbursed::of).toList();
    }

    @Operation(summary = "Proposes to take a receipt back")
    @PostMapping("/repayments/{repayment}/reversal")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<ProposalApi.Waits> reverse(@PathVariable String id, @PathVariable String repayment,
            @RequestBody Reason body, HttpServletRequest request) {
        return waits(request, body, () ->
                reverseRepayment.propose(LoanIds.loan(id), LoanIds.number(repayment), body.reason()));
    }

    @Operation(summary = "Proposes to take a disbursement back whose money came back")
    @PostMapping("/disbursements/{disbursement}/reversal")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<ProposalApi.Waits> reverse(@PathVariable String id, @PathVariable String disbursement,
            @RequestBody Return body, HttpServletRequest request) {
        return waits(request, body, () -> reverseDisbursement.propose(LoanIds.loan(id), LoanIds.number(disbursement),
                body.returnedOn(), body.reason()));
    }

    @Operation(summary = "Proposes to give up what is not drawn")
    @PostMapping("/undrawn-release")
    @Allowed(Role.LOAN_OFFICER)
    ResponseEntity<ProposalApi.Waits> release(@PathVariable String id, @RequestBody Reason body,
            HttpServletRequest request) {
        return waits(request, body, () -> releaseUndrawn.propose(LoanIds.loan(id), body.reason()));
    }

    @Strict
    record Refund(MonetaryAmount amount, Channel channel, String account, String bankAccount, String reason) {
    }

    /** What is absent is not forgiven. */
    @Strict
    record Waiver(Long interest, Long overdueInterest, Long lateInterest, Boolean unableToPay, String reason) {

        WaiverTerms terms() {
            return new WaiverTerms(interest, overdueInterest, lateInterest, Boolean.TRUE.equals(unableToPay));
        }
    }

    @Operation(summary = "Proposes to pay the borrower's credit back")
    @PostMapping("/refunds")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<ProposalApi.Waits> refund(@PathVariable String id, @RequestBody Refund body, HttpServletRequest request) {
        return waits(request, body, () -> refundCredit.propose(LoanIds.loan(id),
                new RefundTerms(body.amount(), body.channel(), body.account(), banks.named(body.bankAccount())), body.reason()));
    }

    @Operation(summary = "Proposes to forgive interest that is due")
    @PostMapping("/waivers")
    @Allowed({Role.LOAN_OFFICER, Role.ACCOUNTANT})
    ResponseEntity<ProposalApi.Waits> waive(@PathVariable String id, @RequestBody Waiver body, HttpServletRequest request) {
        return waits(request, body, () -> waiveInterest.propose(LoanIds.loan(id), body.terms(), body.reason()));
    }

    @Operation(summary = "Proposes to take the last restructuring back")
    @PostMapping("/restructurings/last/reversal")
    @Allowed(Role.LOAN_OFFICER)
    ResponseEntity<ProposalApi.Waits> reverseRestructure(@PathVariable String id, @RequestBody Reason body,
            HttpServletRequest request) {
        return waits(request, body, () -> reverseRestructure.propose(LoanIds.loan(id), body.reason()));
    }

    /** @param holds it stands, and no restructuring came after it */
    record Recall(String id, LocalDate decidedOn, LocalDate payBy, String reason, long principal, String notice,
            LocalDate deliveredOn, LocalDate reversedOn, boolean holds) {

        static Recall of(Recalls.Recall one) {
            return new Recall(String.valueOf(one.id()), one.valueDate(), one.payBy(), one.why(), one.principal(), one.notice(),
                    one.deliveredOn(), one.reversedOn(), one.holds());
        }
    }

    @Operation(summary = "Decisions that called the loan back before its time, the latest first; those taken back too")
    @GetMapping("/recalls")
    List<Recall> recalls(@PathVariable String id) {
        return recalls.of(loans.file(LoanIds.number(id)).loan().id()).stream().map(Recall::of).toList();
    }

    @Operation(summary = "Proposes to take back that the loan was called back")
    @PostMapping("/recalls/last/reversal")
    @Allowed(Role.LOAN_OFFICER)
    ResponseEntity<ProposalApi.Waits> reverseRecall(@PathVariable String id, @RequestBody Reason body,
            HttpServletRequest request) {
        return waits(request, body, () -> reverseAcceleration.propose(LoanIds.loan(id), body.reason()));
    }

    @Operation(summary = "Proposes to bring a debt back that left the balance sheet by mistake")
    @PostMapping("/write-offs/last/reversal")
    @Allowed(Role.ACCOUNTANT)
    ResponseEntity<ProposalApi.Waits> reverseChargeOff(@PathVariable String id, @RequestBody Reason body,
            HttpServletRequest request) {
        return waits(request, body, () -> reverseChargeOff.propose(LoanIds.loan(id), body.reason()));
    }

    private ResponseEntity<ProposalApi.Waits> waits(HttpServletRequest request, Object body, Supplier<Proposed> act) {
        return ResponseEntity.accepted().body(once.call(request, body, ProposalApi.Waits.class,
                () -> ProposalApi.Waits.of(Reasons.named(act))));
    }
}

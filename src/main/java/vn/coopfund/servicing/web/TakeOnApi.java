package vn.coopfund.servicing.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.schedule.DayCount;
import vn.coopfund.schedule.LoanFact;
import vn.coopfund.schedule.OverdueScope;
import vn.coopfund.schedule.PrincipalDue;
import vn.coopfund.servicing.TakeOnLoan;
import vn.coopfund.servicing.TakeOnTerms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Strict;

/** Live loans from old books, for programs. */
@RestController
@RequestMapping("/api/v1/loans/taken-on")
@Allowed(Role.ACCOUNTANT)
@Tag(name = "loans")
class TakeOnApi {

    private final TakeOnLoan takeOnLoan;
    private final Once once;

    TakeOnApi(TakeOnLoan takeOnLoan, Once once) {
        this.takeOnLoan = takeOnLoan;
        this.once = once;
    }

    @Strict
    record Body(String borrowerId, String contractNumber, LocalDate signedOn, String projectName,
            LocalDate firstDisbursedOn, @JsonDeserialize(using = Percent.class) BigDecimal annualRate,
            @JsonDeserialize(using = Percent.class) BigDecimal overdueFactor,
            @JsonDeserialize(using = Percent.class) BigDecimal lateInterestRate, DayCount dayCount, OverdueScope overdueScope,
            Boolean secured, String security, Long principal, @JsonSetter(contentNulls = Nulls.FAIL) List<PrincipalDue> rows,
            @JsonSetter(contentNulls = Nulls.FAIL) List<LoanFact.Arrear> arrears, Long interestAccrued, Integer restructureCount, Integer debtGroup, String account, String capitalSource,
            String reason) {

        TakeOnTerms terms() {
            return new TakeOnTerms(borrowerId == null ? 0 : LoanIds.number(borrowerId), contractNumber, signedOn, projectName, firstDisbursedOn,
                    annualRate, overdueFactor, lateInterestRate, dayCount, overdueScope, Boolean.TRUE.equals(secured), security, orNothing(principal),
                    rows, arrears, orNothing(interestAccrued), restructureCount == null ? 0 : restructureCount,
                    debtGroup == null ? 1 : debtGroup, account, capitalSource == null ? null : LoanIds.number(capitalSource));
        }

        private static long orNothing(Long amount) {
            return amount == null ? 0 : amount;
        }
    }

    @Operation(summary = "Proposes to take a live loan on; 202 with state PENDING")
    @PostMapping
    ResponseEntity<ProposalApi.Waits> takeOn(@RequestBody Body body, HttpServletRequest request) {
        return ResponseEntity.accepted().body(once.call(request, body, ProposalApi.Waits.class,
                () -> ProposalApi.Waits.of(Reasons.named(() -> takeOnLoan.propose(body.terms(), body.reason())))));
    }
}

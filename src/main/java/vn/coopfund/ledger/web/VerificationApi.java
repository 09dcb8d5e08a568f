package vn.coopfund.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.Verification;
import vn.coopfund.ledger.VerifyBooks;

/** Whether the books are what they were when they were written. */
@RestController
@RequestMapping("/api/v1/ledger/verification")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
@Tag(name = "ledger")
class VerificationApi {

    private final VerifyBooks verifyBooks;

    VerificationApi(VerifyBooks verifyBooks) {
        this.verifyBooks = verifyBooks;
    }

    @Operation(summary = "Walks the chain of entries, sums the balances anew and names the first row that disagrees")
    @GetMapping
    Verification verify() {
        return verifyBooks.verify();
    }
}

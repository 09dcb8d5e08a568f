package vn.coopfund.ledger.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.ledger.VerifyBooks;

/** The walk through the books, on demand. */
@Controller
@RequestMapping("/books/verification")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER})
class VerificationController {

    private final VerifyBooks verifyBooks;

    VerificationController(VerifyBooks verifyBooks) {
        this.verifyBooks = verifyBooks;
    }

    /** It changes nothing, so that it is asked for by its address. */
    @GetMapping
    String show(@RequestParam(defaultValue = "false") boolean walk, Model model) {
        model.addAttribute("found", walk ? verifyBooks.verify() : null);
        return "ledger/verification";
    }
}

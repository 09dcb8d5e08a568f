package vn.coopfund.treasury.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.money.Dong;
import vn.coopfund.treasury.Deposit;
import vn.coopfund.treasury.Deposits;
import vn.coopfund.treasury.OpenDeposit;
import vn.coopfund.treasury.TurnDeposit;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;

/** Term deposits for programs; what is ordered waits under /vouchers/orders. */
@RestController
@RequestMapping("/api/v1/deposits")
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
@Tag(name = "treasury")
class DepositApi {

    private final Deposits deposits;
    private final OpenDeposit openDeposit;
    private final TurnDeposit turnDeposit;
    private final Once once;

    DepositApi(Deposits deposits, OpenDeposit openDeposit, TurnDeposit turnDeposit, Once once) {
        this.deposits = deposits;
        this.openDeposit = openDeposit;
        this.turnDeposit = turnDeposit;
        this.once = once;
    }

    record Item(String id, String bank, String number, MonetaryAmount principal, BigDecimal rate, LocalDate openedOn,
            LocalDate maturesOn, boolean open, LocalDate closedOn, MonetaryAmount interestReceived) {

        static Item of(Deposit one) {
            return new Item(Long.toString(one.id()), one.bank(), one.number(), Dong.of(one.principal()), one.rate(),
                    one.openedOn(), one.maturesOn(), one.open(), one.closedOn(), Dong.of(one.interest()));
        }
    }

    /** An order that waits for the second person. */
    record Outcome(String id, MoneyOrder.State state) {

        static Outcome of(MoneyOrder order) {
            return new Outcome(Long.toString(order.id()), order.state());
        }
    }

    @Operation(summary = "Deposits that are open; with all=true the closed ones too")
    @GetMapping
    PageOf<Item> list(@RequestParam(required = false) boolean all, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return deposits.list(all, SortBy.of(null, "matures", Deposits.COLUMNS), PageOf.Wish.of(page, size)).map(Item::of);
    }

    @Operation(summary = "Orders idle money to be put on term")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    Outcome open(@RequestBody OpenDeposit.Wish wish, HttpServletRequest request) {
        return once.call(request, wish, Outcome.class, () -> Outcome.of(openDeposit.order(wish)));
    }

    @Operation(summary = "Orders what the bank says of a deposit: INTEREST, MATURED, RENEWED or WITHDRAWN")
    @PostMapping("/{id}/turns")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    Outcome turn(@PathVariable long id, @RequestBody TurnDeposit.Wish wish, HttpServletRequest request) {
        return once.call(request, wish, Outcome.class, () -> Outcome.of(turnDeposit.order(id, wish)));
    }
}

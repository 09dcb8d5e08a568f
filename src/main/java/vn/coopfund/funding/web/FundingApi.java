package vn.coopfund.funding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.funding.Capital;
import vn.coopfund.funding.CapitalSource;
import vn.coopfund.funding.CapitalSources;
import vn.coopfund.funding.CapitaliseAccumulation;
import vn.coopfund.funding.ConfirmContribution;
import vn.coopfund.funding.Contribution;
import vn.coopfund.funding.Contributions;
import vn.coopfund.funding.NewContribution;
import vn.coopfund.funding.ProposeContribution;
import vn.coopfund.funding.ReverseContribution;
import vn.coopfund.funding.WithdrawCapital;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.MoneyOrder;
import vn.coopfund.web.Once;

/** Capital for programs. */
@RestController
@RequestMapping("/api/v1/funding")
@Tag(name = "funding")
class FundingApi {

    private final Capital capital;
    private final CapitalSources sources;
    private final Contributions contributions;
    private final ProposeContribution proposeContribution;
    private final ConfirmContribution confirmContribution;
    private final ReverseContribution reverseContribution;
    private final WithdrawCapital withdrawCapital;
    private final CapitaliseAccumulation capitaliseAccumulation;
    private final People people;
    private final BusinessDay businessDay;
    private final Once once;

    FundingApi(Capital capital, CapitalSources sources, Contributions contributions, ProposeContribution proposeContribution,
            ConfirmContribution confirmContribution, ReverseContribution reverseContribution, WithdrawCapital withdrawCapital,
            CapitaliseAccumulation capitaliseAccumulation, People people, BusinessDay businessDay, Once once) {
        this.capital = capital;
        this.sources = sources;
        this.contributions = contributions;
        this.proposeContribution = proposeContribution;
        this.confirmContribution = confirmContribution;
        this.reverseContribution = reverseContribution;
        this.withdrawCapital = withdrawCapital;
        this.capitaliseAccumulation = capitaliseAccumulation;
        this.people = people;
        this.businessDay = businessDay;
        this.once = once;
    }

    /** A source with what stands on the books of it. */
    record SourceView(String id, String code, String name, String account, boolean charter, MonetaryAmount balance) {
    }

    /** A contribution; the entry is null until it is confirmed. */
    record Movement(String id, String source, MonetaryAmount amount, LocalDate valueDate, String decision,
            Contribution.State state, String proposedBy, Instant proposedAt, String settledBy, Instant settledAt,
            String entry) {
    }

    record CapitalView(LocalDate asOf, MonetaryAmount charterCapital, MonetaryAmount actualCharterCapital,
            List<SourceView> sources, List<Movement> movements) {
    }

    /** What became of a contribution. */
    record Outcome(String id, Contribution.State state, String entry) {
    }

    @Operation(summary = "Capital sources with their balances, and every contribution with its paper")
    @GetMapping("/capital")
    @Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR, Role.CONTROLLER, Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
    CapitalView capital() {
        LocalDate today = businessDay.today();
        Map<Long, Long> standing = capital.bySource(today);
        return new CapitalView(today, capital.charterCapital(today), capital.actualCharterCapital(today),
                sources.all().stream().map(source -> view(source, standing.getOrDefault(source.id(), 0L))).toList(),
                contributions.all().stream().map(this::view).toList());
    }

    @Operation(summary = "Proposes capital paid in; it waits for the chief accountant")
    @PostMapping("/contributions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    Outcome propose(@RequestBody NewContribution proposed, HttpServletRequest request) {
        return once.call(request, proposed, Outcome.class, () -> outcome(proposeContribution.propose(proposed)));
    }

    @Operation(summary = "Confirms a contribution as the second person, and posts it")
    @PostMapping("/contributions/{id}/confirmation")
    @Allowed(Role.CHIEF_ACCOUNTANT)
    Outcome confirm(@PathVariable long id, HttpServletRequest request) {
        return once.call(request, id, Outcome.class, () -> outcome(confirmContribution.confirm(id)));
    }

    /** @param valueDate when the money went back; null is today */
    record Reversal(String reason, LocalDate valueDate) {
    }

    @Operation(summary = "Orders a confirmed contribution to be taken back; see /vouchers/orders/{id}")
    @PostMapping("/contributions/{id}/reversal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    OrderOutcome reverse(@PathVariable long id, @RequestBody Reversal body, HttpServletRequest request) {
        return once.call(request, body, OrderOutcome.class, () -> OrderOutcome.of(reverseContribution.order(id,
                body.valueDate() == null ? businessDay.today() : body.valueDate(), body.reason())));
    }

    @Operation(summary = "Orders capital to be given back, or entrusted money returned; see /vouchers/orders/{id}")
    @PostMapping("/withdrawals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    OrderOutcome withdraw(@RequestBody WithdrawCapital.Wish wish, HttpServletRequest request) {
        return once.call(request, wish, OrderOutcome.class, () -> OrderOutcome.of(withdrawCapital.order(wish)));
    }

    @Operation(summary = "Orders accumulation to count as charter capital; see /vouchers/orders/{id}")
    @PostMapping("/capitalisations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(Role.ACCOUNTANT)
    OrderOutcome capitalise(@RequestBody CapitaliseAccumulation.Wish wish, HttpServletRequest request) {
        return once.call(request, wish, OrderOutcome.class, () -> OrderOutcome.of(capitaliseAccumulation.order(wish)));
    }

    /** An order that waits for the second person. */
    record OrderOutcome(String id, MoneyOrder.State state) {

        static OrderOutcome of(MoneyOrder order) {
            return new OrderOutcome(Long.toString(order.id()), order.state());
        }
    }

    private static Outcome outcome(Contribution contribution) {
        return new Outcome(Long.toString(contribution.id()), contribution.state(), text(contribution.entryId()));
    }

    private static SourceView view(CapitalSource source, long balance) {
        return new SourceView(Long.toString(source.id()), source.code(), source.name(LocaleContextHolder.getLocale()),
                source.account(), source.charter(), Dong.of(balance));
    }

    private Movement view(Contribution paidIn) {
        return new Movement(Long.toString(paidIn.id()), paidIn.source().code(), paidIn.amount(), paidIn.valueDate(),
                paidIn.decision(), paidIn.state(), name(paidIn.proposedBy()), paidIn.proposedAt(), name(paidIn.settledBy()),
                paidIn.settledAt(), text(paidIn.entryId()));
    }

    private String name(Long person) {
        return person == null ? null : people.nameOf(person);
    }

    private static String text(Long id) {
        return id == null ? null : Long.toString(id);
    }
}

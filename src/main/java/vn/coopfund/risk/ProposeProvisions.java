package vn.coopfund.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Items;
import vn.coopfund.servicing.Classifications;
import vn.coopfund.web.Refusal;

/** Works out the provisions as at a month end on its official groups; nothing is posted until a second person confirms. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ProposeProvisions {

    private final Classifications classifications;
    private final Items items;
    private final ProvisionRates rates;
    private final Provisions provisions;
    private final ProvisionBook book;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final MonthEnds monthEnds;

    ProposeProvisions(Classifications classifications, Items items, ProvisionRates rates,
            Provisions provisions, ProvisionBook book, JdbcClient jdbc, BusinessDay businessDay, MonthEnds monthEnds) {
        this.classifications = classifications;
        this.items = items;
        this.rates = rates;
        this.provisions = provisions;
        this.book = book;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.monthEnds = monthEnds;
    }

    /** Answers the id of the proposal. */
    public long propose(LocalDate asOf) {
        Classifications.Run official = official(asOf);
        Map<Integer, ProvisionRates.Rate> inForce = rates.on(asOf, official.ruleSet());
        List<Provisioning.Debt> debts = debts(asOf);
        long run = provisions.add(asOf, Provisioning.general(debts, inForce), book.general(asOf), businessDay.today());
        Map<Long, Long> before = book.specific(asOf);
        Provisioning.specific(debts, covers(asOf), inForce).forEach(need -> provisions.addLine(run, need.debt().loan(),
                need.debt().debtGroup(), need.debt().principal(), need.deducted(), need.rate(), need.debt().entrusted(),
                need.specific(), before.getOrDefault(need.debt().loan(), 0L)));
        debts.forEach(debt -> before.remove(debt.loan()));
        before.forEach((loan, amount) ->
                provisions.addLine(run, loan, null, 0, 0, BigDecimal.ZERO, false, 0, amount));
        monthEnds.tell("Message_ProvisionsProposed", asOf);
        return run;
    }

    private Classifications.Run official(LocalDate asOf) {
        if (asOf == null) {
            throw Refusal.invalid("asOf", "risk.refused.required");
        }
        Classifications.Run run = classifications.find(asOf).filter(Classifications.Run::isApproved)
                .orElseThrow(() -> Refusal.conflict("risk.refused.not-classified", asOf));
        provisions.find(asOf).ifPresent(known -> {
            throw Refusal.conflict("risk.refused.provision-known", asOf);
        });
        provisions.lastConfirmed().filter(last -> last.isAfter(asOf)).ifPresent(last -> {
            throw Refusal.conflict("risk.refused.later-provision", last);
        });
        return run;
    }

    private List<Provisioning.Debt> debts(LocalDate asOf) {
        Set<Long> entrusted = new HashSet<>(jdbc.sql("select loan_id from risk.entrusted_loan where noted_on <= ?")
                .param(businessDay.today()).query(Long.class).list());
        return classifications.lines(asOf).stream().map(line -> new Provisioning.Debt(line.loanId(), line.debtGroup(),
                line.principal(), entrusted.contains(line.loanId()))).toList();
    }

    private List<Provisioning.Cover> covers(LocalDate asOf) {
        Map<String, BigDecimal> counted = rates.counted(asOf);
        return items.on(asOf).stream().map(item -> new Provisioning.Cover(item.value(),
                counted.getOrDefault(item.measure().name(), BigDecimal.ZERO), item.claims())).toList();
    }
}

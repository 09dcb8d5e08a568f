package vn.coopfund.funding;

import java.time.LocalDate;
import java.util.Optional;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Duties;
import vn.coopfund.access.Duty;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.Dong;
import vn.coopfund.vouchers.BankAccounts;
import vn.coopfund.web.Refusal;

/** Proposes capital paid in. Nothing is posted until a second person confirms it. */
@Act
@Allowed(Role.ACCOUNTANT)
public class ProposeContribution {

    private static final int LONGEST_DECISION = 500;

    private final Contributions contributions;
    private final CapitalSources sources;
    private final Duties duties;
    private final BusinessDay businessDay;
    private final BankAccounts banks;

    ProposeContribution(Contributions contributions, CapitalSources sources, Duties duties, BusinessDay businessDay,
            BankAccounts banks) {
        this.contributions = contributions;
        this.sources = sources;
        this.duties = duties;
        this.businessDay = businessDay;
        this.banks = banks;
    }

    /** Returns the contribution, which waits for its confirmation. */
    public Contribution propose(NewContribution proposed) {
        CapitalSource source = check(proposed);
        Actor actor = Actors.current();
        long id = contributions.add(proposed, source, banks.named(proposed.bankAccount()), actor.isSystem() ? null : actor.id(), businessDay.now());
        duties.take(Subject.contribution(id), Duty.PREPARE_CONTRIBUTION);
        return contributions.get(id);
    }

    private CapitalSource check(NewContribution proposed) {
        LocalDate today = businessDay.today();
        LocalDate day = proposed.valueDate();
        Refusal.Problems problems = new Refusal.Problems()
                .addIf(proposed.amount() == null || Dong.longOf(proposed.amount()) <= 0, "amount", "funding.contribution.amount")
                .addIf(proposed.amount() != null && proposed.amount().isGreaterThan(Dong.LARGEST), "amount",
                        "funding.contribution.amount.too-large", Dong.LARGEST)
                .addIf(day == null, "valueDate", "funding.contribution.value-date")
                .addIf(day != null && day.isAfter(today), "valueDate", "ledger.value-date-in-future", today)
                .addIf(proposed.decision() == null || proposed.decision().isBlank(), "decision", "funding.contribution.decision")
                .addIf(proposed.decision() != null && proposed.decision().strip().length() > LONGEST_DECISION, "decision",
                        "funding.contribution.decision.too-long", LONGEST_DECISION);
        Optional<CapitalSource> source = proposed.source() == null ? Optional.empty()
                : sources.find(proposed.source(), day == null ? today : day);
        problems.addIf(source.isEmpty(), "source", "funding.contribution.source").refuseIfAny();
        return source.get();
    }
}

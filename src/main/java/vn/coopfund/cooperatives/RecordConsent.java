package vn.coopfund.cooperatives;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.coopfund.access.Act;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.web.Refusal;

/**
 * Records that a borrower's representative consents to the processing of personal data (Law 91/2025/QH15, Decree
 * 356/2025): by its own sign-in today, or on a paper signed on a day that the loan officer names.
 */
@Act
@Allowed({Role.LOAN_OFFICER, Role.BORROWER})
public class RecordConsent {

    private final JdbcClient jdbc;
    private final BorrowerSight sight;
    private final Borrowers borrowers;
    private final BusinessDay businessDay;

    RecordConsent(JdbcClient jdbc, BorrowerSight sight, Borrowers borrowers, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.borrowers = borrowers;
        this.businessDay = businessDay;
    }

    /**
     * Replaces an earlier consent.
     *
     * @param signedOn the day of the signed paper; null where the person consents by sign-in
     */
    public BorrowerView record(long borrowerId, Set<ConsentPurpose> purposes, LocalDate signedOn) {
        Actor actor = Actors.current();
        Borrower borrower = sight.open(borrowerId);
        Representative head = borrower.data().representative();
        boolean bySignIn = actor.is(Role.BORROWER);
        LocalDate givenOn = bySignIn ? businessDay.today() : signedOn;
        new Refusal.Problems()
                .addIf(head.name() == null || head.citizenNumber() == null, null, "cooperatives.consent.refused.profile")
                .addIf(!purposes.containsAll(ConsentPurpose.allNeeded()), "purposes", "cooperatives.consent.refused.needed")
                .addIf(givenOn == null, "signedOn", "cooperatives.consent.refused.signed-on")
                .addIf(givenOn != null && givenOn.isAfter(businessDay.today()), "signedOn", "cooperatives.refused.future")
                .refuseIfAny();
        jdbc.sql("update cooperatives.consent set withdrawn_at = now(), withdrawn_by = ? "
                        + "where borrower_id = ? and withdrawn_at is null")
                .params(actor.isSystem() ? null : actor.id(), borrowerId).update();
        jdbc.sql("""
                insert into cooperatives.consent (id, fund_id, borrower_id, person_name, citizen_number, purposes,
                    text_version, evidence, given_on, recorded_by)
                values (nextval('cooperatives.consent_seq'), :fund, :borrower, :name, :number, :purposes, :version,
                    :evidence, :on, :by)""")
                .param("fund", actor.fundId()).param("borrower", borrowerId).param("name", head.name())
                .param("number", head.citizenNumber())
                .param("purposes", purposes.stream().sorted().map(Enum::name).toArray(String[]::new))
                .param("version", Consents.TEXT_VERSION).param("evidence", bySignIn ? "SIGN_IN" : "PAPER")
                .param("on", givenOn).param("by", actor.isSystem() ? null : actor.id())
                .update();
        return borrowers.view(borrower);
    }
}

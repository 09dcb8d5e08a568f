package vn.coopfund.servicing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.SecurityMeasure;
import vn.coopfund.origination.ContractSigned;

/** The security of a contract secures its loan: the items of its application, or what the contract says in words. */
@Component
class ContractSecurity {

    private final JdbcClient jdbc;
    private final Covers covers;

    ContractSecurity(JdbcClient jdbc, Covers covers) {
        this.jdbc = jdbc;
        this.covers = covers;
    }

    private record Appraised(String kind, Long value, LocalDate on) {
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void bind(ContractSigned contract) {
        if (!contract.secured()) {
            return;
        }
        Appraised appraised = jdbc.sql("""
                select a.security_kind as kind, p.collateral_value as value, p.appraised_on as "on"
                from origination.application a left join origination.appraisal p on p.application_id = a.id
                where a.id = ? order by p.id desc limit 1""").param(contract.applicationId()).query(Appraised.class)
                .optional().orElse(new Appraised("MORTGAGE", null, null));
        covers.bind(contract.applicationId(), contract.loanId(), contract.borrowerId(), contract.signedOn(),
                new Covers.InWords(SecurityMeasure.valueOf(appraised.kind()),
                        contract.security() == null ? contract.contractNumber() : contract.security(), appraised.value(),
                        appraised.on(), contract.contractNumber()));
    }
}

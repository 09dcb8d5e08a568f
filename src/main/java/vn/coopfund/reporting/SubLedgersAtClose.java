package vn.coopfund.reporting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.coopfund.ledger.PeriodCheck;

/** Before a month is closed: whether the loans' ledger and the books agree at its end. */
@Configuration(proxyBeanMethods = false)
class SubLedgersAtClose {

    /** How many loans differ. */
    @Bean
    PeriodCheck subLedgersAgree(SubLedgers subLedgers) {
        return PeriodCheck.advice("reporting.check.sub-ledgers", month -> subLedgers.compare(month.atEndOfMonth()).stream()
                .filter(line -> !line.agrees()).count());
    }
}

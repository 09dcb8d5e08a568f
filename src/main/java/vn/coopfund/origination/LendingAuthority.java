package vn.coopfund.origination;

import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Backing;
import vn.coopfund.collateral.SecurityMeasure;
import vn.coopfund.money.Dong;
import vn.coopfund.products.LendingRegulation;
import vn.coopfund.products.LendingRegulations;

/**
 * Up to what the director decides on an application. It is secured only as far as the appraised collateral, less its haircut,
 * covers the amount as the regulation asks; what the applicant calls it decides nothing.
 */
@Component
public class LendingAuthority {

    private final Appraisals appraisals;
    private final Backing backing;
    private final LendingRegulations regulations;
    private final BusinessDay businessDay;

    LendingAuthority(Appraisals appraisals, Backing backing, LendingRegulations regulations, BusinessDay businessDay) {
        this.appraisals = appraisals;
        this.backing = backing;
        this.regulations = regulations;
        this.businessDay = businessDay;
    }

    @Transactional(readOnly = true)
    public boolean isSecured(ApplicationView application, MonetaryAmount amount) {
        return amount != null && today().isSecuredBy(counted(application), amount);
    }

    @Transactional(readOnly = true)
    public MonetaryAmount limit(ApplicationView application, MonetaryAmount amount) {
        return today().directorLimit(isSecured(application, amount));
    }

    /** What the collateral counts for, đồng; before the appraisal by the estimate of who offers it. */
    @Transactional(readOnly = true)
    public MonetaryAmount counted(ApplicationView application) {
        ApplicationContent content = application.content();
        if (!content.securityKind().isSecured()) {
            return Dong.ZERO;
        }
        MonetaryAmount value = appraisals.latest(application.id()).map(Appraisals.Appraisal::collateralValue)
                .orElse(content.securityValue() == null ? Dong.ZERO : content.securityValue());
        return Dong.of(backing.ofApplication(application.id(), Dong.longOf(value),
                SecurityMeasure.valueOf(content.securityKind().name())));
    }

    private LendingRegulation today() {
        return regulations.on(businessDay.today());
    }
}

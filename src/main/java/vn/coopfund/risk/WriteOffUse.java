package vn.coopfund.risk;

import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.servicing.ProvisionUse;

/** What of the provisions a write-off uses: the loan's own first, then the general one, at most the principal. */
@Component
class WriteOffUse {

    private final ProvisionBook book;
    private final BusinessDay businessDay;

    WriteOffUse(ProvisionBook book, BusinessDay businessDay) {
        this.book = book;
        this.businessDay = businessDay;
    }

    ProvisionUse of(long loan, long principal) {
        long specific = Math.min(principal, Math.max(0, book.specificOf(loan)));
        return new ProvisionUse(specific, Math.min(principal - specific, Math.max(0, book.general(businessDay.today()))));
    }
}

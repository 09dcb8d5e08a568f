package vn.coopfund.cooperatives;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.coopfund.web.Refusal;

/** Checks and keeps a file; registering and updating go through here. */
@Component
class BorrowerDesk {

    private final BorrowerRepository files;
    private final BorrowerRules rules;
    private final Communes communes;
    private final Borrowers borrowers;

    BorrowerDesk(BorrowerRepository files, BorrowerRules rules, Communes communes, Borrowers borrowers) {
        this.files = files;
        this.rules = rules;
        this.communes = communes;
        this.borrowers = borrowers;
    }

    BorrowerView keep(Borrower borrower, BorrowerData typed) {
        BorrowerData data = typed.cleaned(borrower.kind());
        rules.check(borrower.kind(), data);
        refuseTwin(borrower, data.number());
        borrower.write(data, communes.written(data.address()));
        return borrowers.view(files.saveAndFlush(borrower));
    }

    private void refuseTwin(Borrower borrower, String number) {
        Optional<Borrower> twin = files.findByFundIdAndNumber(borrower.fundId(), number)
                .filter(found -> !found.id().equals(borrower.id()));
        if (twin.isPresent()) {
            throw Refusal.invalid("number", "cooperatives.refused.known-number", number);
        }
    }
}

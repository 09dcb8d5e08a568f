package vn.coopfund.cooperatives.web;

import java.time.LocalDate;
import vn.coopfund.cooperatives.BorrowerFile;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerSearch;
import vn.coopfund.cooperatives.BorrowerView;

/** A borrower in a list for programs. */
record CooperativeItem(String id, BorrowerKind kind, String name, String number, String representativeName,
        boolean memberOfAlliance, boolean profileComplete, boolean consentGiven, LocalDate registeredOn) {

    static CooperativeItem of(BorrowerSearch.Row row) {
        return new CooperativeItem(String.valueOf(row.id()), row.kind(), row.name(), row.number(), row.representativeName(),
                row.memberOfAlliance(), row.profileComplete(), row.consentGiven(), row.registeredOn());
    }

    static CooperativeItem of(BorrowerFile file) {
        BorrowerView view = file.view();
        return new CooperativeItem(String.valueOf(view.id()), view.kind(), view.name(), view.number(),
                view.representativeName(), view.memberOfAlliance(), view.profileComplete(), view.consentGiven(),
                file.registeredOn());
    }
}

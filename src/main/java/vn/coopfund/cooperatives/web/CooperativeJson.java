package vn.coopfund.cooperatives.web;

import java.time.LocalDate;
import java.util.List;
import vn.coopfund.cooperatives.Address;
import vn.coopfund.cooperatives.BankAccount;
import vn.coopfund.cooperatives.BorrowerData;
import vn.coopfund.cooperatives.BorrowerFile;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.BorrowerView;
import vn.coopfund.cooperatives.MemberKind;
import vn.coopfund.cooperatives.Representative;

/**
 * A borrower for programs. What GET answers may be changed and sent back by PUT, whole or only what changes; {@code addressText} and all after
 * {@code bank} are only answered. {@code version} in a PUT is optional: with it, a write over somebody else's is refused.
 */
record CooperativeJson(String id, Integer version, BorrowerKind kind, String name, String number, MemberKind memberKind,
        String memberOf, LocalDate foundedOn, Address address, String addressText, String phone, String email,
        String lineOfBusiness, LocalDate allianceMemberSince, Integer members, Representative representative,
        BankAccount bank, Boolean masked, Boolean profileComplete, List<String> missing, Boolean consentGiven,
        LocalDate registeredOn) {

    static CooperativeJson of(BorrowerFile file) {
        BorrowerView view = file.view();
        BorrowerData data = file.data();
        return new CooperativeJson(String.valueOf(view.id()), file.version(), view.kind(), data.name(), data.number(),
                data.memberKind(), data.memberOf(), data.foundedOn(), data.address(), view.address(), data.phone(),
                data.email(), data.lineOfBusiness(), data.allianceMemberSince(), data.members(), data.representative(),
                data.bank(), file.masked(), view.profileComplete(), file.missing(), view.consentGiven(), file.registeredOn());
    }

    BorrowerData data() {
        return new BorrowerData(name, number, memberKind, memberOf, foundedOn, address, phone, email, lineOfBusiness,
                allianceMemberSince, members, representative, bank);
    }
}

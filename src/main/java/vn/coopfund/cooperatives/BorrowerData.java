package vn.coopfund.cooperatives;

import java.time.LocalDate;

/**
 * What a borrower's file says, as typed. Only name and number must be there to open a file; the rest may follow.
 *
 * @param number     registration and tax number with its check digit; of a person the citizen number
 * @param memberKind of persons only, and required there
 * @param memberOf   the cooperative or group that a person belongs to
 * @param foundedOn  day of the first registration; null for persons
 * @param members    how many members a cooperative or union has
 * @param allianceMemberSince null for one that is not a member of the Alliance
 */
public record BorrowerData(String name, String number, MemberKind memberKind, String memberOf, LocalDate foundedOn,
        Address address, String phone, String email, String lineOfBusiness, LocalDate allianceMemberSince,
        Integer members, Representative representative, BankAccount bank) {

    /** A file with nothing in it yet. */
    public static final BorrowerData EMPTY =
            new BorrowerData(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public BorrowerData {
        address = address == null ? Address.NONE : address;
        representative = representative == null ? Representative.NONE : representative;
        bank = bank == null ? BankAccount.NONE : bank;
    }

    /** As it is kept: cleaned, without what does not go with the kind; a person represents itself. */
    BorrowerData cleaned(BorrowerKind kind) {
        boolean person = kind == BorrowerKind.PERSON;
        String cleanName = Clean.text(name);
        String cleanNumber = Clean.digits(number);
        Representative given = representative.cleaned();
        return new BorrowerData(cleanName, cleanNumber, person ? memberKind : null, person ? Clean.text(memberOf) : null,
                person ? null : foundedOn, address.cleaned(), Clean.digits(phone),
                Clean.text(email), Clean.text(lineOfBusiness), person ? null : allianceMemberSince, person ? null : members,
                person ? new Representative(cleanName, null, cleanNumber, given.bornOn(), Clean.digits(phone)) : given,
                bank.cleaned());
    }

    BorrowerData masked(BorrowerKind kind) {
        return new BorrowerData(name, kind == BorrowerKind.PERSON ? CitizenNumber.masked(number) : number, memberKind, memberOf,
                foundedOn, address, phone, email, lineOfBusiness, allianceMemberSince, members, representative.masked(), bank);
    }
}

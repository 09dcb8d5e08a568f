package vn.coopfund.cooperatives;

import java.time.LocalDate;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * A borrower as other rooms see it.
 *
 * @param number              registration and tax number; of a person the citizen number, masked for an actor who need
 *                            not see it
 * @param memberKind          null for all but persons
 * @param address             street or village, commune and province, as far as known
 * @param representativeBornOn null where it is not known yet, and for an actor who need not see it
 * @param memberOfAlliance    whether it is a member of the provincial Alliance
 * @param profileComplete     whether the file has all that an application needs
 * @param consentGiven        whether its representative's consent to the processing of personal data is in force
 */
public record BorrowerView(long id, BorrowerKind kind, MemberKind memberKind, String name, String number, LocalDate foundedOn,
        String address, String communeCode, String provinceCode, String representativeName, String representativeTitle,
        LocalDate representativeBornOn, boolean memberOfAlliance, boolean profileComplete, boolean consentGiven)
        implements HasSubject {

    @Override
    public Subject subject() {
        return Subject.cooperative(id);
    }

    /** Where its file is shown to staff. */
    public String path() {
        return "/cooperatives/" + id;
    }
}

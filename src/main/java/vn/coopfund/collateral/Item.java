package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.coopfund.access.HasSubject;
import vn.coopfund.access.Subject;

/**
 * An item that secures loans, or is offered to; one for an asset however many loans it secures.
 *
 * @param owner           the third person that owns it; null where the borrower does
 * @param office          where it is to be registered; null where that is not needed
 * @param estimate        of who offers it, đồng; null where only a contract names it
 * @param value           đồng, as last appraised; null where it never was
 * @param registrationDue whether it secures a loan and is not registered though it should be
 * @param papersHeld      whether the fund keeps papers of it
 */
public record Item(long id, String number, long borrowerId, String borrower, CollateralKind kind, SecurityMeasure measure,
        RegistrationOffice office, String description, Map<CollateralField, String> fields, String owner, String consent,
        Long guarantorId, Long estimate, String policy, LocalDate insuredUntil, LocalDate offeredOn, ItemState state, Long value,
        LocalDate valuedOn, String registration, String registrationNumber, LocalDate registeredOn, boolean registrationDue,
        boolean papersHeld, List<Cover> covers) implements HasSubject {

    /**
     * A loan that it secures or secured.
     *
     * @param most    up to how much, đồng; null with all that it is worth
     * @param endedOn when it was released from it; null while it secures it
     */
    public record Cover(long loanId, LocalDate fromOn, int rank, Long most, String contractNumber, LocalDate contractOn,
            LocalDate endedOn) {

        public boolean isOpen() {
            return endedOn == null;
        }
    }

    @Override
    public Subject subject() {
        return Subject.collateral(id);
    }

    public List<Cover> openCovers() {
        return covers.stream().filter(Cover::isOpen).toList();
    }

    public boolean secures() {
        return !openCovers().isEmpty();
    }

    public boolean isRegistered() {
        return "REGISTERED".equals(registration);
    }

    public String path() {
        return "/collateral/" + id;
    }

    /** Where on its page papers are signed for. */
    String pathOfPapers() {
        return path() + "#papers-title";
    }

    /** Where on its page a release is decided. */
    String pathOfReleases() {
        return path() + "#releases-title";
    }
}

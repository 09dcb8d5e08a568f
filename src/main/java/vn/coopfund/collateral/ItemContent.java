package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * An item as it is offered.
 *
 * @param description in words; without it the program writes it out of the fields
 * @param fields      by the name of {@link CollateralField#wire()}, as they were written
 * @param estimate    what its owner thinks that it is worth, đồng
 * @param owner       the third person that owns it, or null where the borrower does
 * @param consent     number and date of the third person's consent
 * @param guarantorId a borrower of the registry that stands good; null for another person, and for all but guarantees
 * @param policy      the insurance, or null
 */
public record ItemContent(CollateralKind kind, String description, Map<String, String> fields, MonetaryAmount estimate,
        String owner, String consent, Long guarantorId, String policy, LocalDate insuredUntil) {

    public ItemContent {
        fields = fields == null ? Map.of() : fields;
        description = blankToNull(description);
        owner = blankToNull(owner);
        consent = blankToNull(consent);
        policy = blankToNull(policy);
    }

    public static ItemContent of(CollateralKind kind, MonetaryAmount estimate, Map<String, String> fields) {
        return new ItemContent(kind, null, fields, estimate, null, null, null, null, null);
    }

    /** The same, owned by somebody else who agreed. */
    public ItemContent ownedBy(String third, String paper) {
        return new ItemContent(kind, description, fields, estimate, third, paper, guarantorId, policy, insuredUntil);
    }

    /** The same, insured. */
    public ItemContent insured(String insurance, LocalDate until) {
        return new ItemContent(kind, description, fields, estimate, owner, consent, guarantorId, insurance, until);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

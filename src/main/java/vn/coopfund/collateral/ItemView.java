package vn.coopfund.collateral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An item as programs read it; amounts in whole đồng.
 *
 * @param registration REGISTERED, NOT_REQUIRED, DEREGISTERED, or null
 * @param loans        those that it secures
 */
public record ItemView(String id, String number, CollateralKind kind, SecurityMeasure measure, String description,
        Map<String, String> fields, String owner, String consent, Long estimate, Long value, LocalDate valuedOn, ItemState state,
        String registration, String registrationNumber, LocalDate registeredOn, boolean registrationDue, boolean papersHeld,
        String policy, LocalDate insuredUntil, List<Secured> loans) {

    /** A loan that it secures; {@code most} is null where the item answers with all that it is worth. */
    public record Secured(String loanId, int rank, Long most, String contractNumber, LocalDate contractOn) {
    }

    public static ItemView of(Item item) {
        Map<String, String> fields = new TreeMap<>();
        item.fields().forEach((field, value) -> fields.put(field.wire(), value));
        return new ItemView(String.valueOf(item.id()), item.number(), item.kind(), item.measure(), item.description(), fields,
                item.owner(), item.consent(), item.estimate(), item.value(), item.valuedOn(), item.state(), item.registration(),
                item.registrationNumber(), item.registeredOn(), item.registrationDue(), item.papersHeld(), item.policy(),
                item.insuredUntil(), item.openCovers().stream().map(cover -> new Secured(String.valueOf(cover.loanId()),
                        cover.rank(), cover.most(), cover.contractNumber(), cover.contractOn())).toList());
    }
}

package vn.coopfund.collateral;

import static vn.coopfund.collateral.CollateralField.*;

import java.util.List;
import java.util.Optional;

/**
 * The kinds of items, each with the fields that it needs, what else may be said, the field by which one and the same item is
 * known again, how it secures, and where that is registered (Civil Code 2015 art. 292, Decree 21/2021/NĐ-CP, Decree
 * 99/2022/NĐ-CP).
 */
public enum CollateralKind {
    LAND(SecurityMeasure.MORTGAGE, RegistrationOffice.LAND_OFFICE, CERTIFICATE,
            List.of(CERTIFICATE, PLOT, MAP_SHEET, AREA, ADDRESS, HOLDERS), List.of()),
    BUILDING(SecurityMeasure.MORTGAGE, RegistrationOffice.LAND_OFFICE, CERTIFICATE,
            List.of(CERTIFICATE, ADDRESS, AREA, HOLDERS), List.of(PLOT, MAP_SHEET, MADE_IN)),
    VEHICLE(SecurityMeasure.MORTGAGE, RegistrationOffice.TRANSACTIONS_CENTRE, CHASSIS,
            List.of(PLATE, CHASSIS, ENGINE), List.of(BRAND, MADE_IN)),
    MACHINERY(SecurityMeasure.MORTGAGE, RegistrationOffice.TRANSACTIONS_CENTRE, SERIAL,
            List.of(ITEMS, SERIAL, ADDRESS), List.of(BRAND, MADE_IN)),
    STOCK(SecurityMeasure.MORTGAGE, RegistrationOffice.TRANSACTIONS_CENTRE, null,
            List.of(ITEMS, QUANTITY, ADDRESS), List.of()),
    VALUABLE_PAPER(SecurityMeasure.PLEDGE, null, PAPER_NUMBER,
            List.of(ISSUER, PAPER_NUMBER, FACE, DUE_ON), List.of()),
    RECEIVABLE(SecurityMeasure.MORTGAGE, RegistrationOffice.TRANSACTIONS_CENTRE, CONTRACT,
            List.of(DEBTOR, CONTRACT, FACE, DUE_ON), List.of()),
    FUTURE_ASSET(SecurityMeasure.MORTGAGE, RegistrationOffice.TRANSACTIONS_CENTRE, null,
            List.of(ITEMS, EXPECTED_ON), List.of(SUPPLIER, CONTRACT)),
    GUARANTEE(SecurityMeasure.GUARANTEE, null, null,
            List.of(GUARANTOR, GUARANTEED, UNTIL), List.of(GUARANTOR_ADDRESS)),
    /** As a contract says in its own words, where nobody offered an item: from old books, and from applications that only name it. */
    AS_CONTRACT(SecurityMeasure.MORTGAGE, null, null, List.of(), List.of());

    private final SecurityMeasure measure;
    private final RegistrationOffice office;
    private final CollateralField identity;
    private final List<CollateralField> needed;
    private final List<CollateralField> optional;

    CollateralKind(SecurityMeasure measure, RegistrationOffice office, CollateralField identity, List<CollateralField> needed,
            List<CollateralField> optional) {
        this.measure = measure;
        this.office = office;
        this.identity = identity;
        this.needed = needed;
        this.optional = optional;
    }

    /** Those that people offer. */
    public static List<CollateralKind> offered() {
        return java.util.Arrays.stream(values()).filter(kind -> kind != AS_CONTRACT).toList();
    }

    public SecurityMeasure measure() {
        return measure;
    }

    /** Where it is to be registered; empty where holding it, or a promise, is enough. */
    public Optional<RegistrationOffice> office() {
        return Optional.ofNullable(office);
    }

    Optional<CollateralField> identity() {
        return Optional.ofNullable(identity);
    }

    public List<CollateralField> needed() {
        return needed;
    }

    public List<CollateralField> optional() {
        return optional;
    }

    /** Whether somebody stands good, instead of something. */
    public boolean isGuarantee() {
        return this == GUARANTEE;
    }

    public String key() {
        return "collateral.kind." + name();
    }
}

package vn.coopfund.cooperatives;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where a borrower sits, by the two levels of units since 1 July 2025. {@code line}: house, street, village. */
@Embeddable
public record Address(@Column(name = "address_line") String line, String provinceCode, String communeCode) {

    static final Address NONE = new Address(null, null, null);

    Address cleaned() {
        return new Address(Clean.text(line), Clean.text(provinceCode), Clean.text(communeCode));
    }
}

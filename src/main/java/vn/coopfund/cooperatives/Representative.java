package vn.coopfund.cooperatives;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The person who represents a borrower by law; a personal borrower represents itself. */
@Embeddable
public record Representative(
        @Column(table = "representative", name = "name") String name,
        @Column(table = "representative", name = "title") String title,
        @Column(table = "representative", name = "citizen_number") String citizenNumber,
        @Column(table = "representative", name = "born_on") LocalDate bornOn,
        @Column(table = "representative", name = "phone") String phone) {

    static final Representative NONE = new Representative(null, null, null, null, null);

    Representative cleaned() {
        return new Representative(Clean.text(name), Clean.text(title), Clean.digits(citizenNumber), bornOn, Clean.digits(phone));
    }

    Representative masked() {
        return new Representative(name, title, CitizenNumber.masked(citizenNumber), null, phone);
    }
}

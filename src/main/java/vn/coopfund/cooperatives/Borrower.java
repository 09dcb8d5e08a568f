package vn.coopfund.cooperatives;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import vn.coopfund.web.SearchText;

/** A borrower's file. */
@Entity
@Table(schema = "cooperatives", name = "borrower")
@SecondaryTable(schema = "cooperatives", name = "representative",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "borrower_id"))
class Borrower {

    @Id
    @GeneratedValue(generator = "borrower")
    @SequenceGenerator(name = "borrower", sequenceName = "cooperatives.borrower_seq", allocationSize = 50)
    private Long id;
    @Version
    private int version;
    private long fundId;
    @Enumerated(EnumType.STRING)
    private BorrowerKind kind;
    private String name;
    private String number;
    @Enumerated(EnumType.STRING)
    private MemberKind memberKind;
    private String memberOf;
    private LocalDate foundedOn;
    @Embedded
    private Address address;
    private String phone;
    private String email;
    private String lineOfBusiness;
    private LocalDate allianceMemberSince;
    private Integer members;
    @Embedded
    private Representative representative;
    @Embedded
    private BankAccount bank;
    private boolean complete;
    private String searchText;
    private LocalDate registeredOn;

    protected Borrower() {
    }

    Borrower(long fundId, BorrowerKind kind, LocalDate registeredOn) {
        this.fundId = fundId;
        this.kind = kind;
        this.registeredOn = registeredOn;
    }

    /** Takes over data that {@link BorrowerRules} let pass. */
    void write(BorrowerData data, String addressText) {
        name = data.name();
        number = data.number();
        memberKind = data.memberKind();
        memberOf = data.memberOf();
        foundedOn = data.foundedOn();
        address = data.address();
        phone = data.phone();
        email = data.email();
        lineOfBusiness = data.lineOfBusiness();
        allianceMemberSince = data.allianceMemberSince();
        members = data.members();
        representative = data.representative();
        bank = data.bank();
        complete = BorrowerRules.missing(kind, data).isEmpty();
        // personal numbers are not searched through: who may not see one could guess it
        searchText = SearchText.of(name, kind == BorrowerKind.PERSON ? memberOf : number, representative.name(),
                lineOfBusiness, addressText);
    }

    BorrowerData data() {
        return new BorrowerData(name, number, memberKind, memberOf, foundedOn, address,
                phone, email, lineOfBusiness, allianceMemberSince, members, representative, bank);
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    long fundId() {
        return fundId;
    }

    BorrowerKind kind() {
        return kind;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }
}

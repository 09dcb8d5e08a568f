package vn.coopfund.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.coopfund.cooperatives.Address;
import vn.coopfund.cooperatives.BankAccount;
import vn.coopfund.cooperatives.BorrowerData;
import vn.coopfund.cooperatives.BorrowerKind;
import vn.coopfund.cooperatives.Communes;
import vn.coopfund.cooperatives.ConsentPurpose;
import vn.coopfund.cooperatives.LinkRelated;
import vn.coopfund.cooperatives.LinkSignIn;
import vn.coopfund.cooperatives.MemberKind;
import vn.coopfund.cooperatives.RecordConsent;
import vn.coopfund.cooperatives.RegisterBorrower;
import vn.coopfund.cooperatives.Representative;

/** The registry fills: borrowers, their consents and sign-ins, and who hangs together with whom. */
@Component
class BorrowerChapters {

    private final Cast cast;
    private final Chapters chapters;
    private final Communes communes;
    private final RegisterBorrower registerBorrower;
    private final RecordConsent recordConsent;
    private final LinkSignIn linkSignIn;
    private final LinkRelated linkRelated;

    BorrowerChapters(Cast cast, Chapters chapters, Communes communes, RegisterBorrower registerBorrower,
            RecordConsent recordConsent, LinkSignIn linkSignIn, LinkRelated linkRelated) {
        this.cast = cast;
        this.chapters = chapters;
        this.communes = communes;
        this.registerBorrower = registerBorrower;
        this.recordConsent = recordConsent;
        this.linkSignIn = linkSignIn;
        this.linkRelated = linkRelated;
    }

    List<Chapter> all() {
        Stream<Chapter> registered = SeedRow.of("borrowers").stream().map(row -> new Chapter(registeredOn(row),
                "borrower " + row.text("key"), () -> register(row)));
        Stream<Chapter> related = SeedRow.of("relations").stream().map(row -> new Chapter(row.day("on"),
                "relation " + row.text("one") + " " + row.text("other"), () -> relate(row)));
        return Stream.concat(registered, related).toList();
    }

    /** When each borrower came into the registry, by its key. */
    Map<String, LocalDate> registrations() {
        return SeedRow.of("borrowers").stream()
                .collect(Collectors.toMap(row -> row.text("key"), BorrowerChapters::registeredOn));
    }

    long idOf(String key) {
        return chapters.made("borrower " + key).orElseThrow();
    }

    private static LocalDate registeredOn(SeedRow row) {
        return row.day("registeredOn");
    }

    private Long register(SeedRow row) {
        long id = cast.as("tindung",
                () -> registerBorrower.register(BorrowerKind.valueOf(row.text("kind")), data(row))).id();
        String signIn = Cast.Member.ofBorrower(row.text("key")).map(Cast.Member::username).orElse(null);
        if (signIn == null) {
            cast.as("tindung", () -> recordConsent.record(id, ConsentPurpose.allNeeded(), registeredOn(row)));
        } else {
            cast.as("quantri", () -> linkSignIn.link(id, signIn));
            cast.as(signIn, () -> recordConsent.record(id, EnumSet.allOf(ConsentPurpose.class), null));
        }
        return id;
    }

    private BorrowerData data(SeedRow row) {
        return new BorrowerData(row.text("name"), row.text("number"),
                row.has("memberKind") ? MemberKind.valueOf(row.text("memberKind")) : null, row.text("memberOf"),
                row.day("foundedOn"), new Address(row.text("line"), communes.ofTheFund(), row.text("commune")),
                row.text("phone"), null, row.text("lineOfBusiness"), row.day("allianceMemberSince"), row.number("members"),
                new Representative(row.text("head"), row.text("title"), row.text("citizenNumber"), row.day("bornOn"),
                        row.text("phone")),
                new BankAccount(row.text("bank"), row.text("account"), row.text("name")));
    }

    private Long relate(SeedRow row) {
        cast.as("tindung", () -> linkRelated.link(idOf(row.text("one")), idOf(row.text("other")), row.text("reason")));
        return null;
    }
}

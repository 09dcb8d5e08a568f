package vn.coopfund.cooperatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.coopfund.ModuleTest;
import vn.coopfund.web.Refusal;

class RelatedBorrowersModuleTests extends ModuleTest {

    @Autowired
    RegisterBorrower registerBorrower;
    @Autowired
    LinkRelated linkRelated;
    @Autowired
    UnlinkRelated unlinkRelated;
    @Autowired
    RelatedBorrowers relatedBorrowers;
    @Autowired
    Borrowers borrowers;

    long one;
    long two;
    long three;

    @BeforeEach
    void registerThree() {
        one = register("HTX một");
        two = register("HTX hai");
        three = register("HTX ba");
    }

    @Test
    void standsAloneUnlinked() {
        assertThat(borrowers.relatedGroup(one)).containsExactly(one);
    }

    @Test
    void hangsTogetherOverSeveralLinks() {
        linkRelated.link(one, two, "vợ chồng");
        linkRelated.link(three, two, "cùng góp vốn");
        assertThat(borrowers.relatedGroup(one)).containsExactlyInAnyOrder(one, two, three);
        assertThat(borrowers.relatedGroup(three)).containsExactlyInAnyOrder(one, two, three);
        assertThat(relatedBorrowers.of(one)).extracting(RelatedBorrowers.Link::borrowerId).containsExactly(two);
    }

    @Test
    void fallsApartWhenALinkEnds() {
        linkRelated.link(one, two, "vợ chồng");
        unlinkRelated.unlink(two, one);
        assertThat(borrowers.relatedGroup(one)).containsExactly(one);
        linkRelated.link(two, one, "tái hợp");
        assertThat(borrowers.relatedGroup(one)).hasSize(2);
    }

    @Test
    void linksTwiceAsOnce() {
        linkRelated.link(one, two, "vợ chồng");
        linkRelated.link(two, one, "vợ chồng");
        assertThat(relatedBorrowers.of(one)).hasSize(1);
    }

    @Test
    void countsThePersonWhoRepresentsACooperative() {
        BorrowerData person = BorrowerFixture.person("Nguyễn Văn Thành");
        BorrowerData led = BorrowerFixture.cooperative("HTX của ông Thành");
        Representative head = led.representative();
        long cooperative = registerBorrower.register(BorrowerKind.COOPERATIVE, new BorrowerData(led.name(), led.number(), null,
                null, led.foundedOn(), led.address(), led.phone(), led.email(), led.lineOfBusiness(), null, 9,
                new Representative(head.name(), head.title(), person.number(), head.bornOn(), head.phone()), null)).id();
        long himself = registerBorrower.register(BorrowerKind.PERSON, person).id();
        assertThat(borrowers.relatedGroup(himself)).containsExactlyInAnyOrder(himself, cooperative);
    }

    @Test
    void linksNobodyToItselfOrWithoutAReason() {
        assertThatThrownBy(() -> linkRelated.link(one, one, " ")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.reasons()).hasSize(2));
    }

    private long register(String name) {
        return registerBorrower.register(BorrowerKind.COOPERATIVE, BorrowerFixture.cooperative(name)).id();
    }
}

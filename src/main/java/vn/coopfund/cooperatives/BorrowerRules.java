package vn.coopfund.cooperatives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.money.DongFormat;
import vn.coopfund.web.Refusal;

/** What a borrower's file must be to be kept, and what it must have before an application is made from it. */
@Component
class BorrowerRules {

    private static final String PHONE = "(0|\\+84)[0-9]{8,10}";
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
    private static final int OF_AGE = 18;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_MEMBERS = 1_000_000;

    private final BusinessDay businessDay;
    private final Communes communes;

    BorrowerRules(BusinessDay businessDay, Communes communes) {
        this.businessDay = businessDay;
        this.communes = communes;
    }

    /** Refuses wrong data with all its reasons, each at its field. */
    void check(BorrowerKind kind, BorrowerData data) {
        boolean person = kind == BorrowerKind.PERSON;
        LocalDate today = businessDay.today();
        Address address = data.address();
        Representative head = data.representative();
        String born = "representative.bornOn";
        Refusal.Problems problems = new Refusal.Problems();
        refuseTooLong(problems, data);
        problems.addIf(data.name() == null, "name", "cooperatives.refused.name")
                .addIf(!person && !TaxNumber.isValid(data.number()), "number", "cooperatives.refused.tax-number")
                .addIf(person && !CitizenNumber.isValid(data.number()), "number", "cooperatives.refused.citizen-number")
                .addIf(person && data.memberKind() == null, "memberKind", "cooperatives.refused.member-kind")
                .addIf(person && data.memberKind() != null && !data.memberKind().mayBorrow(), "memberKind",
                        "cooperatives.refused.enterprise")
                .addIf(isAfter(data.foundedOn(), today), "foundedOn", "cooperatives.refused.future")
                .addIf(isAfter(data.allianceMemberSince(), today), "allianceMemberSince", "cooperatives.refused.future")
                .addIf(data.members() != null && data.members() < 1, "members", "cooperatives.refused.members")
                .addIf(data.members() != null && data.members() > MOST_MEMBERS, "members",
                        "cooperatives.refused.too-many-members", DongFormat.figures(MOST_MEMBERS))
                .addIf(address.communeCode() != null && !communes.exists(address.communeCode(), address.provinceCode()),
                        "address.communeCode", "cooperatives.refused.commune")
                .addIf(address.provinceCode() != null && communes.province(address.provinceCode()).isEmpty(),
                        "address.provinceCode", "cooperatives.refused.province")
                .addIf(isUnlike(data.phone(), PHONE), "phone", "cooperatives.refused.phone")
                .addIf(isUnlike(data.email(), EMAIL), "email", "cooperatives.refused.email")
                .addIf(!person && isUnlike(head.phone(), PHONE), "representative.phone", "cooperatives.refused.phone")
                .addIf(!person && head.citizenNumber() != null && !CitizenNumber.isValid(head.citizenNumber()),
                        "representative.citizenNumber", "cooperatives.refused.citizen-number")
                .addIf(isAfter(head.bornOn(), today.minusYears(OF_AGE)), born, "cooperatives.refused.age", OF_AGE)
                .addIf(isUnlike(data.bank().number(), "[0-9A-Za-z]{4,20}"), "bank.number", "cooperatives.refused.bank-account")
                .refuseIfAny();
    }

    private static void refuseTooLong(Refusal.Problems problems, BorrowerData data) {
        longest(problems, "name", data.name(), LONGEST_LINE);
        longest(problems, "memberOf", data.memberOf(), LONGEST_LINE);
        longest(problems, "address.line", data.address().line(), LONGEST_LINE);
        longest(problems, "email", data.email(), LONGEST_NAME);
        longest(problems, "lineOfBusiness", data.lineOfBusiness(), LONGEST_LINE);
        longest(problems, "representative.name", data.representative().name(), LONGEST_NAME);
        longest(problems, "representative.title", data.representative().title(), LONGEST_NAME);
        longest(problems, "bank.bank", data.bank().bank(), LONGEST_LINE);
        longest(problems, "bank.holder", data.bank().holder(), LONGEST_LINE);
    }

    private static void longest(Refusal.Problems problems, String field, String text, int most) {
        problems.addIf(text != null && text.length() > most, field, "cooperatives.refused.too-long", most);
    }

    /** The fields that are still empty and that an application needs; their names as in {@link BorrowerData}. */
    static List<String> missing(BorrowerKind kind, BorrowerData data) {
        Representative head = data.representative();
        List<String> missing = new ArrayList<>();
        need(missing, "address.line", data.address().line());
        need(missing, "address.communeCode", data.address().communeCode());
        need(missing, "phone", data.phone());
        need(missing, "lineOfBusiness", data.lineOfBusiness());
        need(missing, "representative.bornOn", head.bornOn());
        if (kind == BorrowerKind.PERSON) {
            need(missing, "memberOf", data.memberOf());
        } else {
            need(missing, "foundedOn", data.foundedOn());
            need(missing, "members", data.members());
            need(missing, "representative.name", head.name());
            need(missing, "representative.title", head.title());
            need(missing, "representative.citizenNumber", head.citizenNumber());
        }
        return List.copyOf(missing);
    }

    private static void need(List<String> missing, String field, Object value) {
        if (value == null) {
            missing.add(field);
        }
    }

    private static boolean isAfter(LocalDate day, LocalDate last) {
        return day != null && day.isAfter(last);
    }

    private static boolean isUnlike(String text, String pattern) {
        return text != null && !text.matches(pattern);
    }
}

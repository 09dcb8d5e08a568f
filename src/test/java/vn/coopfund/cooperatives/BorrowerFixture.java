package vn.coopfund.cooperatives;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Borrowers' data for tests, each with a number of its own. */
public final class BorrowerFixture {

    private static final AtomicInteger next = new AtomicInteger();

    private BorrowerFixture() {
    }

    /** A tax number of Bắc Giang that no other test has. */
    public static String taxNumber() {
        String nine;
        do {
            nine = "2499%05d".formatted(next.incrementAndGet());
        } while (TaxNumber.checkDigit(nine) == 10);
        return nine + TaxNumber.checkDigit(nine);
    }

    public static String citizenNumber() {
        return "0240850%05d".formatted(next.incrementAndGet());
    }

    /** All that an application needs. */
    public static BorrowerData cooperative(String name) {
        return new BorrowerData(name, taxNumber(), null, null, LocalDate.of(2016, 3, 12),
                new Address("Thôn Trại Một", "24", "07582"), "0204 3 888 999", "htx@example.vn", "Trồng và sơ chế vải thiều",
                LocalDate.of(2017, 1, 1), 32,
                new Representative("Nguyễn Văn Thành", "Giám đốc", citizenNumber(), LocalDate.of(1975, 8, 20), "0912345678"),
                new BankAccount("Agribank chi nhánh Lục Ngạn", "2508201001234", name));
    }

    /** A member of a cooperative, with all that an application needs. */
    public static BorrowerData person(String name) {
        return new BorrowerData(name, citizenNumber(), MemberKind.COOPERATIVE_MEMBER, "HTX nông nghiệp Lục Ngạn", null,
                new Address("Thôn Cầu Cao", "24", "07582"), "0987654321", null, "Nuôi ong", null, null,
                new Representative(null, null, null, LocalDate.of(1980, 2, 29), null), null);
    }

    /** Nothing but what opening a file needs. */
    public static BorrowerData bare(String name, String number) {
        return new BorrowerData(name, number, null, null, null, null, null, null, null, null, null, null, null);
    }
}

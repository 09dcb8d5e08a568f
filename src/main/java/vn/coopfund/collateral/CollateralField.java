package vn.coopfund.collateral;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.coopfund.money.Dong;
import vn.coopfund.money.DongFormat;

/** What may be written of an item; each kind says which of them it needs ({@link CollateralKind}). */
public enum CollateralField {
    ITEMS(Type.TEXT), QUANTITY(Type.TEXT), CERTIFICATE(Type.TEXT), PLOT(Type.TEXT), MAP_SHEET(Type.TEXT), AREA(Type.DECIMAL),
    PLATE(Type.PLATE), CHASSIS(Type.TEXT), ENGINE(Type.TEXT), SERIAL(Type.TEXT), BRAND(Type.TEXT), MADE_IN(Type.YEAR),
    ISSUER(Type.TEXT), PAPER_NUMBER(Type.TEXT), DEBTOR(Type.TEXT), CONTRACT(Type.TEXT), FACE(Type.AMOUNT), DUE_ON(Type.DATE),
    SUPPLIER(Type.TEXT), EXPECTED_ON(Type.DATE), GUARANTOR(Type.TEXT), GUARANTEED(Type.AMOUNT), UNTIL(Type.DATE),
    GUARANTOR_ADDRESS(Type.TEXT), ADDRESS(Type.TEXT), HOLDERS(Type.TEXT);

    /** How a value is written; it is kept as days in ISO, figures without separators. */
    public enum Type {
        TEXT, DECIMAL, YEAR, PLATE, AMOUNT, DATE
    }

    private static final int LONGEST = 300;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    /** 98C-123.45, 98MĐ1-234.56, 29LD-123.45 and the older 98C-1234. */
    private static final Pattern PLATE_NUMBER = Pattern.compile("\\d{2}[A-ZĐ]{1,2}\\d?-\\d{3}(\\.?\\d{2}|\\d)");

    private final Type type;

    CollateralField(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }

    /** Its name for programs and forms: {@code mapSheet}. */
    public String wire() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    public static Optional<CollateralField> ofWire(String name) {
        return Arrays.stream(values()).filter(field -> field.wire().equals(name)).findFirst();
    }

    public String key() {
        return "collateral.field." + wire();
    }

    /**
     * The value as it is kept.
     *
     * @throws IllegalArgumentException when it is none of its type
     */
    String kept(String written) {
        String value = written.strip();
        return switch (type) {
            case TEXT -> required(value, value.length() <= LONGEST);
            case YEAR -> required(value, YEAR.matcher(value).matches());
            case PLATE -> plate(value);
            case AMOUNT -> String.valueOf(positive(Dong.longOf(Dong.stated(DongFormat.parse(value)))));
            case DATE -> date(value).toString();
            case DECIMAL -> decimal(value);
        };
    }

    /** A kept value as people read it: an amount, a day, or words. */
    public Object shown(String kept) {
        return switch (type) {
            case AMOUNT -> Dong.of(Long.parseLong(kept));
            case DATE -> LocalDate.parse(kept);
            case DECIMAL -> figures(kept.split("\\."));
            default -> kept;
        };
    }

    private static String figures(String[] parts) {
        return DongFormat.figures(Long.parseLong(parts[0])) + (parts.length > 1 ? "," + parts[1] : "");
    }

    private static String plate(String value) {
        String tidy = value.toUpperCase(Locale.ROOT).replace(" ", "");
        return required(tidy, PLATE_NUMBER.matcher(tidy).matches());
    }

    private static String decimal(String value) {
        boolean grouped = value.contains(",") || value.matches("\\d{1,3}(\\.\\d{3})+");
        BigDecimal figure = new BigDecimal(grouped ? value.replace(".", "").replace(',', '.') : value);
        return required(figure.toPlainString(), figure.signum() > 0 && figure.precision() - figure.scale() <= 9
                && figure.scale() <= 2);
    }

    private static long positive(long amount) {
        required("", amount > 0);
        return amount;
    }

    private static LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static String required(String value, boolean right) {
        if (!right) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }
}

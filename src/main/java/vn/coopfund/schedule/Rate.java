package vn.coopfund.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A yearly rate as an exact ratio in lowest terms: 6.6 % a year is 33/500. */
public record Rate(BigInteger numerator, BigInteger denominator) {

    public Rate {
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** So many percent a year. */
    public static Rate percentAYear(BigDecimal percent) {
        BigDecimal plain = percent.stripTrailingZeros();
        BigInteger scale = BigInteger.TEN.pow(Math.max(plain.scale(), 0) + 2);
        return new Rate(plain.movePointRight(Math.max(plain.scale(), 0)).toBigIntegerExact(), scale);
    }

    /** This rate times a ratio, exactly. */
    Rate times(BigInteger times, BigInteger over) {
        return new Rate(numerator.multiply(times), denominator.multiply(over));
    }

    /** So many percent of this rate: 150 % of 6.6 % is 9.9 %. */
    public Rate percentOf(BigDecimal percent) {
        Rate share = percentAYear(percent);
        return times(share.numerator, share.denominator);
    }
}

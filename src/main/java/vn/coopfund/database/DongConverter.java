package vn.coopfund.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import javax.money.MonetaryAmount;
import vn.coopfund.money.Dong;

/** Every amount in every table is a {@code bigint} of whole đồng. */
@Converter(autoApply = true)
class DongConverter implements AttributeConverter<MonetaryAmount, Long> {

    @Override
    public Long convertToDatabaseColumn(MonetaryAmount amount) {
        return amount == null ? null : Dong.longOf(amount);
    }

    @Override
    public MonetaryAmount convertToEntityAttribute(Long dong) {
        return dong == null ? null : Dong.of(dong);
    }
}

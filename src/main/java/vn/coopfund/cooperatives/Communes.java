package vn.coopfund.cooperatives;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.coopfund.access.Actors;

/** The administrative units of Viet Nam since 1 July 2025: 34 provinces and cities, 3,321 communes and wards. */
@Component
public class Communes {

    private final JdbcClient jdbc;

    Communes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A province or a commune: its official code and its name with the kind before it ("Xã Lục Ngạn"). */
    public record Unit(String code, String name) {
    }

    public List<Unit> provinces() {
        return jdbc.sql("select code, name from cooperatives.province order by code").query(Unit.class).list();
    }

    /** The communes of a province by name; none for an unknown one. */
    public List<Unit> of(String provinceCode) {
        return jdbc.sql("select code, name from cooperatives.commune where province_code = ? order by name, code")
                .param(provinceCode).query(Unit.class).list();
    }

    public Optional<Unit> province(String code) {
        return jdbc.sql("select code, name from cooperatives.province where code = ?").param(code).query(Unit.class).optional();
    }

    public Optional<Unit> commune(String code) {
        return jdbc.sql("select code, name from cooperatives.commune where code = ?").param(code).query(Unit.class).optional();
    }

    boolean exists(String code, String provinceCode) {
        return jdbc.sql("select exists (select 1 from cooperatives.commune where code = ? and province_code = ?)")
                .params(code, provinceCode).query(Boolean.class).single();
    }

    /** The province in which the fund lends. */
    public String ofTheFund() {
        return jdbc.sql("select province_code from access.fund where id = ?").param(Actors.current().fundId())
                .query(String.class).single();
    }

    /** "Thôn Trại, Xã Lục Ngạn, Tỉnh Bắc Ninh": what is known of it. */
    String written(Address address) {
        return java.util.stream.Stream.of(Optional.ofNullable(address.line()),
                        Optional.ofNullable(address.communeCode()).flatMap(this::commune).map(Unit::name),
                        Optional.ofNullable(address.provinceCode()).flatMap(this::province).map(Unit::name))
                .flatMap(Optional::stream).collect(java.util.stream.Collectors.joining(", "));
    }
}

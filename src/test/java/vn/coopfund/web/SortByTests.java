package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SortByTests {

    private static final Map<String, String> COLUMNS = Map.of("amount", "l.amount", "opened", "l.opened_on");

    @Test
    void followsTheWish() {
        assertThat(SortBy.of("amount", "-opened", COLUMNS).orderBy("l.id"))
                .isEqualTo(" order by l.amount nulls last, l.id ");
        assertThat(SortBy.of("-amount", "-opened", COLUMNS).orderBy("l.id"))
                .isEqualTo(" order by l.amount desc nulls last, l.id desc ");
    }

    @Test
    void keepsTheUsualOrderWhereTheWishNamesNoColumn() {
        assertThat(SortBy.of("l.amount; drop table loan", "-opened", COLUMNS).wish()).isEqualTo("-opened");
        assertThat(SortBy.of(null, "opened", COLUMNS).wish()).isEqualTo("opened");
    }
}

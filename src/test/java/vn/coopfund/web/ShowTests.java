package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import vn.coopfund.money.Dong;

class ShowTests {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private final StaticMessageSource messages = new StaticMessageSource();
    private final Show show = new Show(messages, new ObjectMapper());

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesAmountsAlikeInBothLanguages() {
        for (Locale language : List.of(VIETNAMESE, Locale.ENGLISH)) {
            LocaleContextHolder.setLocale(language);
            assertThat(show.amount(Dong.of(1_234_567))).isEqualTo("1.234.567\u00a0đ");
            assertThat(show.figures(1_234_567L)).isEqualTo("1.234.567");
            assertThat(show.figures(-62_500_000)).isEqualTo("-62.500.000");
        }
    }

    @Test
    void writesRatesInTheLanguagesOwnWay() {
        LocaleContextHolder.setLocale(VIETNAMESE);
        assertThat(show.percent(new BigDecimal("6.60"))).isEqualTo("6,6\u00a0%");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(show.percent(new BigDecimal("6.60"))).isEqualTo("6.6%");
    }

    @Test
    void writesDaysAndMomentsOfVietNam() {
        assertThat(show.day(LocalDate.of(2026, 1, 5))).isEqualTo("05/01/2026");
        assertThat(show.moment(Instant.parse("2026-01-05T17:30:00Z"))).isEqualTo("00:30 06/01/2026");
    }

    @Test
    void writesADashForWhatIsNotThere() {
        assertThat(List.of(show.day(null), show.moment(null), show.percent(null), show.figures(null), show.orDash(" ")))
                .containsOnly("–");
    }

    @Test
    void namesAFieldsPartsAlike() {
        messages.addMessage("room.amount.hint", Locale.ENGLISH, "up to …");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(show.idOf("values[amount]")).isEqualTo("values-amount");
        assertThat(show.describedBy("values[amount]", "room.amount", null, true))
                .isEqualTo("values-amount-hint values-amount-error");
        assertThat(show.describedBy("term", "room.term", null, false)).isNull();
    }
}

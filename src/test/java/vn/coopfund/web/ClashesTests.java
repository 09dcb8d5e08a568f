package vn.coopfund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class ClashesTests {

    private final StaticMessageSource words = new StaticMessageSource();
    private final Clashes clashes = new Clashes(new Texts(words));

    private String codeOf(String state, String constraint) {
        words.addMessage("constraint.known", LocaleContextHolder.getLocale(), "known");
        SQLException refused = new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Mx\0n" + constraint + "\0"));
        return clashes.in(new IllegalStateException(new RuntimeException(refused)))
                .map(refusal -> refusal.kind() + " " + refusal.reasons().get(0).code()).orElse(null);
    }

    @Test
    void somebodyElseAtTheSameTimeIsAConflict() {
        for (String state : new String[] {"23505", "23P01", "40001", "40P01", "55P03"}) {
            assertThat(codeOf(state, "any")).isEqualTo("CONFLICT web.clash");
        }
    }

    @Test
    void knownConstraintHasItsOwnWords() {
        assertThat(codeOf("23505", "known")).isEqualTo("CONFLICT constraint.known");
        assertThat(codeOf("23514", "known")).isEqualTo("CONFLICT constraint.known");
    }

    @Test
    void faultsOfTheProgramStayFaults() {
        assertThat(codeOf("23514", "any")).isNull();
        assertThat(codeOf("23502", "known")).isNull();
        assertThat(clashes.in(new IllegalStateException("nothing of a database"))).isEmpty();
    }
}

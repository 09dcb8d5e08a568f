package vn.coopfund.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTests {

    @Test
    void takesALongSentence() {
        assertThat(PasswordRule.problem("huong", "vải thiều chín đỏ")).isEmpty();
    }

    @Test
    void refusesNineCharacters() {
        assertThat(PasswordRule.problem("huong", "abcdefgh9")).contains("access.password.short");
        assertThat(PasswordRule.problem("huong", "abcdefgh90")).isEmpty();
        assertThat(PasswordRule.problem("huong", null)).contains("access.password.short");
    }

    @Test
    void refusesWhatTheHashWouldCut() {
        assertThat(PasswordRule.problem("huong", "abcdefgh".repeat(9))).isEmpty();
        assertThat(PasswordRule.problem("huong", "abcdefgh".repeat(9) + "i")).contains("access.password.long");
        assertThat(PasswordRule.problem("huong", "ếấộự".repeat(7))).contains("access.password.long");
    }

    @Test
    void refusesTheNameAndAFewLettersRepeated() {
        assertThat(PasswordRule.problem("huong", "Huong-2026-xyz")).contains("access.password.easy");
        assertThat(PasswordRule.problem("huong", "ababababab")).contains("access.password.easy");
    }
}

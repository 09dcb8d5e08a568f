package vn.coopfund.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SplitTests {

    @Test
    void leavesTheRemainderToTheLastPart() {
        assertThat(Split.equally(100, 3)).containsExactly(33, 33, 100 - 2 * 33);
        assertThat(Split.byWeights(100, 1, 1, 4)).containsExactly(17, 17, 100 - 2 * 17);
    }

    @Test
    void neverGivesMoreThanIsLeft() {
        assertThat(Split.equally(3, 5)).containsExactly(1, 1, 1, 0, 0);
    }

    @Property
    void losesNoDong(@ForAll @LongRange(min = 0) long amount, @ForAll @IntRange(min = 1, max = 600) int parts) {
        long[] split = Split.equally(amount, parts);
        assertThat(split).hasSize(parts);
        assertThat(Arrays.stream(split).sum()).isEqualTo(amount);
        assertThat(Arrays.stream(split).allMatch(part -> part >= 0)).isTrue();
    }
}

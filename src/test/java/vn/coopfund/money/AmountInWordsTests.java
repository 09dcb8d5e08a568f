package vn.coopfund.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTests {

    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "5, Năm đồng",
        "10, Mười đồng",
        "11, Mười một đồng",
        "15, Mười lăm đồng",
        "20, Hai mươi đồng",
        "21, Hai mươi mốt đồng",
        "25, Hai mươi lăm đồng",
        "24, Hai mươi bốn đồng",
        "100, Một trăm đồng",
        "101, Một trăm lẻ một đồng",
        "105, Một trăm lẻ năm đồng",
        "110, Một trăm mười đồng",
        "555, Năm trăm năm mươi lăm đồng",
        "1000, Một nghìn đồng",
        "1001, Một nghìn không trăm lẻ một đồng",
        "1015, Một nghìn không trăm mười lăm đồng",
        "21000, Hai mươi mốt nghìn đồng",
        "1000000, Một triệu đồng",
        "1000005, Một triệu không trăm lẻ năm đồng",
        "2005000, Hai triệu không trăm lẻ năm nghìn đồng",
        "500000000, Năm trăm triệu đồng",
        "70636986, Bảy mươi triệu sáu trăm ba mươi sáu nghìn chín trăm tám mươi sáu đồng",
        "1000000005, Một tỷ không trăm lẻ năm đồng",
        "30000000000, Ba mươi tỷ đồng",
        "1000000000000, Một nghìn tỷ đồng",
        "1001000000000, Một nghìn không trăm lẻ một tỷ đồng",
        "1000000000000000, Một triệu tỷ đồng",
        "1000000000000000000, Một tỷ tỷ đồng",
        "-1001, Âm một nghìn không trăm lẻ một đồng"})
    void readsLikeAnAccountant(long dong, String words) {
        assertThat(AmountInWords.WITH_LE.of(dong)).isEqualTo(words);
    }

    @Test
    void saysLinhWhereTheHouseSaysLinh() {
        assertThat(AmountInWords.WITH_LINH.of(1_000_000_005)).isEqualTo("Một tỷ không trăm linh năm đồng");
    }

    @Test
    void hasWordsForTheLargestAndTheSmallest() {
        assertThat(AmountInWords.WITH_LE.of(Long.MAX_VALUE)).startsWith("Chín tỷ hai trăm hai mươi ba triệu");
        assertThat(AmountInWords.WITH_LE.of(Long.MIN_VALUE)).startsWith("Âm chín tỷ hai trăm hai mươi ba triệu");
    }
}

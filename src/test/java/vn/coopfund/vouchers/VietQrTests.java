package vn.coopfund.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietQrTests {

    @ParameterizedTest
    @CsvSource({
        "2500201001234, 12345678, HDTD 0012-2026 KY 05, 00020101021238570010A000000727012700069704050113250020100123402"
            + "08QRIBFTTA53037045408123456785802VN62240820HDTD 0012-2026 KY 056304F61D",
        "4500201000123, 12500000, HTXMD 2026 0012 ky 3, 00020101021238570010A000000727012700069704050113450020100012302"
            + "08QRIBFTTA53037045408125000005802VN62240820HTXMD 2026 0012 ky 36304BE56"})
    void agreesWithPublishedSamples(String account, long amount, String content, String payload) {
        assertThat(VietQr.payload("970405", account, amount, content)).isEqualTo(payload);
    }

    @ParameterizedTest
    @CsvSource({"0012/2026/HĐTD-QHTX, 0012-2026-HDTD-QHTX", "Trả nợ gốc & lãi, Tra no goc lai",
        "Hợp tác xã nông nghiệp Mỹ Độ số 12, Hop tac xa nong nghiep My"})
    void contentIsPlain(String text, String plain) {
        assertThat(VietQr.plain(text)).isEqualTo(plain);
    }

    @Test
    void refusesWhatATransferCannotCarry() {
        assertThatIllegalArgumentException().isThrownBy(() -> VietQr.payload("970405", "1", 0, "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> VietQr.payload("970405", "1", 1, "trả nợ"));
        assertThatIllegalArgumentException().isThrownBy(() -> VietQr.payload("970405", "1", 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> VietQr.payload("970405", "1", 1, "A".repeat(26)));
    }

    @Test
    void pictureReadsBackAsItsPayload() throws Exception {
        String payload = VietQr.payload("970405", "2500201001234", 12_345_678, "0012-2026-HDTD-QHTX");
        QrPicture picture = QrPicture.of(payload);
        assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels(picture)))).getText())
                .isEqualTo(payload);
    }

    /** Draws the path as a browser does, four pixels a module. */
    private static RGBLuminanceSource pixels(QrPicture picture) {
        int scale = 4;
        int side = picture.size() * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z").matcher(picture.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        }
        return new RGBLuminanceSource(side, side, pixels);
    }
}

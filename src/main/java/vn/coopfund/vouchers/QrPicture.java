package vn.coopfund.vouchers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code as the parts of an inline SVG: black where the path goes, on a square of {@code size} modules.
 *
 * @param size modules on a side, the quiet zone included
 * @param path for the {@code d} of an SVG path
 */
public record QrPicture(int size, String path) {

    private static final int QUIET_ZONE = 4;
    private static final int DOTS = 6;

    public static QrPicture of(String payload) {
        BitMatrix modules = modules(payload);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y)) {
                        x++;
                    }
                    path.append('M').append(from).append(' ').append(y).append('h').append(x - from).append("v1h")
                            .append(from - x).append('z');
                }
            }
        }
        return new QrPicture(modules.getWidth(), path.toString());
    }

    /** The same as a {@code data:} address of a PNG, {@value #DOTS} dots a module: for paper. */
    static String png(String payload) {
        BitMatrix modules = modules(payload);
        int side = modules.getWidth() * DOTS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / DOTS, y / DOTS) ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static BitMatrix modules(String payload) {
        try {
            return new QRCodeWriter().encode(payload, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}

package vn.coopfund.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.documents.Attachments;
import vn.coopfund.vouchers.VietQr;

/** Whoever owes is shown a code to pay by, on the page and on paper. */
class TransferCodeModuleTests extends LoanModuleTest {

    @Autowired
    Attachments attachments;
    @Autowired
    IssueLoanNotice issueLoanNotice;
    @Autowired
    MockMvc mvc;

    @Test
    void noticesCarryACodeThatReadsBack() throws Exception {
        long loan = disbursed(false);
        assertThat(codeOn(issue(loan, LoanNoticeKind.DUE_NOTICE))).isEqualTo(payload(loan, 70_636_986));
        businessDay.moveTo(LocalDate.of(2026, 6, 15));
        assertThat(codeOn(issue(loan, LoanNoticeKind.OVERDUE_NOTICE))).isEqualTo(payload(loan, 71_807_049));
    }

    @Test
    void pageOfARunningLoanCarriesTheCodeBeforeAnythingIsDue() throws Exception {
        long loan = disbursed(false);
        mvc.perform(get("/loans/" + loan).with(staff.signedIn(Role.LOAN_OFFICER))).andExpect(status().isOk())
                .andExpect(content().string(containsString("Mã VietQR"))).andExpect(content().string(containsString("70.636.986")))
                .andExpect(content().string(containsString(VietQr.plain(file(loan).loan().number()))));
    }

    private String payload(long loan, long amount) {
        return VietQr.payload("970405", "2500201001234", amount, VietQr.plain(file(loan).loan().number()));
    }

    private byte[] issue(long loan, LoanNoticeKind kind) {
        return as(staff.with(Role.LOAN_OFFICER),
                () -> attachments.open(issueLoanNotice.issue(Subject.loan(loan), kind)).bytes());
    }

    private static String codeOn(byte[] pdf) throws Exception {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(paper).renderImageWithDPI(paper.getNumberOfPages() - 1, 200);
            int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots))), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        }
    }
}

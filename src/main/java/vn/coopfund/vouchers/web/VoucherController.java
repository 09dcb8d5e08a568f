package vn.coopfund.vouchers.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.vouchers.Voucher;
import vn.coopfund.vouchers.VoucherPaper;
import vn.coopfund.vouchers.Vouchers;

/** Vouchers to print. */
@Controller
@Allowed({Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.CASHIER, Role.DIRECTOR, Role.CONTROLLER})
class VoucherController {

    private final Vouchers vouchers;
    private final VoucherPaper paper;

    VoucherController(Vouchers vouchers, VoucherPaper paper) {
        this.vouchers = vouchers;
        this.paper = paper;
    }

    @GetMapping("/vouchers/{id:\\d+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        Voucher voucher = vouchers.get(id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename(voucher.number().replace('/', '-') + ".pdf").build().toString())
                .body(paper.pdf(id));
    }
}

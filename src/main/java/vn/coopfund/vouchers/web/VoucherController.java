package vn.coopfund.vouchers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.People;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.ledger.Accounts;
import vn.coopfund.ledger.Journal;
import vn.coopfund.vouchers.CashSignatures;
import vn.coopfund.vouchers.MoneyOrders;
import vn.coopfund.vouchers.Prints;
import vn.coopfund.vouchers.SignVoucher;
import vn.coopfund.vouchers.Voucher;
import vn.coopfund.vouchers.VoucherKind;
import vn.coopfund.vouchers.VoucherPaper;
import vn.coopfund.vouchers.Vouchers;
import vn.coopfund.web.Export;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** All papers of money, one of them, and its print. */
@Controller
@ReadsVouchers
class VoucherController {

    private static final List<String> HEADS = List.of("vouchers.column.day", "vouchers.column.number", "vouchers.column.kind",
            "vouchers.column.party", "vouchers.column.text", "vouchers.column.state", "vouchers.column.amount");

    private final Vouchers vouchers;
    private final VoucherPaper paper;
    private final Prints prints;
    private final CashSignatures signatures;
    private final MoneyOrders orders;
    private final SignVoucher signVoucher;
    private final Journal journal;
    private final Accounts accounts;
    private final People people;
    private final Texts texts;

    VoucherController(Vouchers vouchers, VoucherPaper paper, Prints prints, CashSignatures signatures, MoneyOrders orders,
            SignVoucher signVoucher, Journal journal, Accounts accounts, People people, Texts texts) {
        this.vouchers = vouchers;
        this.paper = paper;
        this.prints = prints;
        this.signatures = signatures;
        this.orders = orders;
        this.signVoucher = signVoucher;
        this.journal = journal;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping("/vouchers")
    String list(@RequestParam(required = false) VoucherKind kind, @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String q,
            @RequestParam(required = false) boolean unsigned, @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size, Model model) {
        Vouchers.Filter filter = new Vouchers.Filter(kind, from, to, q, unsigned);
        SortBy order = SortBy.of(sort, "-day", Vouchers.COLUMNS);
        model.addAttribute("vouchers", vouchers.list(filter, order, PageOf.Wish.ofPage(page, size)));
        model.addAttribute("sum", vouchers.sum(filter));
        model.addAttribute("sorted", order.wish());
        model.addAttribute("kinds", List.of(VoucherKind.values()));
        return "vouchers/list";
    }

    @GetMapping("/vouchers/export.{file:csv|xlsx}")
    void export(@PathVariable String file, @RequestParam(required = false) VoucherKind kind,
            @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String q, @RequestParam(required = false) boolean unsigned,
            @RequestParam(required = false) String sort, HttpServletResponse response) {
        Vouchers.Filter filter = new Vouchers.Filter(kind, from, to, q, unsigned);
        SortBy order = SortBy.of(sort, "-day", Vouchers.COLUMNS);
        Export.of(file).download(response, "chung-tu", HEADS.stream().map(texts::of).toList(),
                rows -> PageOf.each(wish -> vouchers.list(filter, order, wish), row -> rows.add(row.voucher().issuedOn(),
                        row.voucher().number(), texts.of("vouchers.kind." + row.voucher().kind()), row.voucher().party().name(),
                        row.voucher().text(), texts.of(stateKey(row)), row.voucher().amount())));
    }

    private static String stateKey(Vouchers.Row row) {
        return "vouchers.state." + (row.cancelled() ? "CANCELLED"
                : row.voucher().kind().isCash() && !row.signed() ? "UNSIGNED" : "VALID");
    }

    @GetMapping("/vouchers/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Voucher voucher = vouchers.get(id);
        var cancelled = vouchers.cancellationOf(id).orElse(null);
        var signature = signatures.of(id).orElse(null);
        model.addAttribute("voucher", voucher);
        model.addAttribute("cancelled", cancelled);
        model.addAttribute("takenBackBy", cancelled == null ? List.of() : vouchers.ofEntry(cancelled.entryId()));
        model.addAttribute("takesBack", vouchers.takenBackBy(voucher));
        model.addAttribute("signature", signature);
        model.addAttribute("maker", voucher.madeBy() == null ? null : people.nameOf(voucher.madeBy()));
        model.addAttribute("signer", signature == null ? null : people.nameOf(signature.signedBy()));
        model.addAttribute("order", orders.ofEntry(voucher.entryId()).orElse(null));
        model.addAttribute("prints", prints.of(id));
        model.addAttribute("people", people);
        model.addAttribute("lines", journal.linesOf(voucher.entryId()));
        model.addAttribute("accounts", accounts.byCode());
        model.addAttribute("maySign", voucher.kind().isCash() && cancelled == null && signature == null
                && Actors.current().is(Role.CASHIER));
        return "vouchers/voucher";
    }

    /** Printing is kept with the voucher: the first is the original. */
    @GetMapping("/vouchers/{id:\\d+}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        Voucher voucher = vouchers.get(id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                        .filename(voucher.number().replace('/', '-') + ".pdf").build().toString())
                .body(paper.pdf(id));
    }

    @PostMapping("/vouchers/{id:\\d+}/signature")
    @Allowed(Role.CASHIER)
    String sign(@PathVariable long id, RedirectAttributes after) {
        Voucher signed = signVoucher.sign(Subject.voucher(id));
        after.addFlashAttribute("notice", texts.of("vouchers.signed", signed.number()));
        return "redirect:/vouchers/" + id;
    }
}

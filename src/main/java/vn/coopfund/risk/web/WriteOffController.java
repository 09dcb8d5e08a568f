package vn.coopfund.risk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actor;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.Role;
import vn.coopfund.access.Subject;
import vn.coopfund.risk.DecideWriteOff;
import vn.coopfund.risk.ProposeWriteOff;
import vn.coopfund.risk.VoteOnWriteOff;
import vn.coopfund.risk.WriteOffBallot;
import vn.coopfund.risk.WriteOffs;
import vn.coopfund.servicing.Loans;
import vn.coopfund.web.Export;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.PageOf;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.SortBy;
import vn.coopfund.web.Texts;

/** What the risk council is asked and decides, and the debts that are pursued off the balance sheet with their clock. */
@Controller
@RequestMapping("/risk/write-offs")
@OpenToReadersOfRisk
class WriteOffController {

    static final List<String> COLUMNS = List.of("number", "borrower", "chargedOffOn", "writtenOff", "recovered", "principal",
            "interest", "overdueInterest", "lateInterest", "finalFrom");

    private final WriteOffs writeOffs;
    private final WriteOffBallot ballot;
    private final ProposeWriteOff proposeWriteOff;
    private final VoteOnWriteOff voteOnWriteOff;
    private final DecideWriteOff decideWriteOff;
    private final Loans loans;
    private final RiskTable table;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    WriteOffController(WriteOffs writeOffs, WriteOffBallot ballot, ProposeWriteOff proposeWriteOff, VoteOnWriteOff voteOnWriteOff,
            DecideWriteOff decideWriteOff, Loans loans, RiskTable table, Forms forms, Once once, Texts texts) {
        this.writeOffs = writeOffs;
        this.ballot = ballot;
        this.proposeWriteOff = proposeWriteOff;
        this.voteOnWriteOff = voteOnWriteOff;
        this.decideWriteOff = decideWriteOff;
        this.loans = loans;
        this.table = table;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    String list(@ModelAttribute("form") WriteOffForm form, Model model) {
        return page(model);
    }

    @GetMapping("/pursued.{file:csv|xlsx}")
    void export(@PathVariable String file, Locale locale, HttpServletResponse response) {
        Export.of(file).download(response, "no-da-xu-ly-rui-ro", table.heads(COLUMNS, locale),
                rows -> writeOffs.pursued().forEach(one -> rows.add(one.number(), one.borrower(), one.chargedOffOn(),
                        one.writtenOff(), one.recovered(), one.principal(), one.interest(), one.overdueInterest(),
                        one.lateInterest(), one.finalFrom())));
    }

    @PostMapping
    @Allowed(Role.HEAD_OF_LENDING)
    String propose(@ModelAttribute("form") WriteOffForm form, BindingResult errors, Model model, HttpServletRequest request,
            RedirectAttributes next) {
        Long[] id = new Long[1];
        if (!forms.done(errors, () -> id[0] = once.form(request, Long.class, () -> proposeWriteOff.propose(
                loan(form.getLoan()), form.getGround(), form.getPaper(), form.getReason())))) {
            return page(model);
        }
        return back(id[0], next, "risk.write-off.proposed");
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @ModelAttribute("form") WriteOffForm form, Model model) {
        return file(id, model);
    }

    @PostMapping("/{id:\\d+}/vote")
    @Allowed(Role.COUNCIL_MEMBER)
    String vote(@PathVariable long id, @ModelAttribute("form") WriteOffForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return forms.done(errors, () -> voteOnWriteOff.vote(id, form.isPro(), form.getReason()))
                ? back(id, next, "risk.write-off.voted") : file(id, model);
    }

    @PostMapping("/{id:\\d+}/decision")
    @Allowed(Role.COUNCIL_CHAIR)
    String decide(@PathVariable long id, @ModelAttribute("form") WriteOffForm form, BindingResult errors, Model model,
            RedirectAttributes next) {
        return forms.done(errors, () -> decideWriteOff.decide(id, form.isPro(), form.getDecision()))
                ? back(id, next, "risk.write-off.decided") : file(id, model);
    }

    private Subject loan(String number) {
        String wished = number == null ? "" : number.strip();
        return loans.list(new Loans.Filter(null, wished, false), SortBy.of(null, "-signed", Loans.COLUMNS),
                        PageOf.Wish.of(0, PageOf.LARGEST)).page().items().stream()
                .filter(row -> row.number().equals(wished)).findFirst().map(row -> Subject.loan(row.id()))
                .orElseThrow(() -> Refusal.invalid("loan", "risk.write-off.unknown-loan", wished));
    }

    private String back(long id, RedirectAttributes next, String notice) {
        next.addFlashAttribute("notice", texts.of(notice));
        return "redirect:/risk/write-offs/" + id;
    }

    private String page(Model model) {
        model.addAttribute("asked", writeOffs.all());
        model.addAttribute("pursued", writeOffs.pursued());
        model.addAttribute("grounds", WriteOffs.Ground.values());
        model.addAttribute("mayPropose", Actors.current().is(Role.HEAD_OF_LENDING));
        return "risk/write-offs";
    }

    private String file(long id, Model model) {
        WriteOffs.WriteOff one = writeOffs.get(id);
        Actor reader = Actors.current();
        boolean chair = reader.is(Role.COUNCIL_CHAIR);
        model.addAttribute("one", one);
        model.addAttribute("votes", writeOffs.votes(id));
        model.addAttribute("gone", ballot.gone(one).map(why -> why.reasons().stream().map(texts::of).toList()).orElse(null));
        model.addAttribute("mayVote", ballot.mayVote(reader, one));
        model.addAttribute("mayApprove", chair && ballot.mayClose(reader, one, true));
        model.addAttribute("mayRefuse", chair && ballot.mayClose(reader, one, false));
        model.addAttribute("stillOpen", chair && one.isPending() && ballot.outcome(one).isEmpty());
        return "risk/write-off";
    }
}

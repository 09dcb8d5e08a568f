package vn.coopfund.servicing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.servicing.AccountNames;
import vn.coopfund.servicing.EarliestDay;
import vn.coopfund.servicing.Loans;
import vn.coopfund.servicing.Proposal;
import vn.coopfund.servicing.ProposalKind;
import vn.coopfund.servicing.Proposed;
import vn.coopfund.servicing.Rehearsal;
import vn.coopfund.servicing.WaitingActs;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** What the pages of acts that wait share: what the act would do, and then to propose it once. */
@Component
class ActPages {

    private final Rehearsal rehearsal;
    private final WaitingActs acts;
    private final Loans loans;
    private final EarliestDay earliestDay;
    private final AccountNames names;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ActPages(Rehearsal rehearsal, WaitingActs acts, Loans loans, EarliestDay earliestDay, AccountNames names, Forms forms,
            Once once, Texts texts) {
        this.rehearsal = rehearsal;
        this.acts = acts;
        this.loans = loans;
        this.earliestDay = earliestDay;
        this.names = names;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    /** False when the form has to be shown again with its errors. */
    boolean preview(BindingResult errors, HttpServletRequest request, Model model, Supplier<Proposed> act) {
        return forms.done(errors, () -> {
            Rehearsal.Scene scene = rehearsal.of(act);
            put(model, scene);
            model.addAttribute("loan", scene.proposal().loanId() == null ? null : loans.file(scene.proposal().loanId()));
            model.addAttribute("action", request.getRequestURI().replaceFirst("/preview$", ""));
            model.addAttribute("fields", given(request));
        });
    }

    /** Where the browser goes next, or null when the form has to be shown again with its errors. */
    String propose(BindingResult errors, HttpServletRequest request, RedirectAttributes next, Supplier<Proposed> act) {
        Proposed[] proposed = new Proposed[1];
        if (!forms.done(errors, () -> proposed[0] = once.form(request, Proposed.class, act))) {
            return null;
        }
        next.addFlashAttribute("notice", texts.of("servicing.proposal.taken", "#" + proposed[0].kind().key()));
        return "redirect:/proposals/" + proposed[0].id();
    }

    /** What a proposal would do if it were confirmed now, or why it would not. */
    void show(Proposal proposal, Model model) {
        model.addAttribute("waitsFor", waitsFor(proposal));
        model.addAttribute("loan", proposal.loanId() == null ? null : loans.file(proposal.loanId()));
        if (proposal.isPending()) {
            overtaken(proposal, model);
            try {
                put(model, rehearsal.of(proposal.id()));
            } catch (Refusal refusal) {
                model.addAttribute("hindered", said(refusal));
            }
        }
    }

    /** Why a proposal could not be done today, in the reader's words; empty where it could, or was decided. */
    List<String> hindrance(Proposal proposal) {
        return acts.hindrance(proposal).map(this::said).orElse(List.of());
    }

    private List<String> said(Refusal refusal) {
        return refusal.reasons().stream().map(texts::of).toList();
    }

    /** Something decided meanwhile moves the day on which a late receipt counts. */
    private void overtaken(Proposal proposal, Model model) {
        if (proposal.kind() == ProposalKind.TAKE_REPAYMENT) {
            model.addAttribute("overtakenOn",
                    earliestDay.ofMoney(proposal.loanId()).filter(proposal.valueDate()::isBefore).orElse(null));
        }
    }

    String waitsFor(Proposal proposal) {
        return acts.deciders(proposal).stream().sorted().map(texts::role).collect(Collectors.joining(" / "));
    }

    private void put(Model model, Rehearsal.Scene scene) {
        model.addAttribute("scene", scene);
        model.addAttribute("names", names.all());
        model.addAttribute("waitsFor", waitsFor(scene.proposal()));
    }

    /** What was sent, to be sent again. */
    static Map<String, String[]> given(HttpServletRequest request) {
        Map<String, String[]> given = new LinkedHashMap<>(request.getParameterMap());
        given.remove("_csrf");
        given.remove(Once.FIELD);
        return given;
    }
}

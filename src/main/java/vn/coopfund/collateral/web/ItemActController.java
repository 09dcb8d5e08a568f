package vn.coopfund.collateral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.coopfund.access.Actors;
import vn.coopfund.access.Allowed;
import vn.coopfund.access.NotAllowed;
import vn.coopfund.access.Role;
import vn.coopfund.calendar.BusinessDay;
import vn.coopfund.collateral.Covers;
import vn.coopfund.collateral.DecideRelease;
import vn.coopfund.collateral.DeregisterItem;
import vn.coopfund.collateral.Handovers;
import vn.coopfund.collateral.InsureItem;
import vn.coopfund.collateral.Item;
import vn.coopfund.collateral.Items;
import vn.coopfund.collateral.ProposeRelease;
import vn.coopfund.collateral.RegisterItem;
import vn.coopfund.collateral.RegistrationOffice;
import vn.coopfund.collateral.ReleaseItem;
import vn.coopfund.collateral.ReturnPapers;
import vn.coopfund.collateral.SignHandover;
import vn.coopfund.collateral.TakePapers;
import vn.coopfund.collateral.ValueCollateral;
import vn.coopfund.web.Choice;
import vn.coopfund.web.Forms;
import vn.coopfund.web.Once;
import vn.coopfund.web.Refusal;
import vn.coopfund.web.Texts;

/** The pages on which something is done with an item, one form each. */
@Controller
@RequestMapping("/collateral")
@Allowed({Role.LOAN_OFFICER, Role.APPRAISER})
class ItemActController {

    private final Items items;
    private final ValueCollateral valueCollateral;
    private final RegisterItem registerItem;
    private final DeregisterItem deregisterItem;
    private final TakePapers takePapers;
    private final ReturnPapers returnPapers;
    private final SignHandover signHandover;
    private final InsureItem insureItem;
    private final ReleaseItem releaseItem;
    private final ProposeRelease proposeRelease;
    private final DecideRelease decideRelease;
    private final Handovers handovers;
    private final Covers covers;
    private final BusinessDay businessDay;
    private final Forms forms;
    private final Once once;
    private final Texts texts;

    ItemActController(Items items, ValueCollateral valueCollateral, RegisterItem registerItem, DeregisterItem deregisterItem,
            TakePapers takePapers, ReturnPapers returnPapers, SignHandover signHandover, InsureItem insureItem,
            ReleaseItem releaseItem, ProposeRelease proposeRelease, DecideRelease decideRelease, Handovers handovers,
            Covers covers, BusinessDay businessDay, Forms forms, Once once, Texts texts) {
        this.items = items;
        this.valueCollateral = valueCollateral;
        this.registerItem = registerItem;
        this.deregisterItem = deregisterItem;
        this.takePapers = takePapers;
        this.returnPapers = returnPapers;
        this.signHandover = signHandover;
        this.insureItem = insureItem;
        this.releaseItem = releaseItem;
        this.proposeRelease = proposeRelease;
        this.decideRelease = decideRelease;
        this.handovers = handovers;
        this.covers = covers;
        this.businessDay = businessDay;
        this.forms = forms;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/{id:\\d+}/{path:[a-z-]+}")
    String ask(@PathVariable long id, @PathVariable String path, @ModelAttribute("form") ItemActForm form, Model model) {
        ItemAct act = act(path);
        Item item = items.get(id);
        form.setOn(businessDay.today());
        form.setOffice(item.office());
        form.setRequired(true);
        form.setParty(item.owner() == null ? item.borrower() : item.owner());
        if (item.openCovers().size() == 1) {
            form.setLoan(item.openCovers().get(0).loanId());
        }
        return page(act, item, model);
    }

    @PostMapping("/{id:\\d+}/{path:[a-z-]+}")
    String done(@PathVariable long id, @PathVariable String path, @ModelAttribute("form") ItemActForm form, BindingResult errors,
            HttpServletRequest request, Model model, RedirectAttributes after) {
        ItemAct act = act(path);
        Item item = items.get(id);
        if (!forms.done(errors, () -> once.form(request, Boolean.class, () -> perform(act, id, form)))) {
            return page(act, item, model);
        }
        after.addFlashAttribute("notice", texts.of("collateral.done"));
        return "redirect:/collateral/" + id;
    }

    private Boolean perform(ItemAct act, long id, ItemActForm form) {
        switch (act) {
            case VALUATION -> valueCollateral.value(id, form.getAmount(), form.getOn(), form.getMethod(), form.getPaper());
            case REGISTRATION -> registerItem.register(id, form.toEntry());
            case DEREGISTRATION -> deregisterItem.deregister(id, form.getOn(), form.getNumber());
            case PAPERS -> takePapers.take(id, form.getPapers(), form.getPlace(), form.getParty(), form.getOn());
            case RETURN -> returnPapers.giveBack(id, form.getParty(), form.getOn());
            case INSURANCE -> insureItem.insure(id, form.getPolicy(), form.getUntil());
            case RELEASE -> releaseItem.release(id, loan(form));
            case RELEASE_PROPOSAL -> proposeRelease.propose(id, loan(form), form.getReason());
        }
        return true;
    }

    private static long loan(ItemActForm form) {
        if (form.getLoan() == null) {
            throw Refusal.invalid("loan", "collateral.refused.required");
        }
        return form.getLoan();
    }

    private static ItemAct act(String path) {
        ItemAct act = ItemAct.ofPath(path);
        if (!Actors.current().is(act.role())) {
            throw new NotAllowed(List.of(act.role()));
        }
        return act;
    }

    private String page(ItemAct act, Item item, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("item", item);
        model.addAttribute("choices", Map.of(
                "method", choices("collateral.method.", ValueCollateral.METHODS),
                "required", choices("collateral.required.", List.of("true", "false")),
                "office", choices("collateral.office.", Arrays.stream(RegistrationOffice.values()).map(Enum::name).toList()),
                "loan", covers.of(item).stream().filter(act::concerns)
                        .map(loan -> new Choice(String.valueOf(loan.cover().loanId()), loan.title())).toList()));
        return "collateral/act";
    }

    private List<Choice> choices(String key, List<String> values) {
        return values.stream().map(value -> new Choice(value, texts.of(key + value))).toList();
    }

    @PostMapping("/{id:\\d+}/releases/{release:\\d+}")
    @Allowed(Role.DIRECTOR)
    String decide(@PathVariable long id, @PathVariable long release, @RequestParam boolean yes,
            @RequestParam(required = false) String remark, RedirectAttributes after) {
        return said(id, after, () -> decideRelease.decide(id, release, yes, remark));
    }

    @PostMapping("/handovers/{id:\\d+}/signature")
    @Allowed(Role.BORROWER)
    String sign(@PathVariable long id, RedirectAttributes after) {
        return said(handovers.get(id).itemId(), after, () -> signHandover.sign(id));
    }

    private String said(long item, RedirectAttributes after, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute("notice", texts.of("collateral.done"));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            after.addFlashAttribute("refused", refusal.reasons().stream().map(texts::of).toList());
        }
        return "redirect:/collateral/" + item;
    }
}

package uk.slipway.brokering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.Viewer;
import uk.slipway.indicators.ComparedFigures;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotYours;
import uk.slipway.web.Unprocessable;

/** Support: asked for, brokered, agreed, looked back upon; and what is on offer. */
@Controller
@SupportReadersOnly
class SupportController {

    private final ReadSupport read;
    private final AskForSupport ask;
    private final BrokerSupport broker;
    private final OfferSupport offer;
    private final SupportPages pages;

    SupportController(
            ReadSupport read, AskForSupport ask, BrokerSupport broker, OfferSupport offer, SupportPages pages) {
        this.read = read;
        this.ask = ask;
        this.broker = broker;
        this.offer = offer;
        this.pages = pages;
    }

    @GetMapping("/support")
    ModelAndView list(Viewer viewer, @RequestParam(required = false) @Nullable String state) {
        SupportState chosen = null;
        for (var known : SupportState.values()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(state)) {
                chosen = known;
            }
        }
        return new ModelAndView(
                "brokering/list", Map.of("page", pages.list(viewer, read.all(viewer, null), chosen, read.today())));
    }

    @GetMapping("/support/ask")
    @SupportAskersOnly
    ModelAndView toAsk(Viewer viewer) {
        return new ModelAndView(
                "brokering/ask",
                Map.of("page", pages.ask(viewer, null, read.indicators()), "form", SupportForm.Ask.empty()));
    }

    @PostMapping("/support/ask")
    @SupportAskersOnly
    ModelAndView write(Viewer viewer, @ModelAttribute("form") SupportForm.Ask form, BindingResult errors) {
        var wanted = form.toWanted(slugs(), read.today(), errors);
        if (wanted == null) {
            return Unprocessable.page("brokering/ask", pages.ask(viewer, null, read.indicators()));
        }
        var id = form.id();
        ask.write(viewer, id, wanted);
        return to(id.value());
    }

    @GetMapping("/support/{id}")
    ModelAndView one(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "brokering/request", Map.of("page", page(viewer, id), "form", new SupportForm.Withdraw(null)));
    }

    private SupportPages.RequestPage page(Viewer viewer, UUID id) {
        return pages.request(read.one(viewer, new SupportRequestId(id)), read.today());
    }

    @GetMapping("/support/{id}/edit")
    @SupportAskersOnly
    ModelAndView toEdit(Viewer viewer, @PathVariable UUID id) {
        var request = draft(viewer, id);
        return new ModelAndView(
                "brokering/ask",
                Map.of("page", pages.ask(viewer, id, read.indicators()), "form", SupportForm.Ask.of(request)));
    }

    private SupportRequest draft(Viewer viewer, UUID id) {
        var found = read.one(viewer, new SupportRequestId(id));
        if (!found.asker()) {
            throw new NotYours();
        }
        return found.request();
    }

    @PostMapping("/support/{id}/edit")
    @SupportAskersOnly
    ModelAndView edit(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute("form") SupportForm.Ask form, BindingResult errors) {
        draft(viewer, id);
        var wanted = form.toWanted(slugs(), read.today(), errors);
        if (wanted == null) {
            return Unprocessable.page("brokering/ask", pages.ask(viewer, id, read.indicators()));
        }
        try {
            ask.change(viewer, new SupportRequestId(id), form.ofVersion(), wanted);
        } catch (EditConflict conflict) {
            var now = draft(viewer, id);
            if (now.state() != SupportState.DRAFT) {
                throw conflict;
            }
            return SupportConflicts.of(now, wanted, pages.ask(viewer, id, read.indicators()));
        }
        return to(id);
    }

    @PostMapping("/support/{id}/ask")
    @SupportAskersOnly
    ModelAndView send(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        ask.ask(viewer, new SupportRequestId(id));
        flash.addFlashAttribute("success", "You asked the co-ordinator. They see the request now.");
        return to(id);
    }

    @PostMapping("/support/{id}/withdraw")
    @SupportAgreersOnly
    ModelAndView withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") SupportForm.Withdraw form,
            BindingResult errors,
            RedirectAttributes flash) {
        var found = read.one(viewer, new SupportRequestId(id));
        if (!found.asker() && !found.broker()) {
            throw new NotYours();
        }
        var because = SupportForm.text(form.because(), 1000, true, "because", "why it ends", errors);
        if (errors.hasErrors()) {
            return Unprocessable.page("brokering/request", pages.request(found, read.today()));
        }
        if (found.asker()) {
            ask.withdraw(viewer, new SupportRequestId(id), because);
        } else {
            broker.withdraw(viewer, new SupportRequestId(id), because);
        }
        flash.addFlashAttribute("success", "The request is withdrawn. It stays on the list of what is over.");
        return to(id);
    }

    @GetMapping("/support/{id}/propose")
    @BrokersOnly
    ModelAndView toPropose(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String supporter,
            @RequestParam(required = false) @Nullable String offer) {
        var found = read.one(viewer, new SupportRequestId(id));
        return new ModelAndView(
                "brokering/propose",
                Map.of(
                        "page",
                        proposePage(viewer, found),
                        "form",
                        SupportForm.Propose.of(found.request(), supporter, offer)));
    }

    private SupportPages.ProposePage proposePage(Viewer viewer, ReadSupport.Found found) {
        return pages.propose(
                found, read.candidates(viewer, found.request()), read.bodies(found.request()), read.today());
    }

    @PostMapping("/support/{id}/propose")
    @BrokersOnly
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") SupportForm.Propose form,
            BindingResult errors,
            RedirectAttributes flash) {
        var found = read.one(viewer, new SupportRequestId(id));
        var terms = form.toTerms(read.bodies(found.request()), errors);
        if (terms == null) {
            return Unprocessable.page("brokering/propose", proposePage(viewer, found));
        }
        try {
            broker.propose(viewer, new SupportRequestId(id), form.ofVersion(), terms);
        } catch (EditConflict conflict) {
            var now = read.one(viewer, new SupportRequestId(id));
            var saved = now.request().terms();
            if (now.request().state() != SupportState.PROPOSED || saved == null) {
                throw conflict;
            }
            return SupportConflicts.of(now.request(), terms, saved, proposePage(viewer, now));
        }
        flash.addFlashAttribute("success", "Both sides are asked to agree. The one who helps sees the request now.");
        return to(id);
    }

    @PostMapping("/support/{id}/agree")
    @SupportAgreersOnly
    ModelAndView agree(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") SupportForm.Agree form,
            RedirectAttributes flash) {
        try {
            if (SupportRows.brokers(viewer)) {
                broker.agreeFor(viewer, new SupportRequestId(id), !form.ofHelper(), form.read());
            } else {
                ask.agree(viewer, new SupportRequestId(id), form.read());
            }
        } catch (EditConflict conflict) {
            var shown = page(viewer, id);
            if (shown.agreement() == null) {
                throw conflict;
            }
            return SupportConflicts.of(
                    shown,
                    "Other terms have been proposed since you opened this page. They stand below: read them before you"
                            + " agree.");
        }
        flash.addFlashAttribute("success", "The agreement is recorded.");
        return to(id);
    }

    @GetMapping("/support/{id}/look-back")
    @SupportAskersOnly
    ModelAndView toLookBack(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView(
                "brokering/look-back",
                Map.of("page", lookBackPage(viewer, id), "form", new SupportForm.LookBack(null, null)));
    }

    private SupportPages.RequestPage lookBackPage(Viewer viewer, UUID id) {
        var shown = page(viewer, id);
        if (!shown.asker()) {
            throw new NotYours();
        }
        return shown;
    }

    @PostMapping("/support/{id}/look-back")
    @SupportAskersOnly
    ModelAndView lookBack(
            Viewer viewer,
            @PathVariable UUID id,
            @ModelAttribute("form") SupportForm.LookBack form,
            BindingResult errors,
            RedirectAttributes flash) {
        var shown = lookBackPage(viewer, id);
        var helped = form.toHelped(errors);
        var words = form.toWords(errors);
        if (errors.hasErrors() || helped == null) {
            return Unprocessable.page("brokering/look-back", shown);
        }
        try {
            ask.lookBack(viewer, new SupportRequestId(id), helped, words);
        } catch (EditConflict conflict) {
            var now = page(viewer, id);
            if (now.looked() == null) {
                throw conflict;
            }
            return SupportConflicts.of(
                    now,
                    "A colleague has looked back already, and what they said stands below. What you wrote was not"
                            + " saved: “" + helped.inWords() + ". " + words + "”");
        }
        flash.addFlashAttribute("success", "Thank you. What you said is kept with the request.");
        return to(id);
    }

    @GetMapping("/support/offers")
    ModelAndView offers(Viewer viewer) {
        return new ModelAndView("brokering/offers", Map.of("page", pages.offers(viewer, read.offers(viewer))));
    }

    @GetMapping("/support/offers/new")
    @SupportAskersOnly
    ModelAndView toOffer(Viewer viewer) {
        return new ModelAndView(
                "brokering/offer",
                Map.of("page", pages.offer(viewer, offer.own(viewer)), "form", SupportForm.Offer.empty()));
    }

    @PostMapping("/support/offers/new")
    @SupportAskersOnly
    ModelAndView offer(
            Viewer viewer,
            @ModelAttribute("form") SupportForm.Offer form,
            BindingResult errors,
            RedirectAttributes flash) {
        var own = offer.own(viewer);
        var offered = form.toOffered(own, read.today(), errors);
        if (offered == null) {
            return Unprocessable.page("brokering/offer", pages.offer(viewer, own));
        }
        offer.offer(viewer, form.id(), offered);
        flash.addFlashAttribute("success", "Your offer is there for the co-ordinator to find.");
        return new ModelAndView("redirect:/support/offers");
    }

    @PostMapping("/support/offers/{offer}/end")
    @SupportAskersOnly
    ModelAndView end(Viewer viewer, @PathVariable("offer") UUID id, RedirectAttributes flash) {
        offer.end(viewer, id);
        flash.addFlashAttribute("success", "The offer has ended.");
        return new ModelAndView("redirect:/support/offers");
    }

    private List<String> slugs() {
        return read.indicators().stream().map(ComparedFigures.Choice::slug).toList();
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/support/" + id);
    }
}

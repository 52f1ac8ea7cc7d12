package uk.slipway.partnership;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.slipway.accounts.AccountId;
import uk.slipway.accounts.Directory;
import uk.slipway.accounts.Person;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.Uuid7;
import uk.slipway.partnership.BoardForms.AreaForm;
import uk.slipway.partnership.BoardForms.BoardForm;
import uk.slipway.partnership.BoardForms.SeatForm;
import uk.slipway.partnership.BoardForms.TermsForm;
import uk.slipway.partnership.BoardForms.TypeForm;
import uk.slipway.region.OrganisationId;
import uk.slipway.web.DateParts;
import uk.slipway.web.EditConflict;
import uk.slipway.web.Unprocessable;

/** Boards: what each is and who sits on it, for everybody; set up by the partnership co-ordinator. */
@Controller
@SignedIn
class BoardsController {

    private final ShowBoards show;
    private final KeepBoards boards;
    private final KeepMembers members;
    private final Directory directory;

    BoardsController(ShowBoards show, KeepBoards boards, KeepMembers members, Directory directory) {
        this.show = show;
        this.boards = boards;
        this.members = members;
        this.directory = directory;
    }

    @GetMapping("/boards")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView("partnership/list", Map.of("page", show.list(viewer)));
    }

    @GetMapping("/boards/{board}")
    ModelAndView board(Viewer viewer, @PathVariable UUID board) {
        return new ModelAndView("partnership/board", Map.of("page", show.page(viewer, new BoardId(board))));
    }

    @GetMapping("/boards/{board}/review")
    ModelAndView review(Viewer viewer, @PathVariable UUID board) {
        return new ModelAndView("partnership/review", Map.of("page", show.review(viewer, new BoardId(board))));
    }

    @GetMapping("/boards/new")
    @CoordinatorOnly
    ModelAndView add(Viewer viewer) {
        return form("board", show.boardForm(viewer, null), BoardForm.empty(show.today()));
    }

    @PostMapping("/boards/new")
    @CoordinatorOnly
    ModelAndView add(
            Viewer viewer, @ModelAttribute("form") BoardForm form, BindingResult errors, RedirectAttributes flash) {
        var id = Typed.id(form.id()).orElseGet(Uuid7::next);
        var typed = form.typed(errors);
        if (typed != null) {
            try {
                boards.add(viewer, new BoardId(id), typed);
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/board-form", show.boardForm(viewer, null));
        }
        flash.addFlashAttribute("success", "The board has been added. Say next whom it is for and how it decides.");
        return new ModelAndView("redirect:/boards/" + id);
    }

    @GetMapping("/boards/{board}/change")
    @CoordinatorOnly
    ModelAndView change(Viewer viewer, @PathVariable UUID board) {
        var id = new BoardId(board);
        return form("board", show.boardForm(viewer, id), BoardForm.of(show.board(id)));
    }

    @PostMapping("/boards/{board}/change")
    @CoordinatorOnly
    ModelAndView change(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") BoardForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var page = show.boardForm(viewer, id);
        var typed = form.typed(errors);
        if (typed != null) {
            try {
                boards.change(viewer, id, Typed.version(form.version()), typed);
            } catch (EditConflict conflict) {
                return BoardConflicts.of(show.board(id), typed, page);
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/board-form", page);
        }
        flash.addFlashAttribute("success", "The board has been changed.");
        return new ModelAndView("redirect:/boards/" + board);
    }

    @GetMapping("/boards/{board}/area")
    @CoordinatorOnly
    ModelAndView area(Viewer viewer, @PathVariable UUID board) {
        var id = new BoardId(board);
        return form("area", show.areaForm(viewer, id), show.area(id));
    }

    @PostMapping("/boards/{board}/area")
    @CoordinatorOnly
    ModelAndView area(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") AreaForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var page = show.areaForm(viewer, id);
        var from = DateParts.required(form.from(), "from", "Day from which this is the area", errors);
        var chosen = new LinkedHashSet<OrganisationId>();
        for (var one : form.organisations() == null ? List.<String>of() : form.organisations()) {
            var offered = page.organisations().stream()
                    .anyMatch(option -> option.value().equals(one));
            if (offered) {
                chosen.add(new OrganisationId(UUID.fromString(one)));
            } else {
                errors.rejectValue("organisations", "none", "Choose from the list");
                break;
            }
        }
        if (errors.hasErrors() || from == null) {
            return Unprocessable.page("partnership/area", page);
        }
        try {
            boards.setArea(viewer, id, Typed.version(form.version()), chosen, from);
        } catch (EditConflict conflict) {
            return BoardConflicts.of(show.board(id), chosen, from, show.area(id), page);
        }
        flash.addFlashAttribute("success", "The board’s area has been saved.");
        return new ModelAndView("redirect:/boards/" + board);
    }

    @GetMapping("/boards/{board}/terms")
    @CoordinatorOnly
    ModelAndView terms(Viewer viewer, @PathVariable UUID board) {
        var id = new BoardId(board);
        var form = TermsForm.of(show.latestTerms(id), show.today());
        return form("terms", show.termsForm(viewer, id, form), form);
    }

    @PostMapping("/boards/{board}/terms")
    @CoordinatorOnly
    ModelAndView terms(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") TermsForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var terms = Typed.id(form.id()).orElseGet(Uuid7::next);
        var typed = form.typed(show.types(viewer, id), errors);
        if (typed != null) {
            try {
                boards.agreeTerms(viewer, id, terms, Typed.version(form.version()), typed);
            } catch (EditConflict conflict) {
                return BoardConflicts.of(
                        show.board(id),
                        terms,
                        typed,
                        Objects.requireNonNull(show.latestTerms(id)),
                        show.termsForm(viewer, id, form));
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/terms", show.termsForm(viewer, id, form));
        }
        flash.addFlashAttribute("success", "The terms have been set.");
        return new ModelAndView("redirect:/boards/" + board);
    }

    @GetMapping("/boards/{board}/members/new")
    @CoordinatorOnly
    ModelAndView addMember(Viewer viewer, @PathVariable UUID board) {
        return form("member", show.seatForm(viewer, new BoardId(board), null), SeatForm.empty(show.today()));
    }

    @PostMapping("/boards/{board}/members/new")
    @CoordinatorOnly
    ModelAndView addMember(
            Viewer viewer,
            @PathVariable UUID board,
            @ModelAttribute("form") SeatForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var seat = new MembershipId(Typed.id(form.id()).orElseGet(Uuid7::next));
        var page = show.seatForm(viewer, id, null);
        var typed = typed(form, page, errors);
        if (typed != null) {
            try {
                members.add(viewer, id, seat, typed);
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/member", page);
        }
        flash.addFlashAttribute("success", "The member has been added.");
        return new ModelAndView("redirect:/boards/" + board);
    }

    @GetMapping("/boards/{board}/members/{member}")
    @CoordinatorOnly
    ModelAndView member(Viewer viewer, @PathVariable UUID board, @PathVariable UUID member) {
        var id = new BoardId(board);
        var seat = new MembershipId(member);
        return form("member", show.seatForm(viewer, id, seat), show.seat(viewer, id, seat));
    }

    @PostMapping("/boards/{board}/members/{member}")
    @CoordinatorOnly
    ModelAndView member(
            Viewer viewer,
            @PathVariable UUID board,
            @PathVariable UUID member,
            @ModelAttribute("form") SeatForm form,
            BindingResult errors,
            RedirectAttributes flash) {
        var id = new BoardId(board);
        var seat = new MembershipId(member);
        var page = show.seatForm(viewer, id, seat);
        var typed = typed(form, page, errors);
        if (typed != null) {
            try {
                members.change(viewer, id, seat, Typed.version(form.version()), typed);
            } catch (EditConflict conflict) {
                return BoardConflicts.of(id, seat, form, typed, show.seat(viewer, id, seat), page);
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/member", page);
        }
        flash.addFlashAttribute("success", "The member’s seat has been changed.");
        return new ModelAndView("redirect:/boards/" + board);
    }

    /** An organisation of the list or a name, and a person with an account or a name: one of each two. */
    private KeepMembers.@Nullable SeatTyped typed(SeatForm form, BoardPages.FormPage page, BindingResult errors) {
        var organisation = chosen(form.organisation(), page.organisations(), "organisation", errors);
        var organisationName = organisation == null
                ? Typed.optional(form.organisationName(), "organisationName", "the organisation’s name", 200, errors)
                : null;
        if (organisation == null && organisationName == null && !errors.hasFieldErrors()) {
            errors.rejectValue("organisation", "blank", "Choose an organisation, or enter its name");
        }
        var type = chosen(form.memberType(), page.types(), "memberType", errors);
        if (type == null && !errors.hasFieldErrors("memberType")) {
            errors.rejectValue("memberType", "blank", "Choose the type of member");
        }
        var email = Typed.optional(form.email(), "email", "the e-mail address", 254, errors);
        AccountId account = null;
        if (email != null) {
            account = directory.findByEmail(email).map(Person::account).orElse(null);
            if (account == null) {
                errors.rejectValue(
                        "email", "unknown", "Nobody signs in with this address. Leave it empty and enter a name");
            }
        }
        var person = email == null ? Typed.optional(form.person(), "person", "the name", 200, errors) : null;
        if (email == null && person == null && !errors.hasFieldErrors("person")) {
            errors.rejectValue("email", "blank", "Enter the address that the person signs in with, or a name");
        }
        var role = Typed.choice(form.role(), BoardRole.class, "role", "Choose the role on the board", errors);
        boolean voting = "true".equals(form.voting());
        if (role != null && voting && !role.mayVote()) {
            errors.rejectValue("voting", "role", "An adviser or observer has no vote");
        }
        var term = form.term(errors);
        if (errors.hasErrors() || type == null || role == null || term == null) {
            return null;
        }
        return new KeepMembers.SeatTyped(
                organisation == null ? null : new OrganisationId(organisation),
                organisationName,
                type,
                account,
                person,
                role,
                voting,
                term);
    }

    private static @Nullable UUID chosen(
            @Nullable String typed, List<uk.slipway.web.Option> offered, String field, BindingResult errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Optional<UUID> id = offered.stream()
                .filter(option -> option.value().equals(typed))
                .map(option -> UUID.fromString(option.value()))
                .findFirst();
        if (id.isEmpty()) {
            errors.rejectValue(field, "none", "Choose from the list");
        }
        return id.orElse(null);
    }

    @GetMapping("/boards/member-types")
    @CoordinatorOnly
    ModelAndView types(Viewer viewer) {
        return form("types", show.typesPage(viewer), TypeForm.empty(show.today()));
    }

    @PostMapping("/boards/member-types")
    @CoordinatorOnly
    ModelAndView addType(
            Viewer viewer, @ModelAttribute("form") TypeForm form, BindingResult errors, RedirectAttributes flash) {
        var id = Typed.id(form.id()).orElseGet(Uuid7::next);
        var name = Typed.text(form.name(), "name", "the name", 100, errors);
        var from = DateParts.required(form.from(), "from", "Day from which it is used", errors);
        var page = show.typesPage(viewer);
        var follows = chosen(form.follows(), page.inUse(), "follows", errors);
        if (!errors.hasErrors() && from != null) {
            try {
                boards.addType(viewer, id, name, from, follows);
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/types", page);
        }
        flash.addFlashAttribute("success", "The member type has been added.");
        return new ModelAndView("redirect:/boards/member-types");
    }

    @PostMapping("/boards/member-types/end")
    @CoordinatorOnly
    ModelAndView endType(
            Viewer viewer, @ModelAttribute("form") TypeForm form, BindingResult errors, RedirectAttributes flash) {
        var page = show.typesPage(viewer);
        var type = chosen(form.ended(), page.inUse(), "ended", errors);
        if (type == null && !errors.hasFieldErrors("ended")) {
            errors.rejectValue("ended", "blank", "Choose the type that is used no more");
        }
        var last = DateParts.required(form.last(), "last", "Last day on which it is used", errors);
        if (type != null && last != null && !errors.hasErrors()) {
            try {
                boards.endType(viewer, type, last);
            } catch (Refused refused) {
                reject(refused, errors);
            }
        }
        if (errors.hasErrors()) {
            return Unprocessable.page("partnership/types", page);
        }
        flash.addFlashAttribute("success", "The member type ends. Members who have it keep it.");
        return new ModelAndView("redirect:/boards/member-types");
    }

    private static void reject(Refused refused, BindingResult errors) {
        errors.rejectValue(refused.field(), "refused", refused.words());
    }

    private static ModelAndView form(String name, Object page, Object form) {
        var view = "partnership/" + (name.equals("board") ? "board-form" : name);
        return new ModelAndView(view, Map.of("page", page, "form", form));
    }
}

package uk.slipway.partnership;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.kernel.DateSpan;
import uk.slipway.kernel.Uuid7;
import uk.slipway.web.DateParts;

/** The forms of boards, as they are typed, and how each becomes a command. */
final class BoardForms {

    private static final int LONGEST = 4000;

    private BoardForms() {}

    record BoardForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String parent,
            @Nullable String purpose,
            @Nullable DateParts from,
            @Nullable DateParts until) {

        static BoardForm empty(LocalDate today) {
            return new BoardForm(
                    Uuid7.next().toString(), null, null, null, null, null, DateParts.of(today), DateParts.EMPTY);
        }

        static BoardForm of(Board board) {
            return new BoardForm(
                    board.id().value().toString(),
                    Long.toString(board.version()),
                    board.name(),
                    board.kind().name(),
                    board.parent() == null ? "" : board.parent().value().toString(),
                    board.purpose(),
                    DateParts.of(board.span().from()),
                    DateParts.of(board.span().until()));
        }

        KeepBoards.@Nullable BoardTyped typed(Errors errors) {
            var typedName = Typed.text(name, "name", "the name", 200, errors);
            var typedKind = Typed.choice(kind, BoardKind.class, "kind", "Choose what kind of board it is", errors);
            var typedPurpose = Typed.text(purpose, "purpose", "what it is for", LONGEST, errors);
            var starts = DateParts.required(from, "from", "Day from which it exists", errors);
            var ends = DateParts.optional(until, "until", "Last day", errors);
            if (starts != null && ends != null && ends.isBefore(starts)) {
                errors.rejectValue("until", "order", "The last day must be the first day or later");
            }
            if (errors.hasErrors() || typedKind == null || starts == null) {
                return null;
            }
            return new KeepBoards.BoardTyped(
                    Typed.id(parent).map(BoardId::new).orElse(null), typedKind, typedName, typedPurpose, starts, ends);
        }
    }

    record AreaForm(
            @Nullable String version,
            @Nullable List<String> organisations,
            @Nullable DateParts from) {}

    /**
     * The next version of the terms. One field for the minimum of each member type: minimumType and minimum go in pairs.
     *
     * @param id of the version that it becomes
     * @param version the number of the one that it was opened on; 0 for none
     */
    record TermsForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable DateParts from,
            @Nullable String quorum,
            @Nullable List<String> minimumType,
            @Nullable List<String> minimum,
            @Nullable String usual,
            @Nullable String consensus,
            @Nullable String majority,
            @Nullable String chairAction,
            @Nullable String advisory,
            @Nullable String remit,
            @Nullable String conflictRule) {

        static TermsForm of(@Nullable Terms terms, LocalDate today) {
            var id = Uuid7.next().toString();
            if (terms == null) {
                return new TermsForm(
                        id, "0", DateParts.of(today), null, null, null, null, null, null, null, null, null, null);
            }
            return new TermsForm(
                    id,
                    Integer.toString(terms.number()),
                    DateParts.of(terms.from().isAfter(today) ? terms.from() : today),
                    Integer.toString(terms.quorum()),
                    terms.parts().stream()
                            .map(part -> part.memberType().toString())
                            .toList(),
                    terms.parts().stream()
                            .map(part -> Integer.toString(part.minimum()))
                            .toList(),
                    terms.usual().name(),
                    terms.protocols().get(Protocol.CONSENSUS),
                    terms.protocols().get(Protocol.MAJORITY),
                    terms.protocols().get(Protocol.CHAIR_ACTION),
                    terms.protocols().get(Protocol.ADVISORY),
                    String.join(
                            "\n",
                            terms.remit().stream().map(Terms.Clause::words).toList()),
                    terms.conflictRule());
        }

        /** What was typed as the minimum of a type. */
        String minimumOf(UUID type) {
            if (minimumType == null || minimum == null) {
                return "";
            }
            int place = minimumType.indexOf(type.toString());
            return place < 0 || place >= minimum.size() ? "" : minimum.get(place);
        }

        KeepBoards.@Nullable TermsTyped typed(List<MemberType> types, Errors errors) {
            var starts = DateParts.required(from, "from", "Day from which it is in force", errors);
            int count = Typed.number(quorum, "quorum", "the quorum", 1, 100, errors);
            var minimums = new LinkedHashMap<UUID, Integer>();
            for (var type : types) {
                var typed = minimumOf(type.id()).strip();
                if (!typed.isEmpty() && !typed.equals("0")) {
                    if (typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) <= count) {
                        minimums.put(type.id(), Integer.parseInt(typed));
                    } else {
                        errors.rejectValue(
                                "minimum",
                                "number",
                                "The minimum of type " + type.name() + " must be a number up to the quorum");
                    }
                }
            }
            var protocols = protocols(errors);
            var typedUsual =
                    Typed.choice(usual, Protocol.class, "usual", "Choose how the board usually decides", errors);
            if (typedUsual != null && !protocols.containsKey(typedUsual)) {
                errors.rejectValue("usual", "words", "Write the board’s words for " + typedUsual.inWords());
            }
            var clauses =
                    BoardRows.lines(Typed.text(remit, "remit", "the remit, one clause on each line", 20_000, errors));
            if (clauses.size() > 60) {
                errors.rejectValue("remit", "many", "The remit must have 60 clauses or fewer");
            }
            if (clauses.stream().anyMatch(clause -> clause.length() > 1000)) {
                errors.rejectValue("remit", "long", "Each clause of the remit must be 1,000 characters or fewer");
            }
            var rule = Typed.text(conflictRule, "conflictRule", "the rule on interests", LONGEST, errors);
            if (errors.hasErrors() || starts == null || typedUsual == null) {
                return null;
            }
            return new KeepBoards.TermsTyped(starts, count, minimums, typedUsual, protocols, clauses, rule);
        }

        private Map<Protocol, String> protocols(Errors errors) {
            var protocols = new EnumMap<Protocol, String>(Protocol.class);
            put(protocols, Protocol.CONSENSUS, consensus, "consensus", errors);
            put(protocols, Protocol.MAJORITY, majority, "majority", errors);
            put(protocols, Protocol.CHAIR_ACTION, chairAction, "chairAction", errors);
            put(protocols, Protocol.ADVISORY, advisory, "advisory", errors);
            return protocols;
        }

        private static void put(
                Map<Protocol, String> protocols,
                Protocol protocol,
                @Nullable String typed,
                String field,
                Errors errors) {
            var words = Typed.optional(typed, field, "the words", LONGEST, errors);
            if (words != null) {
                protocols.put(protocol, words);
            }
        }
    }

    record SeatForm(
            @Nullable String id,
            @Nullable String version,
            @Nullable String organisation,
            @Nullable String organisationName,
            @Nullable String memberType,
            @Nullable String email,
            @Nullable String person,
            @Nullable String role,
            @Nullable String voting,
            @Nullable DateParts from,
            @Nullable DateParts until) {

        static SeatForm empty(LocalDate today) {
            return new SeatForm(
                    Uuid7.next().toString(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    BoardRole.MEMBER.name(),
                    "true",
                    DateParts.of(today),
                    DateParts.EMPTY);
        }

        static SeatForm of(Seat seat) {
            return new SeatForm(
                    seat.id().value().toString(),
                    Long.toString(seat.version()),
                    seat.organisation() == null
                            ? ""
                            : seat.organisation().value().toString(),
                    seat.organisation() == null ? seat.organisationName() : "",
                    seat.memberType().toString(),
                    seat.email(),
                    seat.account() == null ? seat.person() : "",
                    seat.role().name(),
                    seat.voting() ? "true" : null,
                    DateParts.of(seat.term().from()),
                    DateParts.of(seat.term().until()));
        }

        @Nullable
        DateSpan term(Errors errors) {
            var starts = DateParts.required(from, "from", "First day of the term", errors);
            var ends = DateParts.optional(until, "until", "Last day of the term", errors);
            if (starts != null && ends != null && ends.isBefore(starts)) {
                errors.rejectValue("until", "order", "The last day of the term must be the first day or later");
                return null;
            }
            return starts == null ? null : new DateSpan(starts, ends);
        }
    }

    record TypeForm(
            @Nullable String id,
            @Nullable String name,
            @Nullable DateParts from,
            @Nullable String follows,
            @Nullable String ended,
            @Nullable DateParts last) {

        static TypeForm empty(LocalDate today) {
            return new TypeForm(Uuid7.next().toString(), null, DateParts.of(today), null, null, DateParts.of(today));
        }
    }
}

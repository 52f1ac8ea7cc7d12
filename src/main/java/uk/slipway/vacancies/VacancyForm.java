package uk.slipway.vacancies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import uk.slipway.fosteringprotocol.NothingIdentifying;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.DateParts;
import uk.slipway.web.Typed;

/** A vacancy as it is typed. Children who live there are sent as two lists of the same length. */
record VacancyForm(
        @Nullable String id,
        @Nullable String version,
        @Nullable String carerReference,
        @Nullable String area,
        @Nullable String postcodeArea,
        @Nullable String approvedPlaces,
        @Nullable String freePlaces,
        @Nullable String youngest,
        @Nullable String oldest,
        @Nullable List<String> types,
        @Nullable List<String> skills,
        @Nullable List<String> features,
        @Nullable List<String> notSuited,
        @Nullable String words,
        @Nullable DateParts freeFrom,
        @Nullable List<String> childAuthorities,
        @Nullable List<String> childBands) {

    /** How many children who live there the form has places for. */
    static final int CHILDREN = 4;

    static VacancyForm empty(String gss, LocalDate today) {
        return new VacancyForm(
                Uuid7.next().toString(),
                null,
                null,
                gss,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DateParts.of(today),
                List.of(),
                List.of());
    }

    static VacancyForm of(Vacancy vacancy, Map<?, LocalAuthority> authorities) {
        var terms = vacancy.terms();
        return new VacancyForm(
                vacancy.id().value().toString(),
                Long.toString(vacancy.version()),
                terms.carerReference(),
                code(vacancy.area(), authorities),
                terms.postcodeArea(),
                Integer.toString(terms.approvedPlaces()),
                Integer.toString(terms.freePlaces()),
                Integer.toString(terms.youngest()),
                Integer.toString(terms.oldest()),
                names(terms.types()),
                names(terms.skills()),
                names(terms.features()),
                names(terms.notSuited()),
                terms.words(),
                DateParts.of(terms.freeFrom()),
                vacancy.children().stream()
                        .map(child -> code(child.authority(), authorities))
                        .toList(),
                vacancy.children().stream().map(child -> child.ageBand().name()).toList());
    }

    private static String code(Object authority, Map<?, LocalAuthority> authorities) {
        var known = authorities.get(authority);
        return known == null ? "" : known.gssCode();
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }

    /** What a child's line says; the form shows it again. */
    public String childAuthority(int line) {
        return line(childAuthorities, line);
    }

    public String childBand(int line) {
        return line(childBands, line);
    }

    private static String line(@Nullable List<String> lines, int line) {
        return lines == null || line >= lines.size() || lines.get(line) == null ? "" : lines.get(line);
    }

    /** What the form says, or null where something was rejected. */
    record Read(LocalAuthority area, Vacancy.Terms terms, List<Vacancy.ChildThere> children) {}

    @Nullable
    Read check(Map<String, LocalAuthority> byCode, LocalDate today, Errors errors) {
        var reference = Typed.text(carerReference, "carerReference", "the carer’s reference", 20, errors)
                .toUpperCase(Locale.ROOT);
        if (!reference.isEmpty() && !reference.matches("(?=.*[0-9])[A-Z0-9][A-Z0-9/-]{0,19}")) {
            errors.rejectValue(
                    "carerReference",
                    "shape",
                    "The carer’s reference must be letters, digits and hyphens with at least one digit, such as FC-014."
                            + " Do not use a name");
        }
        var place = byCode.get(area == null ? "" : area.strip());
        if (place == null) {
            errors.rejectValue("area", "none", "Choose the authority in whose area the home is");
        }
        var outward = Typed.text(postcodeArea, "postcodeArea", "the first half of the postcode", 10, errors)
                .toUpperCase(Locale.ROOT);
        if (!outward.isEmpty() && !outward.matches("[A-Z]{1,2}[0-9][A-Z0-9]?")) {
            errors.rejectValue(
                    "postcodeArea",
                    "shape",
                    "Enter only the first half of the postcode, such as BL3. Leave out the rest");
        }
        var approved = Typed.required(
                approvedPlaces, "approvedPlaces", "how many children the carer is approved for", 1, 9, errors);
        var free = Typed.required(freePlaces, "freePlaces", "how many places are free", 0, 9, errors);
        if (approved != null && free != null && free > approved) {
            errors.rejectValue("freePlaces", "many", "There cannot be more free places than the carer is approved for");
        }
        var from = Typed.required(youngest, "youngest", "the youngest age", 0, 17, errors);
        var to = Typed.required(oldest, "oldest", "the oldest age", 0, 17, errors);
        if (from != null && to != null && from > to) {
            errors.rejectValue("oldest", "order", "The oldest age must not be below the youngest");
        }
        var kinds = Typed.ticked(PlacementType.class, types);
        if (kinds.isEmpty()) {
            errors.rejectValue("types", "none", "Choose at least one type of placement");
        }
        var said = Typed.optional(words, "words", "what else to know", 2000, errors);
        NothingIdentifying.check(said, "words", today, errors);
        var day = DateParts.required(freeFrom, "freeFrom", "Day from which there is room", errors);
        var children = new ArrayList<Vacancy.ChildThere>();
        for (int line = 0; line < CHILDREN; line++) {
            var whose = Optional.ofNullable(byCode.get(childAuthority(line)));
            var band = Typed.one(AgeBand.class, childBand(line));
            if (whose.isPresent() != band.isPresent()
                    || whose.isEmpty() && !childAuthority(line).isBlank()) {
                errors.rejectValue(
                        "childAuthorities", "half", "Choose both the authority and the age of child " + (line + 1));
            } else if (whose.isPresent()) {
                children.add(new Vacancy.ChildThere(whose.get().id(), band.orElseThrow()));
            }
        }
        if (approved != null && free != null && children.size() + free > approved) {
            errors.rejectValue(
                    "freePlaces",
                    "full",
                    "The free places and the children there are more than the carer is approved for");
        }
        if (errors.hasErrors()
                || place == null
                || approved == null
                || free == null
                || from == null
                || to == null
                || day == null) {
            return null;
        }
        return new Read(
                place,
                new Vacancy.Terms(
                        reference,
                        outward,
                        approved,
                        free,
                        from,
                        to,
                        kinds,
                        Typed.ticked(Skill.class, skills),
                        Typed.ticked(HomeFeature.class, features),
                        Typed.ticked(Caution.class, notSuited),
                        said,
                        day),
                List.copyOf(children));
    }
}

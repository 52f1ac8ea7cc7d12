package uk.slipway.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.slipway.accounts.Anyone;
import uk.slipway.cycles.PublishedScheme;
import uk.slipway.region.LocalAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.web.ApiProblem;

/** The inspections of an authority for programs. What Ofsted has published is public. */
@RestController
@Anyone
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class InspectionsApi {

    private final ListInspections list;
    private final LocalAuthorities authorities;

    InspectionsApi(ListInspections list, LocalAuthorities authorities) {
        this.list = list;
        this.authorities = authorities;
    }

    /**
     * @param grade null unless it is graded
     * @param reading what the source has there: {@code graded}, {@code unreadable} or {@code blank}
     */
    record JudgementJson(
            String area, String reading, @Nullable String grade) {}

    /** @param scheme under which it judged, or null where the source does not tell */
    record InspectionJson(
            @Nullable String scheme,
            @Nullable String schemeName,
            String kind,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            LocalDate published,
            String report,
            List<JudgementJson> judgements) {}

    record InspectionsJson(String code, String name, List<InspectionJson> inspections) {}

    /** The inspections held of one authority, the newest first. No overall grade is made where a scheme has none. */
    @GetMapping("/inspections")
    ResponseEntity<?> of(@RequestParam(required = false) @Nullable String authority) {
        var asked = authority == null || authority.isBlank()
                ? null
                : authorities.byCode(authority.strip()).orElse(null);
        if (asked == null) {
            return authority == null || authority.isBlank()
                    ? ApiProblem.of(
                            HttpStatus.BAD_REQUEST, "Say whose inspections with authority, such as authority=E08000001")
                    : ApiProblem.of(HttpStatus.NOT_FOUND, "There is no authority with this code");
        }
        return ResponseEntity.ok(json(asked));
    }

    private InspectionsJson json(LocalAuthority authority) {
        var found = list.handle(List.of(authority.id()));
        var names = found.schemes().stream()
                .collect(Collectors.toMap(PublishedScheme::code, PublishedScheme::shortName, (one, same) -> one));
        return new InspectionsJson(
                authority.gssCode(),
                authority.name(),
                found.inspections().stream().map(one -> json(one, names)).toList());
    }

    private static InspectionJson json(Inspection one, Map<String, String> names) {
        return new InspectionJson(
                one.scheme(),
                one.scheme() == null ? null : names.get(one.scheme()),
                word(one.kind()),
                one.starts(),
                one.ends(),
                one.published(),
                one.source(),
                one.judgements().stream()
                        .map(judgement -> new JudgementJson(
                                word(judgement.area()),
                                word(judgement.reading()),
                                judgement.grade() == null ? null : word(judgement.grade())))
                        .toList());
    }

    /** As names are written in the answers of this API. */
    private static String word(Object name) {
        return name.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

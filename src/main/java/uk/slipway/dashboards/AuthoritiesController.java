package uk.slipway.dashboards;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import uk.slipway.accounts.SignedIn;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.LondonTime;
import uk.slipway.region.AuthorityFilter;
import uk.slipway.region.AuthorityList;
import uk.slipway.region.ListAuthorities;
import uk.slipway.region.LocalAuthority;
import uk.slipway.region.Region;
import uk.slipway.region.RegionCode;
import uk.slipway.web.DateParts;
import uk.slipway.web.NotFound;
import uk.slipway.web.Option;
import uk.slipway.web.Unprocessable;
import uk.slipway.web.Words;

/** The local authorities of England on any day since 2009. */
@Controller
@SignedIn
class AuthoritiesController {

    private static final String VIEW = "region/authorities";

    private final ListAuthorities listAuthorities;
    private final Clock clock;

    AuthoritiesController(ListAuthorities listAuthorities, Clock clock) {
        this.listAuthorities = listAuthorities;
        this.clock = clock;
    }

    /** The three date fields lead to an address with one date in it, which can be kept and passed on. */
    @GetMapping("/authorities")
    ModelAndView list(
            Viewer viewer,
            @RequestParam(name = "as-at", required = false) @Nullable String asAt,
            @ModelAttribute("form") AuthoritiesForm form,
            BindingResult errors) {
        LocalDate typed = form.day(errors);
        if (form.searched().length() > AuthoritiesForm.SEARCH_MAX) {
            errors.rejectValue("search", "long", "Name or code must be 100 characters or fewer");
        }
        if (errors.hasErrors()) {
            return Unprocessable.page(VIEW, page(null, form, LondonTime.today(clock)));
        }
        if (typed != null) {
            return new ModelAndView("redirect:" + address("/authorities", typed, form));
        }
        LocalDate day = day(asAt);
        AuthorityList found = listAuthorities.list(viewer.region(), filter(day, form));
        AuthoritiesForm shown = new AuthoritiesForm(form.searched(), form.inRegion(), DateParts.of(day));
        return new ModelAndView(
                VIEW,
                Map.of(
                        "page",
                        page(found, form, day),
                        "form",
                        shown,
                        BindingResult.MODEL_KEY_PREFIX + "form",
                        new BeanPropertyBindingResult(shown, "form")));
    }

    @GetMapping(value = "/authorities.csv", produces = "text/csv")
    ResponseEntity<String> file(
            Viewer viewer,
            @RequestParam(name = "as-at", required = false) @Nullable String asAt,
            @ModelAttribute("form") AuthoritiesForm form) {
        LocalDate day = day(asAt);
        AuthorityList found = listAuthorities.list(viewer.region(), filter(day, form));
        StringWriter text = new StringWriter();
        try (CsvWriter rows = CsvWriter.builder().build(text)) {
            rows.writeRecord("name", "gss_code", "dfe_number", "type", "region", "starts", "ends", "fictitious");
            found.groups()
                    .forEach(group ->
                            group.authorities().forEach(authority -> rows.writeRecord(row(group.region(), authority))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("local-authorities-" + day + ".csv")
                                .build()
                                .toString())
                .body(text.toString());
    }

    private static List<String> row(Region region, LocalAuthority authority) {
        return List.of(
                authority.name(),
                authority.gssCode(),
                authority.dfeCode(),
                authority.type().inWords(),
                region.name(),
                authority.starts() == null ? "" : authority.starts().toString(),
                authority.ends() == null ? "" : authority.ends().toString(),
                authority.fictitious() ? "yes" : "no");
    }

    private AuthoritiesPage page(@Nullable AuthorityList found, AuthoritiesForm form, LocalDate day) {
        boolean isToday = day.equals(LondonTime.today(clock));
        List<Option> regions = new ArrayList<>();
        for (Region region : listAuthorities.regions()) {
            regions.add(Option.of(region.code().value(), region.name()));
        }
        String title = isToday ? "Local authorities" : "Local authorities on " + new Words().shortDate(day);
        boolean filtered = !form.searched().isEmpty() || !form.inRegion().isEmpty();
        return new AuthoritiesPage(title, found, regions, isToday, filtered, address("/authorities.csv", day, form));
    }

    /** A date in an address that is none, or is before all that is known, is a wrong address. */
    private LocalDate day(@Nullable String asAt) {
        if (asAt == null || asAt.isBlank()) {
            return LondonTime.today(clock);
        }
        try {
            LocalDate day = LocalDate.parse(asAt);
            if (day.isBefore(ListAuthorities.EARLIEST) || day.getYear() > 9999) {
                throw new NotFound();
            }
            return day;
        } catch (DateTimeParseException noDate) {
            throw new NotFound();
        }
    }

    private AuthorityFilter filter(LocalDate day, AuthoritiesForm form) {
        RegionCode region = null;
        if (!form.inRegion().isEmpty()) {
            region = listAuthorities.regions().stream()
                    .map(Region::code)
                    .filter(code -> code.value().equals(form.inRegion()))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }
        return new AuthorityFilter(day, region, form.searched());
    }

    private static String address(String path, LocalDate day, AuthoritiesForm form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("as-at", day);
        List<String> values = new ArrayList<>();
        if (!form.searched().isEmpty()) {
            address.queryParam("search", "{search}");
            values.add(form.searched());
        }
        if (!form.inRegion().isEmpty()) {
            address.queryParam("region", "{region}");
            values.add(form.inRegion());
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}

package uk.slipway.placements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.slipway.accounts.Viewer;
import uk.slipway.fosteringprotocol.FosteringReadersOnly;
import uk.slipway.web.CsvDownload;
import uk.slipway.web.Words;

/** The region's numbers of fostering between authorities. */
@Controller
@FosteringReadersOnly
class NumbersController {

    private static final Words WORDS = new Words();

    private final FosteringNumbers numbers;

    NumbersController(FosteringNumbers numbers) {
        this.numbers = numbers;
    }

    record Page(String title, String lead, FosteringNumbers.Numbers numbers, List<String> whoCanSee) {}

    @GetMapping("/fostering/numbers")
    ModelAndView page(Viewer viewer) {
        var all = numbers.of(viewer);
        return new ModelAndView(
                "placements/numbers",
                Map.of(
                        "page",
                        new Page(
                                "Fostering between authorities in numbers: " + all.region(),
                                "From " + WORDS.shortDate(all.since()) + " to " + WORDS.shortDate(all.today()) + ".",
                                all,
                                List.of(
                                        "People in fostering, Directors, the regional team and Ofsted.",
                                        "Nobody sees a count of 1 to 4 here, nor one from which it could be"
                                                + " worked out."))));
    }

    @GetMapping("/fostering/numbers.csv")
    ResponseEntity<byte[]> csv(Viewer viewer) {
        var all = numbers.of(viewer);
        var rows = new ArrayList<List<String>>();
        for (var table : all.sufficiency()) {
            for (var line : table.lines()) {
                rows.add(List.of(table.title(), line.name(), line.places(), line.children()));
            }
        }
        for (var figures : List.of(all.times(), all.outcomes(), all.shares(), all.endings(), all.costs())) {
            for (var figure : figures) {
                rows.add(List.of(figure.name(), "", figure.words(), ""));
            }
        }
        return CsvDownload.answer(
                "fostering-numbers", List.of("what", "of", "value_or_free_places", "children_referred"), rows);
    }
}

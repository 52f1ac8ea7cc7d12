package uk.slipway.cycles;

import java.time.Clock;
import uk.slipway.accounts.Role;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.UseCase;
import uk.slipway.kernel.Uuid7;
import uk.slipway.region.RegionCode;
import uk.slipway.web.NotYours;

/** A regional manager sets up a year, from last year's or, in a region's first, from the North West's. */
@UseCase
class SetUpCycle {

    private final Cycles cycles;
    private final Templates templates;
    private final FirstTemplate firstTemplate;
    private final JudgementSchemes schemes;
    private final Clock clock;

    SetUpCycle(Cycles cycles, Templates templates, FirstTemplate firstTemplate, JudgementSchemes schemes, Clock clock) {
        this.cycles = cycles;
        this.templates = templates;
        this.firstTemplate = firstTemplate;
        this.schemes = schemes;
        this.clock = clock;
    }

    /**
     * Sets the year up; the same again changes nothing.
     *
     * @param id the id made with the form
     * @throws YearTaken when the region has a cycle of that year already
     */
    void handle(CycleId id, CyclePlan plan, Viewer viewer) {
        var region = regionOf(viewer);
        if (cycles.existsById(id)) {
            return;
        }
        if (cycles.findByRegionAndYear(region, plan.year()).isPresent()) {
            throw new YearTaken(plan.year());
        }
        cycles.save(new Cycle(id, region, plan, templateFor(region, plan, viewer), clock.instant()));
    }

    /** Last year's version where its areas are those of the scheme; else a new one. */
    private TemplateId templateFor(RegionCode region, CyclePlan plan, Viewer viewer) {
        var areas = schemes.areasOf(plan.schemeCode());
        var last =
                cycles.findFirstByRegionOrderByYearDesc(region).flatMap(cycle -> templates.findById(cycle.template()));
        var text = last.map(SelfEvaluationTemplate::text);
        if (last.isPresent() && text.get().forAreas(areas).equals(text.get())) {
            return last.get().id();
        }
        var made = new SelfEvaluationTemplate(
                new TemplateId(Uuid7.next()),
                region,
                templates.lastNumber(region).orElse(0) + 1,
                text.map(known -> known.forAreas(areas)).orElseGet(() -> firstTemplate.forAreas(areas)),
                viewer.name(),
                clock.instant());
        return templates.save(made).id();
    }

    static RegionCode regionOf(Viewer viewer) {
        var region = viewer.region();
        if (!viewer.is(Role.REGIONAL_MANAGER) || region == null) {
            throw new NotYours();
        }
        return region;
    }
}

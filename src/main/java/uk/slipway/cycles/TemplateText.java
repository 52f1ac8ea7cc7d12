package uk.slipway.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a template says, apart from whose version it is. */
record TemplateText(List<TemplateSection> sections, List<SignOffLine> chain, List<TemplateQuestion> questions) {

    TemplateText {
        sections = List.copyOf(sections);
        chain = List.copyOf(chain);
        questions = List.copyOf(questions);
    }

    /**
     * The same text with one section for each of a scheme's areas. Areas that it has already keep their title, guidance
     * and place; new ones follow the last of them with that one's guidance; areas the scheme does not judge go.
     */
    TemplateText forAreas(List<JudgementAreaView> areas) {
        var present = sections.stream()
                .filter(section -> section.kind() == SectionKind.JUDGEMENT_AREA)
                .toList();
        var wanted = areas.stream().map(JudgementAreaView::code).toList();
        if (present.stream().map(TemplateSection::areaCode).toList().containsAll(wanted)
                && present.size() == wanted.size()) {
            return this;
        }
        var result = new ArrayList<TemplateSection>();
        boolean placed = false;
        for (var section : sections) {
            if (section.kind() != SectionKind.JUDGEMENT_AREA) {
                result.add(section);
            } else if (!placed) {
                placed = true;
                for (var area : areas) {
                    result.add(present.stream()
                            .filter(known -> area.code().equals(known.areaCode()))
                            .findFirst()
                            .orElseGet(() -> new TemplateSection(
                                    area.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                                    area.name(),
                                    section.guidance(),
                                    area.code(),
                                    SectionKind.JUDGEMENT_AREA)));
                }
            }
        }
        return new TemplateText(result, chain, questions);
    }
}

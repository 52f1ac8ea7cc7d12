package uk.slipway.cycles;

import java.util.List;

/**
 * What the authorities of a region are asked to write in a year. A version never changes.
 *
 * @param version the number of the version, counted for the region from 1
 * @param sections in order
 * @param chain who signs off, in order
 * @param questions Ofsted's questions, asked for each judgement area
 */
public record SelfEvaluationTemplateView(
        String version, List<TemplateSectionView> sections, List<SignOffStep> chain, List<String> questions) {

    public SelfEvaluationTemplateView {
        sections = List.copyOf(sections);
        chain = List.copyOf(chain);
        questions = List.copyOf(questions);
    }
}

package uk.slipway.peerchallenge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.slipway.accounts.Viewer;
import uk.slipway.kernel.RecordRef;
import uk.slipway.kernel.UseCase;
import uk.slipway.threads.Links;
import uk.slipway.web.EditConflict;
import uk.slipway.web.NotFound;
import uk.slipway.web.NotYours;

/** Writes, changes, orders and removes challenge questions while they are not issued; a panel's peer may add one of their own. */
@UseCase
class WriteQuestion {

    private final ChallengeQuestions questions;
    private final ForumGate gate;
    private final WhatToAskFrom origins;
    private final Links links;
    private final JdbcClient jdbc;
    private final Clock clock;

    WriteQuestion(
            ChallengeQuestions questions,
            ForumGate gate,
            WhatToAskFrom origins,
            Links links,
            JdbcClient jdbc,
            Clock clock) {
        this.questions = questions;
        this.gate = gate;
        this.origins = origins;
        this.links = links;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a question that was made from nothing in particular. */
    void add(
            ForumId id, QuestionId question, QuestionSource source, @Nullable String area, String text, Viewer viewer) {
        add(id, question, source, area, text, null, viewer);
    }

    /**
     * Adds a question at the end. The same id again changes nothing; another forum's id is not there.
     *
     * @param from what it was made from, one of {@link WhatToAskFrom}, or null
     * @throws NotFound when the viewer cannot make a question from that
     */
    void add(
            ForumId id,
            QuestionId question,
            QuestionSource source,
            @Nullable String area,
            String text,
            @Nullable RecordRef from,
            Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        var there = questions.findById(question);
        if (there.isPresent()) {
            if (!there.get().forum().equals(id)) {
                throw new NotFound();
            }
            return;
        }
        if (!gate.writesQuestions(viewer, forum)) {
            throw new NotYours();
        }
        refuseOnceIssued(forum);
        questions.save(ChallengeQuestion.write(
                question,
                forum,
                gate.preparesQuestions(viewer, forum.authority()) ? source : QuestionSource.PEER,
                area,
                text,
                nextPlace(id),
                viewer.name(),
                clock.instant()));
        if (from != null) {
            if (origins.of(viewer, forum.authority(), forum.cycle()).stream()
                    .noneMatch(origin -> origin.record().equals(from))) {
                throw new NotFound();
            }
            links.choose(from, question.asRecord(), forum.authority(), viewer);
        }
    }

    /** Changes one. */
    void rewrite(
            ForumId id,
            QuestionId questionId,
            long version,
            QuestionSource source,
            @Nullable String area,
            String text,
            Viewer viewer) {
        var question = prepared(id, questionId, viewer);
        if (question.text().equals(text) && question.source() == source && Objects.equals(question.areaCode(), area)) {
            return;
        }
        if (question.version() != version) {
            throw new EditConflict();
        }
        question.rewrite(source, area, text);
        questions.save(question);
    }

    /** Moves one up or down by one place; at the end it stays. */
    void move(ForumId id, QuestionId questionId, boolean up, Viewer viewer) {
        var question = prepared(id, questionId, viewer);
        var all = new ArrayList<>(questions.findByForumOrderByPlaceInOrderAscIdAsc(id));
        int from = all.indexOf(question);
        int to = up ? from - 1 : from + 1;
        if (to < 0 || to >= all.size()) {
            return;
        }
        all.remove(from);
        all.add(to, question);
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).placeInOrder() != place + 1) {
                all.get(place).moveTo(place + 1);
                questions.save(all.get(place));
            }
        }
    }

    /** Removes one. What was made from a key line of enquiry stays with it. */
    void remove(ForumId id, QuestionId questionId, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        if (!gate.preparesQuestions(viewer, forum.authority())) {
            throw new NotYours();
        }
        var question = questions.findById(questionId).filter(one -> one.forum().equals(id));
        if (question.isEmpty()) {
            return;
        }
        refuseOnceIssued(forum);
        if (question.get().source() == QuestionSource.OFSTED_KLOE) {
            throw new OutOfStep("A question made from a key line of enquiry stays. You can change its words.");
        }
        questions.delete(question.get());
    }

    int nextPlace(ForumId forum) {
        return jdbc.sql("select coalesce(max(place_in_order), 0) + 1 from challenge_question where forum_id = :forum")
                .param("forum", forum.value())
                .query(Integer.class)
                .single();
    }

    private ChallengeQuestion prepared(ForumId id, QuestionId questionId, Viewer viewer) {
        var forum = gate.seenBy(viewer, id);
        if (!gate.preparesQuestions(viewer, forum.authority())) {
            throw new NotYours();
        }
        refuseOnceIssued(forum);
        return questions
                .findById(questionId)
                .filter(one -> one.forum().equals(id))
                .orElseThrow(NotFound::new);
    }

    private static void refuseOnceIssued(Forum forum) {
        if (!forum.takesQuestions()) {
            throw new OutOfStep(
                    "The questions have been issued, or the forum is not going ahead; they stay as they are.");
        }
    }
}

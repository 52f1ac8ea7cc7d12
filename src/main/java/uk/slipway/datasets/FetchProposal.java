package uk.slipway.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.slipway.accounts.Viewer;

/** Fetches a proposed version and has it checked like a file that was sent. The network is asked outside any transaction. */
@Component
class FetchProposal {

    private final PublishersApi publisher;
    private final Proposals proposals;
    private final ReceiveRelease receiveRelease;

    FetchProposal(PublishersApi publisher, Proposals proposals, ReceiveRelease receiveRelease) {
        this.publisher = publisher;
        this.proposals = proposals;
        this.receiveRelease = receiveRelease;
    }

    /**
     * @return the id of its file; the same for the same proposal, however often it is fetched
     * @throws PublishersApi.NoAnswer when the publisher does not give it
     * @throws ReceiveRelease.SameFile when this file has been published already
     */
    ReleaseId fetch(Viewer viewer, String slug, UUID id) {
        var proposal = proposals.proposal(viewer, slug, id);
        if (!publisher.isOn()) {
            throw new PublishersApi.NoAnswer("it is not asked any more");
        }
        var file = new ReleaseId(id);
        try {
            var kept = Files.createTempFile("slipway-version", ".csv");
            try {
                publisher.download(proposal.publisherId(), proposal.version(), kept);
                receiveRelease.handle(
                        viewer,
                        file,
                        slug,
                        new ReceiveRelease.Sent(
                                "Version " + proposal.version(),
                                proposal.publishedOn(),
                                slug + "-" + proposal.version() + ".csv",
                                kept,
                                null));
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        proposals.taken(viewer, slug, id);
        return file;
    }
}

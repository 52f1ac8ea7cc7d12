package uk.slipway.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about it, instead of a stack trace. */
class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other one, or give this one a folder of its own with"
                        + " --slipway.embedded.folder=.slipway/another",
                cause);
    }
}

package uk.slipway.indicators;

/** A line of a picture as one path, with a gap wherever it was stopped. */
final class BrokenLine {

    private final StringBuilder path = new StringBuilder();
    private boolean stopped = true;

    /** Draws on to a point, or starts anew there after a stop. */
    void to(int x, int y) {
        path.append(stopped ? 'M' : 'L').append(x).append(' ').append(y);
        stopped = false;
    }

    /** Leaves a gap before the next point. */
    void stop() {
        stopped = true;
    }

    /** What an SVG path's {@code d} takes; a point that stands alone draws nothing. */
    String path() {
        return path.toString();
    }
}

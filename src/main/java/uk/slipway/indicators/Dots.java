package uk.slipway.indicators;

/** Dots of a picture as one path, because an element for each would cost a page more than all else in it. */
final class Dots {

    private final int radius;
    private final StringBuilder path = new StringBuilder();

    Dots(int radius) {
        this.radius = radius;
    }

    /** Adds a circle, as two arcs. */
    void add(int x, int y) {
        path.append('M').append(x - radius).append(' ').append(y);
        arc(2 * radius);
        arc(-2 * radius);
    }

    private void arc(int across) {
        path.append('a')
                .append(radius)
                .append(' ')
                .append(radius)
                .append(" 0 1 0 ")
                .append(across)
                .append(" 0");
    }

    /** What an SVG path's {@code d} takes; empty when nothing was added. */
    String path() {
        return path.toString();
    }
}

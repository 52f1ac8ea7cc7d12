package uk.slipway.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A region's authorities as tiles of equal size, each roughly where it lies on a map, so that a large area does not look
 * more important than a small one. A region that no map has been drawn for has its tiles in the order of the alphabet. In
 * units of a picture {@value #WIDTH} wide.
 *
 * @param drawn whether the tiles lie as on a map
 */
record TileMap(int height, boolean drawn, List<Tile> tiles) {

    static final int WIDTH = 660;
    private static final int COLUMNS = 6;
    private static final int STEP = 110;
    private static final int ROW = 84;
    private static final int LETTERS = 14;

    /** Where the North West's authorities lie: column and row, from the north west. */
    private static final Map<String, int[]> NORTH_WEST = Map.ofEntries(
            Map.entry("E06000063", new int[] {1, 0}),
            Map.entry("E06000064", new int[] {2, 0}),
            Map.entry("E06000009", new int[] {1, 1}),
            Map.entry("E10000017", new int[] {2, 1}),
            Map.entry("E06000008", new int[] {3, 1}),
            Map.entry("E08000014", new int[] {0, 2}),
            Map.entry("E08000010", new int[] {2, 2}),
            Map.entry("E08000001", new int[] {3, 2}),
            Map.entry("E08000002", new int[] {4, 2}),
            Map.entry("E08000005", new int[] {5, 2}),
            Map.entry("E08000012", new int[] {0, 3}),
            Map.entry("E08000011", new int[] {1, 3}),
            Map.entry("E08000013", new int[] {2, 3}),
            Map.entry("E08000006", new int[] {3, 3}),
            Map.entry("E08000003", new int[] {4, 3}),
            Map.entry("E08000004", new int[] {5, 3}),
            Map.entry("E08000015", new int[] {0, 4}),
            Map.entry("E06000006", new int[] {1, 4}),
            Map.entry("E06000007", new int[] {2, 4}),
            Map.entry("E08000009", new int[] {3, 4}),
            Map.entry("E08000007", new int[] {4, 4}),
            Map.entry("E08000008", new int[] {5, 4}),
            Map.entry("E06000050", new int[] {1, 5}),
            Map.entry("E06000049", new int[] {3, 5}));

    /**
     * A tile, 106 by 80.
     *
     * @param css the class of its quarter, {@code band-a} to {@code band-d}, or {@code band-none}
     * @param rest the second line of its name, null where one is enough
     */
    record Tile(
            int x,
            int y,
            String css,
            String name,
            @Nullable String rest,
            String value,
            @Nullable String band) {}

    /** An authority to be drawn. */
    record Place(
            String gss, String name, String value, @Nullable Band band) {}

    static TileMap of(List<Place> places) {
        boolean drawn = !places.isEmpty() && places.stream().allMatch(place -> NORTH_WEST.containsKey(place.gss()));
        var tiles = new ArrayList<Tile>();
        int rows = 0;
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var inOrder = new int[] {i % COLUMNS, i / COLUMNS};
            var cell = drawn ? NORTH_WEST.getOrDefault(place.gss(), inOrder) : inOrder;
            rows = Math.max(rows, cell[1] + 1);
            var lines = lines(place.name());
            tiles.add(new Tile(
                    cell[0] * STEP,
                    cell[1] * ROW,
                    "band-"
                            + (place.band() == null
                                    ? "none"
                                    : place.band().name().toLowerCase(java.util.Locale.ROOT)),
                    lines.getFirst(),
                    lines.size() > 1 ? lines.getLast() : null,
                    place.value(),
                    place.band() == null ? null : place.band().name()));
        }
        return new TileMap(rows * ROW, drawn, tiles);
    }

    /** At most two lines; what is longer than a tile is cut, and stands whole in the table. */
    private static List<String> lines(String name) {
        if (name.length() <= LETTERS || !name.contains(" ")) {
            return List.of(name);
        }
        int at = name.lastIndexOf(' ', LETTERS);
        if (at < 0) {
            at = name.indexOf(' ');
        }
        var rest = name.substring(at + 1);
        return List.of(name.substring(0, at), rest.length() <= LETTERS ? rest : rest.substring(0, LETTERS - 1) + "…");
    }
}

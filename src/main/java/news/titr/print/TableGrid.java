package news.titr.print;

import java.util.ArrayList;
import java.util.List;
import news.titr.doc.Block.Table;
import news.titr.doc.Block.Table.Cell;

/**
 * A table as a full grid: every place is covered by exactly one cell, spans end within the table, and places that a
 * ragged row leaves open are filled, since tags know no ragged rows.
 */
record TableGrid(int columns, List<Row> rows) {

    /** @param column where the cell begins */
    record Placed(Cell cell, int row, int column, int columns, int rows) {}

    record Row(List<Placed> cells) {
        boolean isHeader() {
            return !cells.isEmpty()
                    && cells.stream().allMatch(placed -> placed.cell().header() && placed.rows() == 1);
        }
    }

    static TableGrid of(Table table) {
        int rowCount = table.rows().size();
        int columns = 0;
        var covered = new ArrayList<List<Boolean>>();
        for (int i = 0; i < rowCount; i++) {
            covered.add(new ArrayList<>());
        }
        var rows = new ArrayList<List<Placed>>();
        for (int row = 0; row < rowCount; row++) {
            var placed = new ArrayList<Placed>();
            int column = 0;
            for (var cell : table.rows().get(row).cells()) {
                while (isCovered(covered.get(row), column)) {
                    column++;
                }
                int width = 1;
                while (width < cell.columns() && !isCovered(covered.get(row), column + width)) {
                    width++;
                }
                int height = Math.min(cell.rows(), rowCount - row);
                placed.add(new Placed(cell, row, column, width, height));
                for (int i = row; i < row + height; i++) {
                    cover(covered.get(i), column, width);
                }
                column += width;
                columns = Math.max(columns, column);
            }
            rows.add(placed);
        }
        var filled = new ArrayList<Row>();
        for (int row = 0; row < rowCount; row++) {
            var placed = rows.get(row);
            boolean header = !placed.isEmpty()
                    && placed.stream().allMatch(cell -> cell.cell().header());
            for (int column = 0; column < columns; column++) {
                if (!isCovered(covered.get(row), column)) {
                    placed.add(new Placed(new Cell(header, 1, 1, List.of()), row, column, 1, 1));
                }
            }
            placed.sort(java.util.Comparator.comparingInt(Placed::column));
            filled.add(new Row(List.copyOf(placed)));
        }
        return new TableGrid(columns, List.copyOf(filled));
    }

    /** How many rows at the top are headings, which stand again on every page; never all of them. */
    int headerRows() {
        int count = 0;
        while (count < rows.size() - 1 && rows.get(count).isHeader()) {
            count++;
        }
        return count;
    }

    private static boolean isCovered(List<Boolean> row, int column) {
        return column < row.size() && row.get(column);
    }

    private static void cover(List<Boolean> row, int column, int width) {
        while (row.size() < column + width) {
            row.add(false);
        }
        for (int i = column; i < column + width; i++) {
            row.set(i, true);
        }
    }
}

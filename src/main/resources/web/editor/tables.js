// Tables: rows, columns, head, cells that span.
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  splitCell,
  toggleHeaderCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from "prosemirror-tables";
import { Selection } from "prosemirror-state";
import { schema } from "./schema.js";

const { nodes } = schema;

export { isInTable, goToNextCell };

/** A new table with a head. */
export function newTable(rows = 3, columns = 3) {
  const row = (type) => nodes.table_row.create(null, Array.from({ length: columns }, () => type.createAndFill()));
  return nodes.table.create(null, [
    row(nodes.table_header),
    ...Array.from({ length: rows - 1 }, () => row(nodes.table_cell)),
  ]);
}

/** One cell out of those selected. A cell holds one paragraph, so their texts are joined by line breaks. */
export function mergeCells(state, dispatch) {
  const { selection } = state;
  if (!(selection instanceof CellSelection) || selection.$anchorCell.pos === selection.$headCell.pos) return false;
  const rect = selectedRect(state);
  const { map, table, tableStart } = rect;
  const positions = map.cellsInRect(rect);
  const reachesOut = positions.some((position) => {
    const cell = map.findCell(position);
    return cell.left < rect.left || cell.right > rect.right || cell.top < rect.top || cell.bottom > rect.bottom;
  });
  if (reachesOut) return false;
  if (dispatch) {
    const rows = mergedRows(table, rect, positions);
    const tr = state.tr.replaceWith(tableStart, tableStart + table.content.size, rows);
    dispatch(tr.setSelection(Selection.near(tr.doc.resolve(tableStart + positions[0] + 1), 1)));
  }
  return true;
}

/** The rows with one cell for those at the positions. A row that begins no cell any more goes, and spans shrink by it. */
function mergedRows(table, rect, positions) {
  const gone = new Set(positions.slice(1));
  const cells = [];
  table.forEach((row, rowStart, index) => {
    row.forEach((cell, offset) => {
      const position = rowStart + 1 + offset;
      if (!gone.has(position)) cells.push({ cell, row: index, merged: position === positions[0] });
    });
  });
  const kept = Array.from({ length: table.childCount }, (_, row) => cells.some((cell) => cell.row === row));
  const shrunk = (row, rowspan) => kept.slice(row, row + rowspan).filter(Boolean).length;
  const made = cells.map(({ cell, row, merged }) => {
    const rowspan = shrunk(row, merged ? rect.bottom - rect.top : cell.attrs.rowspan);
    const content = merged ? nodes.paragraph.create(null, joined(table, positions)) : cell.content;
    const colspan = merged ? rect.right - rect.left : cell.attrs.colspan;
    return { row, cell: cell.type.create({ ...cell.attrs, colspan, rowspan }, content) };
  });
  return kept.flatMap((stays, row) =>
    stays ? [nodes.table_row.create(null, made.filter((cell) => cell.row === row).map(({ cell }) => cell))] : [],
  );
}

function joined(table, positions) {
  const texts = positions.map((position) => table.nodeAt(position).firstChild.content).filter((text) => text.size);
  return texts.flatMap((content, i) => [...(i ? [schema.text("\n")] : []), ...content.content]);
}

/** The acts of the table menu, by the key of their words. */
export const tableActs = {
  "row-above": addRowBefore,
  "row-below": addRowAfter,
  "column-before": addColumnBefore,
  "column-after": addColumnAfter,
  "head-row": toggleHeaderRow,
  "head-column": toggleHeaderColumn,
  "head-cell": toggleHeaderCell,
  "merge-cells": mergeCells,
  "split-cell": splitCell,
  "remove-row": deleteRow,
  "remove-column": deleteColumn,
  "remove-table": deleteTable,
};

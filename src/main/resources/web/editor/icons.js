// The signs of the toolbar, drawn in one weight on a grid of 20.
const PATHS = {
  undo: "M7 5 3.5 8.5 7 12M4 8.5h7.5a4.5 4.5 0 0 1 0 9H8",
  redo: "m13 5 3.5 3.5L13 12m3-3.5H8.500a4.500 4.500 0 0 0 0 9H12",
  strong: "M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z",
  emphasis: "M8 4h7M5 16h7M12.500 4l-5 12",
  link: "M8.500 11.500a3 3 0 0 0 4.200 0l3-3a3 3 0 0 0-4.200-4.200l-1 1m1 3.200a3 3 0 0 0-4.200 0l-3 3a3 3 0 0 0 4.200 4.200l1-1",
  language: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 0c2 2 3 4.500 3 7s-1 5-3 7c-2-2-3-4.500-3-7s1-5 3-7zM3 10h14",
  "half-space": "M3 9v5h14V9M10 4v6",
  "half-spaces": "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zm8-2.500v5",
  subhead: "M5 4v12m10-12v12M5 10h10",
  quote: "M4 5h12M4 9h12M8 13h8M4 12v5",
  list: "M8 5h9M8 10h9M8 15h9M4 5h.01M4 10h.01M4 15h.01",
  numbered: "M8 5h9M8 10h9M8 15h9M3.500 4 4.500 3.500V7M3.500 13.500c0-1.300 2-1.300 2 0 0 1-2 1.500-2 2.500h2",
  picture: "M3 4h14v12H3zm0 9 4-4 4 4 2.500-2.500L17 14M13 7.500h.01",
  embed: "M3 4h14v12H3zm5.500 3.500v5l4-2.500z",
  table: "M3 4h14v12H3zm0 4h14M3 12h14M8 4v12m5-12v12",
  "read-also": "M4 4h8v12H4zm8 3h4v9H8M6.500 8h3m-3 3h3",
  separator: "M3 10h4m6 0h4M10 10h.01",
  find: "M9 3.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zm4 9.500 4 4",
  panel: "M3 4h14v12H3zm9 0v12",
  keys: "M2 5h16v10H2zm3 3h.01M8 8h.01M11 8h.01M14 8h.01M6 12h8",
};

/** These point along the line of writing. */
const TURNS = new Set(["undo", "redo", "quote", "list", "numbered", "read-also", "panel"]);

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon", ...(TURNS.has(name) ? ["turns"] : []));
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

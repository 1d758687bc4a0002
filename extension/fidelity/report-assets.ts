/** The report's style: system fonts, light and dark by the reader's own setting. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14161a);
  --card: light-dark(#ffffff, #1d2025);
  --line: light-dark(#e1e4ea, #31363f);
  --ink: light-dark(#1b1f27, #e8eaee);
  --soft: light-dark(#5d6675, #a2abba);
  --accent: light-dark(#3056d3, #8fa8ff);
  --lines: light-dark(#1f6feb, #1f6feb);
  --shapes: #8a63d2;
  --elements: #0f9960;
  --pictures: #d9730d;
}
* { box-sizing: border-box; margin: 0; }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
.store { position: absolute; width: 0; height: 0; }
header, main { max-width: 1480px; margin: 0 auto; padding: 0 32px; }
header { display: flex; flex-wrap: wrap; gap: 16px 32px; align-items: center; justify-content: space-between; padding-top: 32px; padding-bottom: 24px; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; padding-bottom: 64px; }
h1 { font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin-bottom: 16px; }
header p, .note, small, figcaption, th { color: var(--soft); }
.final { display: flex; align-items: baseline; gap: 10px; }
.final strong { font-size: 34px; line-height: 1; color: var(--accent); font-variant-numeric: tabular-nums; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 16px; }
.figure, section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px; }
.figure dt { color: var(--soft); }
.figure dd { font-size: 22px; font-weight: 600; font-variant-numeric: tabular-nums; }
.figure .note { font-size: 13px; font-weight: 400; }
meter { display: block; width: 100%; height: 10px; margin: 6px 0; }
.warning { border-left: 4px solid #d9730d; background: light-dark(#fff4e5, #33261a); border-radius: 4px; padding: 10px 16px; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 20px; align-items: start; }
figcaption { margin-bottom: 8px; }
section svg { display: block; width: 100%; height: auto; background: #fff; border-radius: 6px; outline: 1px solid var(--line); }
section .crop { width: auto; max-width: 100%; max-height: 120px; height: auto; border-radius: 3px; }
.slider label { display: flex; gap: 12px; align-items: center; justify-content: center; margin-top: 14px; color: var(--soft); }
.slider input { width: min(420px, 60%); accent-color: var(--accent); }
#edge { stroke: #e5484d; stroke-width: 2; vector-effect: non-scaling-stroke; }
fieldset { border: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px 20px; margin-bottom: 16px; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
fieldset label { display: flex; gap: 8px; align-items: center; }
fieldset .lines input { accent-color: var(--lines); }
fieldset .shapes input { accent-color: var(--shapes); }
fieldset .elements input { accent-color: var(--elements); }
fieldset .pictures input { accent-color: var(--pictures); }
.boxes rect { fill-opacity: .1; stroke-width: 1.25; vector-effect: non-scaling-stroke; }
.boxes rect:hover { fill-opacity: .35; }
.boxes.lines rect { fill: var(--lines); stroke: var(--lines); }
.boxes.shapes rect { fill: none; stroke: var(--shapes); stroke-dasharray: 4 2; }
.boxes.elements rect { fill: var(--elements); stroke: var(--elements); }
.boxes.pictures rect { fill: var(--pictures); stroke: var(--pictures); }
.seen:has(#show-lines:not(:checked)) .boxes.lines, .seen:has(#show-shapes:not(:checked)) .boxes.shapes,
.seen:has(#show-elements:not(:checked)) .boxes.elements, .seen:has(#show-pictures:not(:checked)) .boxes.pictures { display: none; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; font-weight: 400; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; vertical-align: middle; }
thead th { font-size: 13px; }
tr:last-child > * { border-bottom: 0; }
td:first-child, .times td { white-space: nowrap; font-variant-numeric: tabular-nums; }
.times { max-width: 640px; }
.times td:last-child { width: 50%; }
.words { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 10px 24px; }
.words li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
code { font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
`;

/** Moves the edge between screenshot and rendering. */
export const reportScript = `
const share = document.getElementById('share');
share?.addEventListener('input', () => {
  const cut = document.getElementById('cut');
  const width = cut.ownerSVGElement.viewBox.baseVal.width * (share.value / share.max);
  cut.setAttribute('width', width);
  const edge = document.getElementById('edge');
  edge.setAttribute('x1', width);
  edge.setAttribute('x2', width);
});
`;

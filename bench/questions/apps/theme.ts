import type { Random } from '../random.ts';
import type { SetName } from '../sets.ts';

/** Colours, faces and measures of an application's pages. */
interface Theme {
  page: string;
  surface: string;
  ink: string;
  muted: string;
  line: string;
  accent: string;
  onAccent: string;
  bar: string;
  onBar: string;
  face: string;
  size: number;
  radius: number;
  pad: number;
}

type Look = Pick<Theme, 'page' | 'surface' | 'ink' | 'muted' | 'line' | 'accent' | 'bar' | 'onBar'>;

const LOOKS: Record<SetName, Look[]> = {
  building: [
    { page: '#f5f7fb', surface: '#ffffff', ink: '#1c2433', muted: '#667085', line: '#dde2ea', accent: '#2563eb', bar: '#ffffff', onBar: '#1c2433' },
    { page: '#ffffff', surface: '#fafafa', ink: '#222222', muted: '#6b6b6b', line: '#e2e2e2', accent: '#0f766e', bar: '#0f2f2c', onBar: '#e8f5f3' },
    { page: '#14161c', surface: '#1e222b', ink: '#e8eaf0', muted: '#9aa3b5', line: '#343a47', accent: '#7c5cff', bar: '#1e222b', onBar: '#e8eaf0' },
  ],
  measuring: [
    { page: '#fbf8f3', surface: '#fffdf9', ink: '#2b2118', muted: '#7a6c5d', line: '#e6dccd', accent: '#b4451f', bar: '#3a2a1c', onBar: '#f7ede0' },
    { page: '#eef2f0', surface: '#ffffff', ink: '#12231b', muted: '#5c6f66', line: '#d3ded8', accent: '#15803d', bar: '#ffffff', onBar: '#12231b' },
    { page: '#0d1117', surface: '#161b22', ink: '#e6edf3', muted: '#8d96a0', line: '#30363d', accent: '#2f81f7', bar: '#010409', onBar: '#e6edf3' },
    { page: '#ffffff', surface: '#ffffff', ink: '#0f172a', muted: '#64748b', line: '#cbd5e1', accent: '#db2777', bar: '#f1f5f9', onBar: '#0f172a' },
  ],
}; // prettier-ignore
const FACES: Record<SetName, string[]> = {
  building: ['Arial', 'Liberation Serif', 'DejaVu Serif'],
  measuring: ['Liberation Sans', 'DejaVu Sans', 'Liberation Sans', 'Liberation Serif'],
};

/** The style sheet of a drawn look. */
export function themeSheet(set: SetName, random: Random): string {
  const look = random.pick(LOOKS[set]);
  const t: Theme = {
    ...look,
    onAccent: '#ffffff',
    face: random.pick(FACES[set]),
    size: random.pick([14, 15, 16]),
    radius: random.pick([0, 4, 6, 10]),
    pad: random.pick([12, 16, 20]),
  };
  return `*{box-sizing:border-box}html{overflow:hidden}body{margin:0;background:${t.page};color:${t.ink};font:${t.size}px/1.5 "${t.face}",sans-serif}
h1{font-size:${random.pick([26, 28, 32])}px;line-height:1.25;margin:0 0 ${t.pad}px}h2{font-size:20px;margin:0 0 ${t.pad}px}h3{font-size:17px;margin:0 0 6px}p{margin:0 0 10px}
a{color:${t.accent};text-decoration:none}ul{padding-left:22px}.muted{color:${t.muted}}.small{font-size:13px}.strong{font-weight:700}
.bar{display:flex;align-items:center;gap:26px;padding:${t.pad}px 28px;background:${t.bar};color:${t.onBar};border-bottom:1px solid ${t.line}}.bar nav{display:flex;gap:24px}.bar a,.side a{color:inherit}.bar .brand,.side .brand{font-weight:700;font-size:18px}.end{margin-left:auto}
.app{display:flex;min-height:900px}.side{width:220px;flex:none;padding:20px 14px;background:${t.bar};color:${t.onBar};border-right:1px solid ${t.line}}.side nav{display:flex;flex-direction:column;gap:2px;margin-top:18px}.side a{display:flex;padding:8px 12px;border-radius:${t.radius}px}.side a .count{margin-left:auto}.on{background:${t.accent};color:#fff!important;border-radius:${t.radius}px}.bar a.on{padding:4px 10px}
main{flex:1;min-width:0;max-width:1080px;margin:0 auto;padding:28px}
.card{background:${t.surface};border:1px solid ${t.line};border-radius:${t.radius}px;padding:${t.pad}px}.grid{display:grid;gap:${random.pick([16, 20, 24])}px;margin-bottom:24px}.c2{grid-template-columns:1fr 1fr}.c3{grid-template-columns:repeat(3,1fr)}.c4{grid-template-columns:repeat(4,1fr)}
.btn{display:inline-block;font:inherit;font-weight:600;padding:8px 18px;border-radius:${t.radius}px;border:1px solid ${t.line};background:${t.surface};color:${t.ink}}.btn.primary{background:${t.accent};border-color:${t.accent};color:${t.onAccent}}.btn[disabled]{opacity:.45}.row{display:flex;gap:12px;align-items:center}.between{justify-content:space-between}
label.field{display:block;margin-bottom:14px}label.field>span{display:block;font-weight:600;margin-bottom:4px}input.text,select.text,textarea.text{font:inherit;width:100%;padding:8px 10px;border:1px solid ${t.line};border-radius:${t.radius}px;background:${t.surface};color:${t.ink}}input.text::placeholder{color:${t.muted}}
table{width:100%;border-collapse:collapse;background:${t.surface}}th{text-align:left;font-size:13px;color:${t.muted};padding:10px 12px;border-bottom:1px solid ${t.line}}td{padding:10px 12px;border-bottom:1px solid ${t.line}}tfoot td{font-weight:700}
.badge{display:inline-block;font-size:12px;font-weight:700;line-height:20px;padding:0 9px;border-radius:10px;background:${t.accent};color:${t.onAccent}}.badge.dim{background:${t.line};color:${t.ink}}
.switch{display:inline-block;flex:none;width:40px;height:22px;border-radius:11px;background:${t.muted};padding:3px}.switch::after{content:"";display:block;width:16px;height:16px;border-radius:50%;background:#fff}.switch[aria-checked=true]{background:${t.accent}}.switch[aria-checked=true]::after{margin-left:18px}
.tabs{display:flex;gap:8px;border-bottom:1px solid ${t.line};margin-bottom:20px}.tabs a{padding:8px 14px;color:${t.muted}}.tabs a[aria-selected=true]{color:${t.accent};border-bottom:2px solid ${t.accent};font-weight:700}
.pair{display:flex;justify-content:space-between;padding:8px 0;border-bottom:1px solid ${t.line}}.big{font-size:26px;font-weight:700}dl{display:grid;grid-template-columns:160px 1fr;gap:10px 20px}dt{color:${t.muted}}dd{margin:0}
.alert{padding:12px 16px;border-radius:${t.radius}px;background:#fde8e8;color:#8f1d1d;margin-bottom:20px}.dot{width:8px;height:8px;border-radius:50%;background:${t.accent};flex:none}.dot.none{background:transparent}.face{width:40px;height:40px;border-radius:50%;background:${t.accent};color:#fff;display:inline-flex;align-items:center;justify-content:center;font-weight:700}
input[type=checkbox],input[type=radio]{accent-color:${t.accent};width:16px;height:16px;margin:0}.choice{display:flex;gap:8px;align-items:center;margin-bottom:8px}`;
}

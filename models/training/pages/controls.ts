/** Runs in the page; all it uses lies within its own body. */

/** Text that a form control shows; `index` counts the page's controls in document order. */
export interface ControlText {
  index: number;
  text: string;
  box: { x: number; y: number; width: number; height: number };
  placeholder: boolean;
  color: string;
  font: { family: string; size: string; weight: string; style: string };
}

/**
 * What inputs, selects and text areas show: their text lies in the browser's own shadow tree, out of reach, so a plain
 * element with the same style is laid over each control's content box, measured and taken away. CSS pixels.
 */
export function measureControls(): ControlText[] {
  const found: ControlText[] = [];
  // As an English browser writes it; empty ones show their pattern in the ink of text.
  const shownDate = (value: string): string => value.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1') || 'mm/dd/yyyy';
  const textless = /^(checkbox|radio|range|color|file|image|hidden)$/;
  [...document.querySelectorAll<HTMLElement>('input, select, textarea')].forEach((control, index) => {
    const style = getComputedStyle(control);
    const rect = control.getBoundingClientRect();
    if (rect.width < 4 || style.visibility === 'hidden') return;
    let text = '';
    let placeholder = false;
    if (control instanceof HTMLSelectElement) {
      if (control.multiple || control.size > 1) return;
      text = control.selectedOptions[0]?.label ?? '';
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      if (control instanceof HTMLInputElement && textless.test(control.type)) return;
      text = control.type === 'date' ? shownDate(control.value) : control.value;
      if (control instanceof HTMLInputElement && control.type === 'password') text = '•'.repeat(text.length);
      if (control instanceof HTMLInputElement && control.type === 'submit') text ||= 'Submit';
      if (control instanceof HTMLInputElement && control.type === 'reset') text ||= 'Reset';
      if (!text) [text, placeholder] = [control.placeholder, true];
    }
    if (!text.trim()) return;
    const area = control instanceof HTMLTextAreaElement;
    const isButton = control instanceof HTMLInputElement && /^(submit|button|reset)$/.test(control.type);
    // Chromium's own menu lists keep 4 px before their text and 20 px for the arrow.
    const menu = control instanceof HTMLSelectElement && style.appearance !== 'none' ? 4 : 0;
    const px = (name: string): number => parseFloat(style.getPropertyValue(name)) || 0;
    const content = {
      x: rect.x + scrollX + px('border-left-width') + px('padding-left') + menu,
      y: rect.y + scrollY + px('border-top-width') + px('padding-top'),
      width: rect.width - px('border-left-width') - px('border-right-width') - px('padding-left') - px('padding-right') - menu * 6,
      height: rect.height - px('border-top-width') - px('border-bottom-width') - px('padding-top') - px('padding-bottom'),
    };
    const mirror = document.createElement('div');
    for (const name of ['font', 'letter-spacing', 'text-transform', 'text-align', 'word-spacing', 'text-indent'])
      mirror.style.setProperty(name, style.getPropertyValue(name), 'important');
    const rules = {
      position: 'absolute', left: `${content.x}px`, top: `${content.y}px`, width: `${content.width}px`, margin: '0',
      padding: '0', border: '0', 'white-space': area ? 'pre-wrap' : 'pre', 'overflow-wrap': 'break-word', 'max-width': 'none',
      'min-width': '0', height: 'auto',
    }; // prettier-ignore
    for (const [name, value] of Object.entries(rules)) mirror.style.setProperty(name, value, 'important');
    if (isButton) mirror.style.setProperty('text-align', 'center', 'important');
    mirror.textContent = text;
    document.documentElement.append(mirror);
    const at = mirror.getBoundingClientRect();
    // The mirror may land elsewhere when the root is positioned: shift by what it missed.
    const shiftX = content.x - (at.x + scrollX);
    const shiftY = content.y - (at.y + scrollY) + (area ? 0 : (content.height - at.height) / 2);
    const node = mirror.firstChild as Text;
    const color = placeholder ? getComputedStyle(control, '::placeholder').color : style.color;
    const add = (from: number, to: number): void => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const box = range.getBoundingClientRect();
      const x = box.x + scrollX + shiftX;
      const y = box.y + scrollY + shiftY;
      const right = Math.min(x + box.width, content.x + content.width);
      if (right - x < 2 || y + box.height / 2 > content.y + content.height) return;
      const font = { family: style.fontFamily, size: style.fontSize, weight: style.fontWeight, style: style.fontStyle };
      found.push({ index, text: text.slice(from, to).trim(), box: { x, y, width: right - x, height: box.height }, placeholder, color, font });
    };
    // Lines of a text area: a new one begins where a word's top moves.
    let start = 0;
    let top: number | undefined;
    for (const word of text.matchAll(/\S+\s*/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].trimEnd().length);
      const y = range.getBoundingClientRect().y;
      if (top !== undefined && Math.abs(y - top) > 2) {
        add(start, word.index);
        start = word.index;
      }
      top = y;
    }
    add(start, text.trimEnd().length);
    mirror.remove();
  });
  return found;
}

/** Ascent and descent in CSS pixels of each CSS `font` shorthand, in order. */
export function measureFonts(fonts: string[]): [number, number][] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  return fonts.map((font) => {
    context.font = font;
    const metrics = context.measureText('x');
    return [metrics.fontBoundingBoxAscent, metrics.fontBoundingBoxDescent];
  });
}

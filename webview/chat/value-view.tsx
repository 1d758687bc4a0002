import type { Value } from '../../extension/answer/outcome.ts';
import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';
import { Swatch } from './plain-text.tsx';

/** What an answer comes to, without its words. */
export function ValueView({ value }: { value: Value }) {
  const { strings } = useChat();
  switch (value.kind) {
    case 'text':
      return <code dir="auto">{value.text}</code>;
    case 'texts':
      return (
        <ul class="value-list">
          {value.texts.map((text, index) => (
            <li key={index}>
              <code dir="auto">{text}</code>
            </li>
          ))}
        </ul>
      );
    case 'number':
      return <code>{value.number}</code>;
    case 'boolean':
      return value.boolean ? strings.yes : strings.no;
    case 'color':
      return (
        <span>
          <Swatch color={value.color} />
          <code>{value.color}</code>
        </span>
      );
    case 'length':
      return <code>{value.pixels} px</code>;
    case 'size':
      return fill(strings.sizeValue, value.width, value.height);
    case 'place':
      return fill(strings.clickAt, value.point.x, value.point.y);
  }
}

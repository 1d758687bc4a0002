import type { ComponentChildren } from 'preact';
import type { Scene } from '../../extension/vision/scene.ts';
import { Button, IconButton } from '../shared/button.tsx';
import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';
import { CopyButton } from './copy-button.tsx';
import { knowledgeOf, type Finding, type Knowledge } from './findings.ts';
import { Swatch } from './plain-text.tsx';
import type { ChatStrings } from './strings.ts';

interface FindingCardProps {
  scene: Scene;
  finding: Finding;
  onClose: () => void;
  onAsk: () => void;
  onComponent: () => void;
}

/** What is known of something that was found; values can be copied. */
export function FindingCard({ scene, finding, onClose, onAsk, onComponent }: FindingCardProps) {
  const { strings } = useChat();
  const known = knowledgeOf(scene, finding);
  const state = stateWords(known.state, strings);
  return (
    <section class="card" role="status" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header class="card-head">
        <h2>{known.name === 'line' ? strings.line : (strings.classes[known.name] ?? known.name)}</h2>
        <span class="muted">{fill(strings.unsure, Math.round(known.confidence * 100))}</span>
        <IconButton icon="close" label={strings.close} onClick={onClose} />
      </header>
      <dl class="card-rows">
        {known.text.length > 0 && (
          <Row label={strings.text} copy={known.text.join('\n')}>
            <span class="card-text" dir="auto">
              {known.text.join('\n')}
            </span>
          </Row>
        )}
        <Row label={strings.size} copy={`${known.width} × ${known.height}`}>
          {fill(strings.sizeValue, known.width, known.height)}
        </Row>
        <Row label={strings.position}>{fill(strings.positionValue, known.x, known.y)}</Row>
        {known.fonts.map((font) => (
          <Row key={fontCss(font)} label={strings.font} copy={fontCss(font)}>
            {fontCss(font)}
          </Row>
        ))}
        {known.colors.map(({ of, color }) => (
          <Row key={of + color} label={strings[of]} copy={color}>
            <Swatch color={color} />
            <code>{color}</code>
          </Row>
        ))}
        {known.radius && (
          <Row label={strings.radius} copy={known.radius}>
            {known.radius}
          </Row>
        )}
        {known.shadow && (
          <Row label={strings.shadow} copy={known.shadow}>
            {known.shadow}
          </Row>
        )}
        {state && <Row label={strings.state}>{state}</Row>}
      </dl>
      <div class="buttons">
        <Button icon="comment-discussion" onClick={onAsk}>
          {strings.askAboutThis}
        </Button>
        <Button icon="wand" onClick={onComponent}>
          {strings.makeComponent}
        </Button>
      </div>
    </section>
  );
}

function Row({ label, copy, children }: { label: string; copy?: string; children: ComponentChildren }) {
  const { strings, post } = useChat();
  return (
    <div class="card-row">
      <dt>{label}</dt>
      <dd>
        <span class="card-value">{children}</span>
        {copy !== undefined && (
          <CopyButton label={fill(strings.copy, label)} onCopy={() => post({ kind: 'copy', text: copy })} />
        )}
      </dd>
    </div>
  );
}

const fontCss = ({ family, size, weight, italic }: Knowledge['fonts'][number]): string =>
  `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`;

function stateWords(state: Knowledge['state'], strings: ChatStrings): string {
  const words = [
    state.checked === undefined ? '' : state.checked ? strings.stateChecked : strings.stateUnchecked,
    state.disabled ? strings.stateDisabled : '',
    state.selected ? strings.stateSelected : '',
    state.value === undefined ? '' : `${Math.round(state.value * 100)} %`,
  ];
  return words.filter((word) => word !== '').join(', ');
}

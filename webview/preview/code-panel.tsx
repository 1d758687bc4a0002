import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ComponentResult } from '../../extension/engine/protocol.ts';
import { Button } from '../shared/button.tsx';
import { Tabs } from '../shared/tabs.tsx';
import { AssetList } from './asset-list.tsx';
import { nodesAtOffset, rangesIn, type Found } from './code-map.ts';
import { CodeView } from './code-view.tsx';
import { usePreview } from './context.ts';
import type { Selection } from './result-view.tsx';

interface CodePanelProps {
  result: ComponentResult;
  selection: Selection;
  onSelect: (found: Found) => void;
}

/** Not a path that a file could have. */
const PICTURES = '/';

/** The files as tabs, the code of what is selected marked. */
export function CodePanel({ result, selection, onSelect }: CodePanelProps) {
  const { strings, post } = usePreview();
  const texts = useMemo(
    () => result.files.flatMap(({ path, content }) => (typeof content === 'string' ? [{ path, content }] : [])),
    [result],
  );
  const pictures = result.files.filter(({ content }) => typeof content !== 'string');
  const [chosen, setChosen] = useState('');
  const file = texts.find(({ path }) => path === chosen) ?? texts[0];
  const open = chosen === PICTURES && pictures.length ? PICTURES : (file?.path ?? '');
  useEffect(() => {
    const best = result.nodes.find(({ id }) => id === selection.nodes[0])?.code[0];
    if (selection.by === 'picture' && best) setChosen(best.path);
  }, [selection.nodes.join(' '), selection.by]);
  const ranges = useMemo(
    () => (selection.range?.path === open ? [selection.range] : rangesIn(result.nodes, selection.nodes, open)),
    [result, selection.nodes.join(' '), selection.range, open],
  );
  const tabs = texts.map(({ path }) => ({ id: path, label: path }));
  if (pictures.length) tabs.push({ id: PICTURES, label: `${strings.picture} (${pictures.length})` });
  return (
    <section class="code-panel" aria-label={strings.code}>
      <div class="panel-head">
        <Tabs label={strings.files} panel="code" tabs={tabs} selected={open} onSelect={setChosen} />
        {open !== PICTURES && (
          <Button icon="copy" title={strings.copyFile} onClick={() => post({ kind: 'copy', path: open })}>
            {strings.copy}
          </Button>
        )}
      </div>
      <div class="code-room" id="code" role="tabpanel">
        {open === PICTURES || !file ? (
          <AssetList files={pictures} />
        ) : (
          <CodeView
            key={open}
            path={open}
            code={file.content}
            ranges={ranges}
            isScrolled={selection.by === 'picture'}
            onCaret={(offset) => onSelect(nodesAtOffset(result.nodes, open, offset))}
          />
        )}
      </div>
    </section>
  );
}

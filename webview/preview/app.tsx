import { useEffect, useReducer } from 'preact/hooks';
import type { Port } from '../shared/port.ts';
import { usePreview } from './context.ts';
import { FailedView } from './failed-view.tsx';
import type { FromPreview, PreviewState, ToPreview } from './messages.ts';
import { PasteView } from './paste-view.tsx';
import { RegionView } from './region-view.tsx';
import { ResultView } from './result-view.tsx';
import { received } from './view-state.ts';
import { WorkingView } from './working-view.tsx';

export function App({ port }: { port: Port<ToPreview, FromPreview, PreviewState> }) {
  const { post } = usePreview();
  const [view, receive] = useReducer(received, { kind: 'starting' });
  useEffect(() => {
    const stop = port.listen((message) => {
      if (message.kind === 'remember') port.save(message.state);
      else receive(message);
    });
    post({ kind: 'ready' });
    return stop;
  }, [port]);
  switch (view.kind) {
    case 'starting':
      return null;
    case 'askPicture':
      return <PasteView />;
    case 'askRegion':
      return <RegionView picture={view.picture} mime={view.mime} name={view.name} />;
    case 'working':
      return <WorkingView name={view.name} stage={view.stage} />;
    case 'failed':
      return <FailedView name={view.name} message={view.message} wasCancelled={view.wasCancelled} />;
    case 'result':
      return <ResultView view={view} />;
  }
}

import { Button } from '../shared/button.tsx';
import { Notice } from '../shared/notice.tsx';
import { usePreview } from './context.ts';

interface FailedProps {
  name: string;
  message: string;
  wasCancelled: boolean;
}

export function FailedView({ name, message, wasCancelled }: FailedProps) {
  const { strings, post } = usePreview();
  return (
    <div class="centered">
      <section class="sheet">
        <h1>{wasCancelled ? strings.cancelled : strings.failed}</h1>
        <p class="muted file-name">{name}</p>
        {!wasCancelled && <Notice kind="error">{message}</Notice>}
        <div class="row">
          <Button primary icon="refresh" onClick={() => post({ kind: 'retry' })}>
            {strings.retry}
          </Button>
          {!wasCancelled && <Button onClick={() => post({ kind: 'showLog' })}>{strings.showLog}</Button>}
        </div>
      </section>
    </div>
  );
}

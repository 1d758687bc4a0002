import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

const ICONS = { error: 'error', warning: 'warning', info: 'info' } as const;

/** A message that stands in the page. An error is read out at once, others when there is time. */
export function Notice({ kind, children }: { kind: keyof typeof ICONS; children: ComponentChildren }) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div class="notice-text">{children}</div>
    </div>
  );
}

/** The editor's thin bar: `value` from 0 to 1, or running where it isn't known. */
export function ProgressBar({ label, value }: { label: string; value?: number }) {
  const known = value === undefined ? {} : { 'aria-valuenow': Math.round(value * 100), 'aria-valuemax': 100 };
  return (
    <div class="progress-bar" role="progressbar" aria-label={label} aria-valuemin={0} {...known}>
      <div
        class={value === undefined ? 'progress-bar-running' : 'progress-bar-done'}
        style={value === undefined ? undefined : { width: `${value * 100}%` }}
      />
    </div>
  );
}

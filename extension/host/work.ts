import * as vscode from 'vscode';
import type { Services } from './services.ts';

/** A signal that is aborted when any of the tokens is cancelled. */
export function signalOf(...tokens: vscode.CancellationToken[]): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new vscode.CancellationError());
  for (const token of tokens) {
    if (token.isCancellationRequested) abort();
    token.onCancellationRequested(abort);
  }
  return controller.signal;
}

export const isCancelled = (error: unknown): boolean =>
  error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError');

/** The first line of what went wrong, for a person. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!;

/** Does what a person asked for; what goes wrong is shown and logged, unless it was cancelled. @returns `undefined` then */
export async function attempt<T>(services: Services, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isCancelled(error)) return undefined;
    services.log.error(error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window.showErrorMessage(messageOf(error), showLog).then((chosen) => {
      if (chosen === showLog) services.log.show();
    });
    return undefined;
  }
}

/** Does something that takes a while behind a notification with a way to stop it. */
export function withCancel<T>(
  title: string,
  work: (signal: AbortSignal, progress: vscode.Progress<{ message?: string; increment?: number }>) => Promise<T>,
  ...tokens: vscode.CancellationToken[]
): Thenable<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => work(signalOf(token, ...tokens), progress),
  );
}

import * as vscode from 'vscode';
import { messageOf } from './message-of.ts';
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

type Report = { message?: string; increment?: number };

/** Milliseconds after which a person wonders: what is done sooner needs no notification. */
const PATIENCE = 400;

/** Does something that may take a while; if it does, a notification says so and offers to stop it. */
export async function withCancel<T>(
  title: string,
  work: (signal: AbortSignal, progress: vscode.Progress<Report>) => Promise<T>,
  ...tokens: vscode.CancellationToken[]
): Promise<T> {
  const stop = new vscode.CancellationTokenSource();
  let shown: vscode.Progress<Report> | undefined;
  let early: Report = {};
  const report = ({ message, increment }: Report) => {
    if (shown) return shown.report({ ...(message ? { message } : {}), ...(increment ? { increment } : {}) });
    early = { message: message ?? early.message ?? '', increment: (early.increment ?? 0) + (increment ?? 0) };
  };
  const running = work(signalOf(stop.token, ...tokens), { report });
  const ended = running.then(
    () => {},
    () => {},
  );
  const wonders = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, true));
  if (await Promise.race([ended, wonders])) {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    await vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => stop.cancel());
      shown = progress;
      progress.report(early);
      return ended;
    });
  }
  return running;
}

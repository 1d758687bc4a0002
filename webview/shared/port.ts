/** The webview's end of the line to the extension: messages of typed unions, and a state that outlives the page. */

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Port<Incoming, Outgoing, State> {
  post(message: Outgoing): void;
  /** Returns what ends the listening. */
  listen(listener: (message: Incoming) => void): () => void;
  /** What was saved last, also by a page that has been closed since. */
  readonly state: State | undefined;
  save(state: State): void;
}

/** Opens the line. Once a page: the editor gives it out no second time. */
export function openPort<Incoming, Outgoing, State>(): Port<Incoming, Outgoing, State> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen(listener) {
      const receive = (event: MessageEvent<Incoming>) => listener(event.data);
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
    get state() {
      return api.getState() as State | undefined;
    },
    save: (state) => api.setState(state),
  };
}

/** What the host put into the page for it to start with: its strings, in the editor's language. Throws if there is nothing. */
export function readSetup<Setup>(): Setup {
  return JSON.parse(document.body.dataset['setup'] ?? '') as Setup;
}

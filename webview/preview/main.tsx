import { render } from 'preact';
import { openPort, readSetup } from '../shared/port.ts';
import { App } from './app.tsx';
import { Preview } from './context.ts';
import type { FromPreview, PreviewSetup, PreviewState, ToPreview } from './messages.ts';
import './preview.css';

const port = openPort<ToPreview, FromPreview, PreviewState>();
const setup = readSetup<PreviewSetup>();

render(
  <Preview.Provider value={{ setup, post: (message) => port.post(message) }}>
    <App port={port} />
  </Preview.Provider>,
  document.getElementById('root')!,
);

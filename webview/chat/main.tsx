import { render } from 'preact';
import { openPort, readSetup } from '../shared/port.ts';
import { App } from './app.tsx';
import type { ChatPageState, ChatSetup, FromChat, ToChat } from './messages.ts';
import './chat.css';

const port = openPort<ToChat, FromChat, ChatPageState>();

render(<App port={port} setup={readSetup<ChatSetup>()} />, document.getElementById('root')!);

import learnt from '../../../models/training/wordings/phrasings.json' with { type: 'json' };
import type { Phrasings } from './phrasings.ts';

/** Kinds that the learnt wordings part otherwise. */
const BY_RULES = new Set(['other', 'read alert']);

/** How questions are put that answers may be made better with. */
export const BUILDING: Phrasings = {
  nouns: {
    button: ['buttons'],
    select: ['dropdowns', 'selects'],
    checkbox: ['checkboxes', 'check boxes'],
    radio: ['radio buttons', 'radios'],
    switch: ['switches', 'toggles'],
    slider: ['sliders'],
    tab: ['tabs'],
    image: ['images', 'pictures'],
    card: ['cards'],
    chart: ['charts', 'graphs'],
    progress: ['progress bars', 'progress indicators'],
    badge: ['badges'],
    avatar: ['avatars'],
    table: ['tables'],
  },
  goals: {
    'save|save changes': ['save my changes', 'store what I entered'],
    'sign up|register|create account': ['create an account', 'register'],
    'sign in|log in|login': ['sign in', 'log into my account'],
    'export|download': ['export the data', 'download it'],
    'search|go': ['run the search'],
    'delete|remove': ['delete this', 'remove it'],
    'add to cart|buy now': ['buy this', 'put it in my cart'],
    'subscribe|follow': ['subscribe'],
    'send|send message|submit': ['send the form', 'submit this'],
    'cancel|close|decline': ['cancel', 'close this'],
    'upload|import': ['upload a file'],
    'invite|share': ['invite someone'],
    reply: ['write a reply'],
    reset: ['reset everything'],
    'next|continue': ['go to the next step'],
  },
  openers: [
    'hi, ',
    'please tell me: ',
    'quick question: ',
    'I need to know, ',
    'looking at this screenshot, ',
    'ok so ',
  ],
  closers: [' please', ' thanks'],
  // The wordings that answers were made better with. An alert is a banner whose colour isn't said.
  asks: {
    ...Object.fromEntries(
      Object.entries(learnt.asks).flatMap(([ask, { ways }]) => (BY_RULES.has(ask) ? [] : [[ask, ways]])),
    ),
    'read banner': [...learnt.asks['read banner'].ways, ...learnt.asks['read alert'].ways],
  },
};

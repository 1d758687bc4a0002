/** What the chat's page and the host say to each other, and what they both know of a conversation. Types only. */
import type { AnswerPart } from '../../extension/answer/answer.ts';
import type { Box, Scene } from '../../extension/vision/scene.ts';
import type { ChatStrings } from './strings.ts';

/** What the page starts with. */
export interface ChatSetup {
  strings: ChatStrings;
  /** Bytes of the largest picture that can be attached. */
  mostBytes: number;
}

/** A picture that a person attached; its content is kept apart. */
export interface ChatPicture {
  /** Of its encoded content, lower-case hexadecimal. */
  sha256: string;
  name: string;
  mime: string;
}

/** A part of a picture, in its pixels. */
export interface Region {
  sha256: string;
  box: Box;
}

/** A question and its answer. */
export interface Exchange {
  id: string;
  question: string;
  /** Attached to this question. */
  pictures: ChatPicture[];
  /** SHA-256 of all pictures it was asked about, earlier ones too: a fact's `picture` is an index into it. */
  about: string[];
  /** Asked about this part only. */
  region?: Region;
  /** Of several that an earlier answer named, the one that is meant. */
  meant?: Candidate;
  answer: AnswerPart[];
  state: 'running' | 'done' | 'stopped' | 'failed';
  /** Why it failed: one line for a person. */
  error?: string;
}

/** One of several things that a question could mean. */
export interface Candidate extends Region {
  /** `button “Save”` */
  name: string;
}

export interface Conversation {
  id: string;
  /** Plain text; empty until something was asked. */
  title: string;
  /** When it was changed last, in ms since 1970. */
  changed: number;
  exchanges: Exchange[];
  /** What is not asked yet. */
  draft: { text: string; pictures: ChatPicture[]; region?: Region };
}

/** Why something can't be attached. `name` is of what it is about. */
export interface Trouble {
  reason: 'notPicture' | 'tooLarge' | 'tooMany' | 'unreadable' | 'noEditorPicture' | 'notKept';
  name: string;
}

export type ToChat =
  /** A conversation in the place of what is shown, or after it changed as a whole. */
  | { kind: 'show'; conversation: Conversation }
  | { kind: 'exchange'; conversation: string; exchange: Exchange }
  | { kind: 'part'; conversation: string; exchange: string; part: AnswerPart }
  | { kind: 'attached'; conversation: string; pictures: ChatPicture[] }
  /** Without bytes: it is not kept any more. */
  | { kind: 'picture'; sha256: string; bytes?: Uint8Array }
  | { kind: 'seen'; sha256: string; scene: Scene }
  /** `message`: one line that says why. */
  | { kind: 'notSeen'; sha256: string; message: string }
  | { kind: 'trouble'; troubles: Trouble[] }
  /** Puts the caret where questions are written. */
  | { kind: 'focus' };

export type FromChat =
  | { kind: 'ready' }
  | { kind: 'draft'; conversation: string; text: string; region: Region | undefined }
  | { kind: 'attach'; files: { name: string; bytes: Uint8Array }[] }
  /** Dropped addresses: `file:` and whatever else the editor can read. */
  | { kind: 'attachUris'; uris: string[] }
  | { kind: 'pickFiles' }
  | { kind: 'attachEditor' }
  | { kind: 'detach'; sha256: string }
  /** Asks with the attached pictures. */
  | { kind: 'ask'; text: string; region?: Region }
  /** Asks an earlier question once more, of the one that is meant. */
  | { kind: 'choose'; exchange: string; meant: Candidate }
  /** Makes a component of a picture, or of the thing in it that lies at `thing`. */
  | { kind: 'component'; sha256: string; thing?: Box }
  /** Asks otherwise: what came after is dropped. */
  | { kind: 'edit'; exchange: string; text: string }
  | { kind: 'retry'; exchange: string }
  | { kind: 'stop' }
  | { kind: 'copyAnswer'; exchange: string }
  | { kind: 'copy'; text: string }
  /** The page needs a picture's content, or what is seen in it. */
  | { kind: 'needPicture'; sha256: string }
  | { kind: 'look'; sha256: string }
  | ({ kind: 'openPicture' } & ChatPicture)
  | { kind: 'showLog' };

/** What the editor keeps of the page: a question that is being rewritten. */
export interface ChatPageState {
  editing?: { exchange: string; text: string };
}

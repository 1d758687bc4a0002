import type { Asking } from './suggestions.ts';

/** Everything the chat's page says, in the editor's language. `{0}`, `{1}` stand for values. */
export interface ChatStrings {
  // Empty
  emptyTitle: string;
  emptyAttach: string;
  emptyAsk: string;
  emptyPart: string;
  emptyLocal: string;
  examples: string;
  // Composer
  ask: string;
  placeholder: string;
  placeholderAsk: string;
  placeholderMore: string;
  placeholderPart: string;
  attachFile: string;
  attachEditor: string;
  dropHere: string;
  dropShift: string;
  attached: string;
  /** {0}: name */
  remove: string;
  /** {0}: name */
  showPicture: string;
  looking: string;
  stop: string;
  needsPicture: string;
  // Messages
  thread: string;
  threadHelp: string;
  /** {0}: the question */
  exchange: string;
  question: string;
  answer: string;
  working: string;
  stopped: string;
  stoppedEmpty: string;
  failed: string;
  retry: string;
  askAgain: string;
  copyAnswer: string;
  copied: string;
  edit: string;
  editHelp: string;
  send: string;
  cancel: string;
  showLog: string;
  /** {0}: name of the picture, {1}: number of places */
  factPlaces: string;
  /** {0}: name of the picture */
  factPlace: string;
  factWhole: string;
  /** {0}: per cent */
  unsure: string;
  /** {0}: name of the one of several that is meant */
  meant: string;
  whichOne: string;
  // How an answer came about
  how: string;
  steps: string;
  value: string;
  confidence: string;
  lookedAt: string;
  /** {0}: name of the picture */
  onePlace: string;
  /** {0}: name of the picture */
  allOf: string;
  /** {0}, {1}: x and y in image pixels */
  clickAt: string;
  yes: string;
  no: string;
  // What the picture doesn't tell
  declined: string;
  whatCanBeAsked: string;
  cannotBeAsked: string;
  askable: Record<Asking, string>;
  // Pictures
  showFound: string;
  zoomIn: string;
  zoomOut: string;
  openLarge: string;
  notShown: string;
  gone: string;
  /** {0}: name */
  picture: string;
  foundHelp: string;
  makeComponent: string;
  // Parts of pictures
  askPart: string;
  askAboutThis: string;
  /** {0}: name of the picture */
  partOf: string;
  removePart: string;
  /** {0}: width, {1}: height, {2}: x, {3}: y in image pixels */
  regionDrawn: string;
  regionHelp: string;
  /** {0}: number of texts, {1}: number of elements */
  found: string;
  // What is known of a box
  close: string;
  copy: string;
  text: string;
  size: string;
  position: string;
  font: string;
  color: string;
  background: string;
  border: string;
  radius: string;
  shadow: string;
  state: string;
  /** {0}: width, {1}: height in CSS pixels */
  sizeValue: string;
  /** {0}: x, {1}: y in CSS pixels */
  positionValue: string;
  line: string;
  stateChecked: string;
  stateUnchecked: string;
  stateDisabled: string;
  stateSelected: string;
  // Names of what elements are
  classes: Record<string, string>;
  // Trouble; {0}: name
  notPicture: string;
  tooLarge: string;
  tooMany: string;
  unreadable: string;
  noEditorPicture: string;
  notKept: string;
  dismiss: string;
}

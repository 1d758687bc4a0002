/** Everything the chat's page says, in the editor's language. `{0}`, `{1}` stand for values. */
export interface ChatStrings {
  // Empty
  emptyTitle: string;
  emptyAttach: string;
  emptyAsk: string;
  emptyLocal: string;
  examples: string;
  example1: string;
  example2: string;
  example3: string;
  example4: string;
  // Composer
  ask: string;
  placeholder: string;
  placeholderMore: string;
  attachFile: string;
  attachEditor: string;
  dropHere: string;
  dropShift: string;
  attached: string;
  /** {0}: name */
  remove: string;
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

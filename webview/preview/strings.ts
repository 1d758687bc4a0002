/** Everything the preview says, in the editor's language. `{0}`, `{1}` stand for values. */
export interface PreviewStrings {
  // Pictures
  screenshot: string;
  rendering: string;
  view: string;
  sideBySide: string;
  slider: string;
  difference: string;
  sliderLabel: string;
  /** {0}: per cent of the pixels */
  differs: string;
  noRendering: string;
  zoomIn: string;
  zoomOut: string;
  zoomFit: string;
  splitter: string;
  picturesHelp: string;
  /** {0}: element, {1}: its text */
  selected: string;
  // Code
  code: string;
  files: string;
  picture: string;
  codeHelp: string;
  // Actions
  insert: string;
  save: string;
  copy: string;
  copyFile: string;
  target: string;
  region: string;
  retry: string;
  cancel: string;
  showLog: string;
  // Review
  review: string;
  halves: string;
  /** {0}: per cent */
  likeness: string;
  text: string;
  position: string;
  color: string;
  visual: string;
  /** {0} of {1} words */
  textMeaning: string;
  /** {0}, {1}: CSS pixels */
  positionMeaning: string;
  colorMeaning: string;
  visualMeaning: string;
  meanings: string;
  unchecked: string;
  doubts: string;
  doubtsHelp: string;
  noDoubts: string;
  /** {0}: per cent */
  confidence: string;
  /** {0}: what was read */
  readAs: string;
  selectionTexts: string;
  // Progress
  working: string;
  updating: string;
  stageDecode: string;
  stageDetect: string;
  stageRead: string;
  stageMeasure: string;
  stageLayout: string;
  stageGenerate: string;
  stageVerify: string;
  ready: string;
  // Trouble
  failed: string;
  cancelled: string;
  // Clipboard
  pasteTitle: string;
  pasteHelp: string;
  pasteButton: string;
  pasteNothing: string;
  dropHere: string;
  // Region
  regionTitle: string;
  regionHelp: string;
  regionUse: string;
  regionWhole: string;
  /** {0} x {1} at {2}, {3} */
  regionSize: string;
}

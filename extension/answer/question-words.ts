import { COLOR_WORDS, NOUNS, ORDINALS } from './lexicon.ts';

const WORDS =
  'what where which when who whose how many much number count list show read describe summarize explain find locate point tell give name names written says say shown there here this that these those have does with without from between under below above beneath underneath over beside next left right side top bottom middle center centre corner inside within first second third fourth fifth last largest biggest smallest widest tallest tiniest main primary secondary color colors background foreground border shadow radius rounded font fonts size sizes width height wide tall large small weight bold italic underlined family typeface pixel pixels hex contrast gap space spacing distance apart padding margin checked unchecked ticked unticked enabled disabled selected active highlighted empty blank filled open closed expanded collapsed required optional click press button buttons link links field fields input inputs checkbox checkboxes radio switch toggle slider dropdown select option options tab tabs badge icon icons image images picture pictures photo avatar navigation menu sidebar header footer toolbar chart table row rows column columns cell card cards dialog popup modal heading headings headline title titles subtitle label labels placeholder hint text paragraph sentence message messages error warning price prices cost total value amount date email phone address author dark light mode theme screen page screenshot picture items item entry entries category section area visible further higher lower apart follow comes come after before please thanks sorted between upper lower underlined navigation current primary background looking stands entered chosen differences difference compare changed different cheapest expensive average contrast spacing following previous paragraph highest lowest greatest least most fewest maximum minimum average sum unread read marked sorted cheapest expensive message'.split(
    ' ',
  );

/** The words that questions are made of. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set([
  ...WORDS,
  ...NOUNS.flatMap(([noun]) => noun.split(' ')),
  ...COLOR_WORDS,
  ...Object.keys(ORDINALS),
]);

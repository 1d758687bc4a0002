/** How people ask for the whole: what a screen is, all its text, what changed. */
import { rule } from './rule.ts';
import type { Rule } from './rule.ts';

const SCREEN =
  '(?:log ?in|sign ?in|sign ?up|registration|register|settings?|preferences|dashboard|analytics|pricing|prices|article|blog(?: post)?|news|checkout|cart|payment|error|404|not found|landing|home|profile|account|chat|messag\\w+|inbox|email|mail|table|list|form|contact|search|results|product|shop|store|calendar|documentation|docs|forum|gallery|admin|onboarding|forgot password|password reset|welcome|data)';

const ANOTHER = '(?:picture|first|second|other|before|previous|earlier)';

export const WHOLE: readonly Rule[] = [
  rule(
    () => ({ op: 'differences' }),
    '\\b(?:differences?|differs?|changed|different|changes(?= between))\\b(?=.*\\b(?:between|two|both|pictures?|screenshots?|images?|versions?|these|them|before|after|from)\\b|END)(?<!no different)',
    // Pictures that a question names by their places are `the picture` by now.
    `\\b(?:picture|first|second|other)\\b.*\\b(?:compared (?:with|to)|versus|vs|distinguish\\w*|deviat\\w*|not the same as|unlike)\\b.*\\b${ANOTHER}\\b`,
    `\\b(?:distinguish\\w*|deviat\\w*|modif\\w*|alter(?:ed|ations?)|edit(?:ed|s)?|new|gone|changes?)\\b.*\\bpicture\\b.*\\b${ANOTHER}\\b`,
    '^(?:compare|diff)\\b|\\bspot the difference|\\bwhat (?:has |have )?changed\\b|\\bwhat is (?:new|different|gone|missing|changed) (?:in|on) the (?:second|first|other|new)',
  ),
  rule(
    ({ match }) => ({ op: 'is-screen', what: match.groups!['a']! }),
    `^(?:is|are) (?:this|that|it|PICTURE|we looking at) (?:really |just |supposed to be )?(?:a|an|the|some kind of|some sort of) (?<a>${SCREEN})(?: (?:page|screen|form|view|site|app|panel|window|dialog|post))?END`,
    `^(?:does|do) PICTURE (?:look like|show|seem to be) (?:a|an|the) (?<a>${SCREEN}) (?:page|screen|form|view|site|dialog)END`,
  ),
  rule(
    () => ({ op: 'describe' }),
    '^(?:(?:what|who)(?: exactly)? (?:is|are)|what does) PICTURE(?: (?:about|for|show|showing|depict|all about|of|display|contain|look like|supposed to be))?END',
    '^(?:describe|summari[sz]e|summary|sum up|explain|overview|(?:give me |write )?(?:an? )?(?:short |brief |quick )*(?:overview|summary|description|summari[sz]ation)|tl;?dr|(?:give me |write )?(?:an? )?alt[ -]?text|caption this)\\b(?!.*\\b(?:say|read)\\b)',
    '^what (?:am i|are we) (?:looking at|seeing)|^what do you see|^what can (?:you|i|we) seeEND',
    '^what(?: all)? (?:is|are) (?:shown|happening|going on|visible|there|displayed|to see)?(?: (?:in|on) PICTURE)?END',
    '^(?:what|which) (?:kind|sort|type) of (?:\\w+ )?(?:screen|page|picture|image|app|form|ui|interface|site|website|thing|view|screenshot)\\b',
    '^what (?:screen|page|view|app|site|website) (?:is|am|are)\\b',
    '^in (?:a|one|two|few|short) (?:\\w+ )?(?:sentences?|words?|short)',
    '\\bwhat is (?:the )?(?:purpose|point|topic|subject|gist) of PICTURE',
  ),
  rule(
    () => ({ op: 'read-all' }),
    '^(?:read|transcribe|extract|copy|ocr|get|print|dump)(?: me| out)*(?: all)?(?: of)?(?: the| its)?(?: whole| full| entire| complete)? (?:text|texts|words|everything|it all|all|PICTURE)(?: (?:(?:in|on|from|of) PICTURE|that\\b.*|(?:you|is|see|shown)\\b.*))?END',
    '^(?:give|show|list)(?: me)?(?: all)?(?: of)?(?: the| its)?(?: whole| full| entire| complete)? (?:text|texts|words|everything)(?: (?:in|on|from|of) PICTURE)?END',
    '^(?:what|which) (?:all )?(?:text|words) (?:is|are)(?: (?:there|shown|written|visible|displayed))?(?: (?:in|on))?(?: PICTURE)?END',
    '^what (?:does|do) PICTURE sayEND',
    '^what (?:is|are)(?: the| all)? (?:written|text)(?: (?:in|on) PICTURE)?END',
  ),
];

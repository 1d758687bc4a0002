/** What no picture of an interface tells. */
import type { Program } from '../program.ts';
import { rule } from './rule.ts';
import type { Rule } from './rule.ts';

const untold = (): Program => ({ op: 'decline', why: 'untold' });

export const UNTOLD: readonly Rule[] = [
  rule(
    untold,
    // Reasons.
    '^why\\b|\\bwhy (?:is|are|does|do|did|was|were|should|would|can)\\b|\\bhow come\\b|^what for\\b|\\b(?:reason|purpose) (?:for|of|behind) (?!PICTURE)|\\btrying to (?:achieve|do|say|sell)\\b',
    // What would happen.
    '\\bwhat (?:happens|will happen|would happen|happened|comes up|opens|appears|changes)\\b(?=.*\\b(?:if|when|after|once|i|you)\\b)',
    '\\b(?:if|when|after|once) (?:i|you|we) (?:click|press|tap|submit|push|hit|select|choose|open|hover|type|enter)\\b',
    '\\bwhat (?:does|do|would|will) (?!PICTUREEND).* doEND',
    '\\bwhere (?:will|would|do|does) .*\\b(?:take|lead|leads|bring|land|redirect|point|send|forward)\\b(?: (?:me|you|us|to))*END|\\bwhere (?:will|would|does|do) (?:the |this |that )?.*\\b(?:button|link|icon|tab)\\b.* goEND',
    '\\b(?:land on|leads? to|links? to|redirects? to)\\b.*\\b(?:click|press)|\\bwhat page (?:do|will|would) (?:i|you)\\b',
    // Who made it, and with what.
    '\\bwho (?:founded|designed|made|built|invented|developed|programmed|owns|owned|runs|coded|took|hosts|created (?:this|the) (?:page|site|app|design|screenshot))\\b',
    '\\b(?:what|which) (?:\\w+ )?(?:language|framework|library|css framework|technology|tech stack|stack|tool|cms|backend|database|server)\\b.*\\b(?:built|written|made|coded|used|uses?|in|with|runs?)\\b|\\b(?:source code|tech stack)\\b|\\bbuilt with\\b|\\burl of (?:PICTURE)',
    '\\b(?:screenshot|picture|photo|image|photograph) (?:was )?(?:taken|made|shot|captured)\\b|\\bwhen was PICTURE (?:taken|made|created|built|launched|captured)\\b',
    // What others think and do.
    '\\b(?:what do you think|do you (?:like|think|recommend)|should (?:i|we|the company|they) (?:do|buy|choose|use|take|pick|trust)|what should|would you|is it (?:safe|worth|true|secure|legal|free to)|any good|worth (?:it|the)|recommend(?:ed)? (?:for me|to)|trustworthy|reliable|legit|how good|how popular|usability|user[- ]friendly)\\b',
    '\\b(?:do|does|did|will|would) (?:users|people|customers|visitors|anyone|everyone|the (?:users|customers|author|company|owner))\\b|\\bhow many (?:people|users|visitors|customers|companies) (?:visit|use|like|live|work|bought|buy|are using|have (?:bought|visited|seen))\\b',
    // What was, and what will be.
    '\\b(?:will|going to|gonna) (?:\\w+ ){0,4}(?:be|go|rise|fall|grow|increase|happen|change|win|look|reach)\\b|\\b(?:predict|prediction|forecast|tomorrow|next (?:month|year|week)|last (?:month|year|week)|the (?:month|year|week|day) before|in (?:five|ten|\\d+) years|used to look|look(?:ed)? like (?:before|last))\\b(?!.*\\b(?:say|show|button|tab|link|column|row|card)\\b)',
    '\\b(?:take to load|load(?:ing)? time|how fast (?:is|does)|page speed)\\b',
    // The world.
    '\\b(?:meaning of|what does .+ mean|stand for|capital of|weather|how old is|who won|who is the (?:ceo|president|king|queen|founder|owner)|stock price|population|how tall is (?:mount|the eiffel)|how do i (?:cook|bake))\\b|\\bwhat is \\d+ (?:times|plus|minus|divided by|[-+*/x]) \\d+',
    '\\b(?:which|what) (?:\\w+ )?(?:is|are) (?:the )?(?:best|better|worst|nicest|prettiest|most useful|most beautiful)\\b',
    // What a picture within it shows.
    '\\b(?:person|people|man|woman|animal|dog|cat|bird|object|car|building|place|city|landscape|flower|plant|food)s?\\b.* (?:in|on) (?:the |this )?(?:photo|photograph|picture|image|illustration|avatar)\\b',
    '\\bwho is (?:in|on|shown in|pictured|depicted)\\b|\\b(?:smiling|wearing|holding|standing in front|looking at the camera)\\b|\\bwhat (?:is|does) (?:shown|depicted|pictured|visible|seen)? ?(?:in|on) the (?:photo|photograph|illustration|painting|artwork)\\b|\\bwhat does the (?:photo|photograph|illustration|painting|artwork|drawing) (?:show|depict|display)\\b|\\bwhere was the (?:photo|picture)\\b',
    // What is hidden.
    '\\b(?:what|which) (?:is|was|are) (?:the |my |his |her |their |your |user )*[“"]?(?:password|pin|passcode|secret)[”"]?(?: (?:in|that|of|for)\\b.*)?END|\\b(?:what|which) [“"]?password[”"]? (?:was|is|did|has|have)\\b|\\b(?:tell|give|show|read) me (?:the|my) passwordEND',
    '\\b(?:what|which) (?:other |else |more )?(?:options?|choices|values|entries)\\b.* (?:choose|pick|select|available|in|inside|offered)\\b.*\\b(?:in|from|inside|dropdown|select|list box|menu)\\b(?=.*(?:dropdown|select|combo|choose|pick))|\\bwhat else is in the .* (?:dropdown|select|menu|combo ?box)\\b|(?<!\\bwhere\\b.*)\\bhidden\\b',
  ),
];

/** What people call the things that interfaces are for: `make an account` is what a button calls `Sign up`. */

import { stem } from './stem.ts';

/** Ways to say one thing, the usual one first. In plain wording. */
const CONCEPTS: readonly (readonly string[])[] = [
  ['sign up', 'register', 'registration', 'create account', 'make account', 'new account', 'open account', 'get account', 'have no account', 'not have account', 'no account yet', 'join', 'enroll', 'enrol', 'get started'],
  ['log in', 'login', 'sign in', 'signin', 'log on', 'logon', 'log into', 'sign into', 'log into account', 'sign into account', 'log in to account', 'sign in to account', 'log in account', 'already have account', 'have account'],
  ['log out', 'logout', 'sign out', 'signout', 'log off'],
  ['forgot password', 'forgotten password', 'lost password', 'reset password', 'recover password', 'remember password', 'can not remember', 'forgot account', 'remember account', 'forgot'],
  ['confirm password', 'repeat password', 'password again', 'retype password', 'verify password'],
  ['remember me', 'keep me signed in', 'stay signed in', 'keep me logged in', 'stay logged in'],
  ['search', 'magnifying glass', 'magnifier', 'look up', 'search for', 'lookup'],
  ['settings', 'preferences', 'configuration', 'configure', 'gear', 'cog', 'cogwheel', 'options'],
  ['delete', 'remove', 'trash', 'bin', 'erase', 'discard', 'get rid', 'throw away'],
  ['edit', 'change', 'modify', 'update', 'pencil', 'rename'],
  ['add', 'create', 'new', 'plus', 'insert', 'make'],
  ['save', 'store changes', 'keep changes', 'apply', 'save changes'],
  ['cancel', 'abort', 'never mind', 'back out', 'call off'],
  ['close', 'dismiss', 'cross'],
  ['submit', 'send', 'post', 'hand in'],
  ['buy', 'purchase', 'order', 'checkout', 'check out', 'pay', 'place order', 'subscribe', 'upgrade', 'choose', 'get'],
  ['cart', 'basket', 'shopping bag', 'trolley'],
  ['download', 'get file', 'export', 'save as'],
  ['upload', 'import', 'attach', 'attachment'],
  ['help', 'support', 'faq', 'question mark', 'assistance'],
  ['contact', 'contact us', 'get in touch', 'reach', 'write to', 'contact support', 'contact sales', 'talk to sales'],
  ['home', 'homepage', 'home page', 'start page', 'house'],
  ['menu', 'hamburger', 'burger', 'hamburger menu', 'three lines'],
  ['more', 'three dots', 'kebab', 'ellipsis', 'overflow', 'dots menu'],
  ['notifications', 'alerts', 'bell', 'notification bell'],
  ['messages', 'inbox', 'envelope', 'mail', 'mails'],
  ['profile', 'my account', 'user menu', 'account', 'user'],
  ['next', 'continue', 'proceed', 'go on', 'move on', 'forward'],
  ['back', 'previous', 'go back', 'return', 'prev'],
  ['read more', 'learn more', 'more information', 'more info', 'find out more', 'details', 'see more', 'more details'],
  ['newsletter', 'mailing list'],
  ['collapse', 'hide', 'fold', 'minimize'],
  ['expand', 'unfold', 'maximize'],
  ['view all', 'see all', 'show all', 'all'],
  ['last name', 'surname', 'family name'],
  ['first name', 'given name', 'forename'],
  ['name', 'full name', 'your name'],
  ['phone', 'telephone', 'mobile', 'phone number', 'tel', 'cell'],
  ['email', 'email address', 'mail address'],
  ['zip', 'zip code', 'postal code', 'postcode'],
  ['price', 'cost', 'costs', 'fee', 'charge', 'how much'],
  ['privacy', 'privacy policy', 'data protection'],
  ['terms', 'terms and conditions', 'terms of service', 'terms of use', 'tos'],
  ['love', 'like', 'heart', 'favorite', 'favourite', 'bookmark', 'wishlist', 'wish list', 'star'],
  ['watch', 'play', 'start video'],
  ['visit', 'plan your visit', 'plan a visit', 'come by'],
  ['preview', 'see preview', 'preview it'],
  ['single sign on', 'sso', 'single signon'],
  ['monthly', 'per month', 'month', 'a month', 'each month'],
  ['yearly', 'annual', 'annually', 'per year', 'this year', 'a year', 'year'],
  ['copyright', 'rights reserved'],
  ['published', 'posted', 'publication date', 'date of publication'],
  ['author', 'written by', 'wrote', 'writer', 'posted by', 'by'],
  ['updated', 'last updated', 'last update', 'modified', 'last modified', 'last changed'],
  ['expires', 'expiry', 'expiration', 'expiry date', 'valid until'],
  ['website', 'web site', 'site', 'homepage', 'url'],
  ['comment', 'comments', 'reply', 'leave comment'],
  ['unsubscribe', 'opt out'],
  ['share', 'forward to', 'send to friend'],
  ['sales', 'sold'],
  ['users', 'members', 'people'],
  ['quantity', 'qty', 'how many'],
  ['vacancy', 'job', 'position', 'opening'],
]; // prettier-ignore

/** Each way to say a concept, as its words, the longest first, with the concept's number. */
const PHRASES = CONCEPTS.flatMap((ways, concept) =>
  ways.map((way) => ({ words: way.split(' ').map(stem), concept })),
).sort((a, b) => b.words.length - a.words.length);

/** All words that occur in concepts. */
export const CONCEPT_WORDS: ReadonlySet<string> = new Set(CONCEPTS.flat().flatMap((way) => way.split(' ')));

/** Words that stand within a phrase without changing it: `create an account`, `remember my password`. */
const WITHIN = new Set(['a', 'an', 'the', 'my', 'your', 'our', 'new', 'free', 'to', 'me', 'it', 'this', 'one', 'of']);

/** Words (their stems) with each concept in them in the place of its words, as `§3`; words in no concept stay. */
export function conceptsIn(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = PHRASES.map(({ words: way, concept }) => ({ end: matchEnd(words, at, way), concept })).find(
      ({ end }) => end > at,
    );
    out.push(found ? `§${found.concept}` : words[at]!);
    at = found?.end ?? at + 1;
  }
  return out;
}

/** Where a phrase that begins at `at` ends; `at` where it doesn't. */
function matchEnd(words: readonly string[], at: number, phrase: readonly string[]): number {
  let next = at;
  for (const [i, word] of phrase.entries()) {
    while (i > 0 && next < words.length && words[next] !== word && WITHIN.has(words[next]!)) next++;
    if (words[next] !== word) return at;
    next++;
  }
  return next;
}

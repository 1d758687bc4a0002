import type { Kind } from '../question.ts';
import { boxOf } from './ask.ts';
import type { Asker } from './ask.ts';

const KIND_OF: Record<string, Kind> = {
  'read price': 'reading',
  'read price of product': 'reading',
  'read number': 'reading',
  'which has badge': 'reading',
  'find cart button': 'finding',
  'count unread': 'counting',
  'count messages': 'counting',
  'count status': 'counting',
};

/** What a page tells of itself beside its elements' roles and values. */
export const told: Asker = ({ facts }) =>
  facts.told.map(({ id, slots, expect, also }) => ({
    kind: KIND_OF[id] ?? 'tables and forms',
    id,
    slots,
    expect: 'at' in expect ? { box: boxOf(expect.at) } : expect,
    ...(also && { also }),
  }));

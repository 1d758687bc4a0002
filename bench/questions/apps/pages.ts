import type { Random } from '../random.ts';
import { button, choice, field, framed, money, table } from './parts.ts';
import type { AppPage, Drawing, Told } from './parts.ts';

/** Kinds of pages that applications have, each drawn by chance. */
export const APP_PAGES: Record<string, (drawing: Drawing) => AppPage> = {
  pricing,
  inbox,
  settings,
  months,
  orders,
  checkout,
  shop,
  profile,
  signIn,
};

function pricing(d: Drawing): AppPage {
  const { random, words } = d;
  const prices = [0, 12 + random.below(9), 40 + random.below(50)];
  const features = random.shuffled(words.features).slice(0, 4);
  const popular = 1 + random.below(2);
  const cards = words.plans.map(
    (plan, i) =>
      `<div class="card" data-class="card"><div class="row"><h3>${plan}</h3>${i === popular ? '<span class="badge" data-class="badge">Most popular</span>' : ''}</div><p><span class="big">$${prices[i]}</span> <span class="muted">per month</span></p><p class="muted small">For ${['people who start', 'small teams', 'whole companies'][i]}</p>${button(['Start free', 'Try it', 'Talk to sales'][i]!, i === popular ? 'primary' : '')}</div>`,
  );
  const has = features.map((_, i) => [i === 3, i < 3 && i !== 2, i !== 3 || random.chance(0.5)]);
  const rows = features.map((feature, i) => [feature, ...has[i]!.map((yes) => (yes ? 'Yes' : 'No'))]);
  const told = features.flatMap((feature, i): Told[] => {
    const plans = words.plans.filter((_, k) => has[i]![k]);
    return plans.length === 1 ? [{ id: 'which plan has', slots: { feature }, expect: { text: plans[0]! } }] : [];
  });
  told.push(
    { id: 'cheapest', slots: {}, expect: { text: words.plans[0]! } },
    { id: 'most expensive', slots: {}, expect: { text: words.plans[2]! } },
  );
  words.plans.forEach((name, i) =>
    told.push({
      id: 'read price',
      slots: { name },
      expect: { text: `$${prices[i]}` },
      also: [`$${prices[i]} per month`],
    }),
  );
  told.push({ id: 'which has badge', slots: { badge: 'Most popular' }, expect: { text: words.plans[popular]! } });
  return {
    body: framed(
      d,
      `<h1>Choose a plan</h1><div class="grid c3">${cards.join('')}</div><h2>What is in it</h2>${table(['Feature', ...words.plans], rows)}`,
    ),
    told,
  };
}

function inbox(d: Drawing): AppPage {
  const { random, words } = d;
  const people = random.shuffled(words.people).slice(0, 5 + random.below(3));
  const subjects = random.shuffled(words.subjects);
  const unread = people.map(() => random.chance(0.4));
  const rows = people.map(
    (name, i) =>
      `<div class="row mail" style="padding:10px 4px;border-bottom:1px solid #8884"><input type="checkbox" ${random.chance(0.3) ? 'checked' : ''}><span class="dot ${unread[i] ? '' : 'none'}"></span><span style="width:170px" class="${unread[i] ? 'strong' : ''}">${name}</span><span class="subject ${unread[i] ? 'strong' : ''}">${subjects[i]}</span><span class="muted small end">${8 + i}:${10 + random.below(49)}</span></div>`,
  );
  const told: Told[] = people.flatMap((name, i): Told[] => [
    { id: 'subject from', slots: { name }, expect: { text: subjects[i]! } },
    { id: 'who wrote', slots: { subject: subjects[i]! }, expect: { text: name } },
  ]);
  const count = unread.filter(Boolean).length;
  if (count) told.push({ id: 'count unread', slots: {}, expect: { number: count } });
  told.push({ id: 'count messages', slots: {}, expect: { number: people.length } });
  const main = `<div class="row between" style="margin-bottom:14px"><h1 style="margin:0">Inbox</h1>${button('Compose', 'primary')}</div><div class="row" style="margin-bottom:12px">${button('Archive')}${button('Mark as read')}${button('Delete')}</div><div class="card" data-class="card">${rows.join('')}</div>`;
  return { body: framed(d, main, true), told };
}

function settings(d: Drawing): AppPage {
  const { random, words } = d;
  const tabs = random.shuffled(['General', 'Security', 'Billing', 'Members']).slice(0, 3);
  const current = random.below(3);
  const on = words.settings.map(() => random.chance(0.5));
  const rows = words.settings
    .slice(0, 4 + random.below(3))
    .map(
      (name, i) =>
        `<div class="pair"><span>${name}</span><span class="switch" role="switch" aria-checked="${on[i]}"></span></div>`,
    );
  const name = random.pick(words.people);
  const main = `<h1>Settings</h1><div class="tabs" role="tablist">${tabs.map((tab, i) => `<a href="#" role="tab" aria-selected="${i === current}">${tab}</a>`).join('')}</div><div class="grid c2"><div class="card" data-class="card"><h2>Account</h2>${field('Full name', name)}${field('Email address', random.chance(0.5) ? `${name.split(' ')[0]!.toLowerCase()}@example.com` : '')}${field('Phone', '', 'placeholder="Optional"')}<label class="field"><span>Language</span><select class="text"><option>${random.pick(['English', 'Deutsch', 'Français'])}</option></select></label></div><div class="card" data-class="card"><h2>Options</h2>${rows.join('')}</div></div><div class="row">${button('Save changes', 'primary', random.chance(0.5) ? 'disabled' : '')}${button('Cancel')}</div>`;
  return { body: framed(d, main), told: [] };
}

function months(d: Drawing): AppPage {
  const { random, words } = d;
  const amounts = words.months.map(() => [
    random.below(90000) + 10000,
    random.below(9000) + 1000,
    random.below(50000) + 5000,
  ]);
  const sorted = random.below(3);
  const rows = words.months.map((month, i) => [month, ...amounts[i]!.map((cents) => money(cents))]);
  const heads = [
    'Month',
    ...words.measures.map((name, i) =>
      i === sorted
        ? `${name} <svg data-class="icon" width="10" height="10" viewBox="0 0 10 10"><path d="M0 2h10L5 9z" fill="currentColor"/></svg>`
        : name,
    ),
  ];
  const order = words.months.map((_, i) => i).sort((a, b) => amounts[b]![sorted]! - amounts[a]![sorted]!);
  const totals = words.measures.map((_, k) => money(amounts.reduce((sum, row) => sum + row[k]!, 0)));
  const told: Told[] = words.months.flatMap((row, i): Told[] =>
    words.measures.map((column, k) => ({ id: 'cell', slots: { row, column }, expect: { text: rows[i]![k + 1]! } })),
  );
  words.measures.forEach((column, k) => {
    told.push({ id: 'total of', slots: { column }, expect: { text: totals[k]! } });
    const best = amounts.reduce((top, row, i) => (row[k]! > amounts[top]![k]! ? i : top), 0);
    told.push({ id: 'highest', slots: { column }, expect: { text: words.months[best]! } });
  });
  told.push({ id: 'sorted column', slots: {}, expect: { text: words.measures[sorted]! } });
  const main = `<div class="row between"><h1>${random.pick(['Half-year report', 'Monthly figures', 'Cash flow'])}</h1>${button('Export')}</div>${table(
    heads,
    order.map((i) => rows[i]!),
    ['Total', ...totals],
  )}`;
  return { body: framed(d, main), told };
}

function orders(d: Drawing): AppPage {
  const { random, words } = d;
  const people = random.shuffled(words.people).slice(0, 5);
  const status = people.map(() => random.pick(words.statuses));
  const amounts = people.map(() => money(random.below(50000) + 900, '€'));
  const rows = people.map((name, i) => [
    `#${1040 + i * 7}`,
    name,
    `<span class="badge dim" data-class="badge">${status[i]}</span>`,
    amounts[i]!,
  ]);
  const figures = [['Orders today', String(20 + random.below(70))], ['New customers', String(3 + random.below(15))], ['Average value', money(random.below(9000) + 2000, '€')], ['Refunds', String(random.below(6))]]; // prettier-ignore
  const told: Told[] = people.flatMap((row, i): Told[] => [
    { id: 'status of', slots: { name: row }, expect: { text: status[i]! } },
    { id: 'cell', slots: { row, column: 'Amount' }, expect: { text: amounts[i]! } },
  ]);
  for (const state of words.statuses) {
    const of = people.filter((_, i) => status[i] === state);
    told.push({ id: 'count status', slots: { status: state }, expect: { number: of.length } });
    if (of.length) told.push({ id: 'which are', slots: { status: state }, expect: { texts: of } });
  }
  for (const [name, text] of figures) told.push({ id: 'read number', slots: { name: name! }, expect: { text: text! } });
  const alert = random.chance(0.5) ? `<div class="alert" role="alert">${random.pick(words.alerts)}</div>` : '';
  const bars = [30, 70, 45, 90, 60, 80].map(
    (h, i) => `<rect x="${20 + i * 90}" y="${150 - h * 1.4}" width="50" height="${h * 1.4}" fill="#8aa4d6"/>`,
  );
  const main = `${alert}<h1>Overview</h1><div class="grid c4">${figures.map(([label, value]) => `<div class="card" data-class="card"><div class="muted small">${label}</div><div class="big">${value}</div></div>`).join('')}</div><div class="card" data-class="card" style="margin-bottom:24px"><h2>Sales by week</h2><svg data-class="chart" width="560" height="160" viewBox="0 0 560 160">${bars.join('')}</svg></div><h2>Latest orders</h2>${table(['Order', 'Customer', 'Status', 'Amount'], rows)}`;
  return { body: framed(d, main, random.chance(0.5)), told };
}

function checkout(d: Drawing): AppPage {
  const { random, words } = d;
  const way = random.below(3);
  const ways = ['Standard delivery', 'Express delivery', 'Pick up in store'];
  const [sum, shipping] = [random.below(20000) + 2000, [490, 990, 0][way]!];
  const filled = (value: string) => (random.chance(0.6) ? value : '');
  const form = `${field('Name', filled(random.pick(words.people)))}${field('Street', filled(random.pick(words.streets)))}<div class="grid c2" style="margin:0">${field('Postcode', filled(String(10000 + random.below(80000))))}${field('City', filled(random.pick(words.cities)))}</div><h2>Delivery</h2>${ways.map((label, i) => choice('radio', label, i === way)).join('')}${choice('checkbox', 'Send as a gift', random.chance(0.5))}${choice('checkbox', 'I accept the terms', random.chance(0.5))}`;
  const pairs = [
    ['Subtotal', money(sum)],
    ['Shipping', money(shipping)],
    ['Total', money(sum + shipping)],
  ];
  const main = `<h1>Checkout</h1><div class="grid c2"><div>${form}</div><div class="card" data-class="card"><h2>Your order</h2>${pairs.map(([a, b]) => `<div class="pair"><span>${a}</span><span>${b}</span></div>`).join('')}<div style="margin-top:16px">${button('Place order', 'primary')}</div></div></div>`;
  return { body: framed(d, main), told: [] };
}

function shop(d: Drawing): AppPage {
  const { random, words } = d;
  const products = random.shuffled(words.products);
  const prices = products.map(() => money(random.below(9000) + 500));
  const gone = random.below(products.length);
  const cards = products.map(
    (name, i) =>
      `<div class="card" data-class="card" id="p${i}">${photo(random)}<h3>${name}</h3><p>${prices[i]}${i === gone ? ' <span class="badge dim" data-class="badge">Sold out</span>' : ''}</p>${button('Add to cart', 'primary', i === gone ? 'disabled' : '')}</div>`,
  );
  const told: Told[] = products.flatMap((name, i): Told[] => [
    { id: 'read price of product', slots: { name }, expect: { text: prices[i]! } },
    { id: 'find cart button', slots: { name }, expect: { at: `#p${i} button` } },
  ]);
  told.push({ id: 'which has badge', slots: { badge: 'Sold out' }, expect: { text: products[gone]! } });
  return { body: framed(d, `<h1>New arrivals</h1><div class="grid c3">${cards.join('')}</div>`, true), told };
}

/** A picture that is plainly one: hills under a sun. */
function photo(random: Random): string {
  const hue = random.below(360);
  return `<svg data-class="image" width="100%" height="110" viewBox="0 0 300 110" preserveAspectRatio="none" style="display:block;margin-bottom:12px"><rect width="300" height="110" fill="hsl(${hue} 60% 82%)"/><circle cx="${40 + random.below(220)}" cy="30" r="16" fill="hsl(${(hue + 40) % 360} 80% 65%)"/><path d="M0 110L70 45 130 90 200 35 300 110z" fill="hsl(${(hue + 160) % 360} 35% 40%)"/></svg>`;
}

function profile(d: Drawing): AppPage {
  const { random, words } = d;
  const name = random.pick(words.people);
  const initials = name.replace(/[^A-Z]/g, '');
  const pairs = [['Role', random.pick(['Designer', 'Engineer', 'Accountant'])], ['Office', random.pick(words.cities)], ['Extension', String(100 + random.below(900))], ['Employee since', String(2009 + random.below(14))], ['Manager', random.pick(words.people.filter((other) => other !== name))]]; // prettier-ignore
  const told = pairs.map(([label, text]): Told => ({
    id: 'value of label',
    slots: { name: label! },
    expect: { text: text! },
  }));
  const skills = ['Planning', 'Research', 'Writing', 'Workshops'].slice(0, 2 + random.below(3));
  const main = `<div class="row" style="margin-bottom:20px"><span class="face" data-class="avatar">${initials}</span><h1 style="margin:0">${name}</h1><span class="end"></span>${button('Edit profile')}${button('Send message', 'primary')}</div><div class="card" data-class="card"><h2>Details</h2><dl>${pairs.map(([a, b]) => `<dt>${a}</dt><dd>${b}</dd>`).join('')}</dl></div><h2 style="margin-top:24px">Skills</h2><ul>${skills.map((skill) => `<li>${skill}</li>`).join('')}</ul>`;
  return { body: framed(d, main), told };
}

function signIn(d: Drawing): AppPage {
  const { random, words } = d;
  const brand = random.pick(words.brands);
  const card = `<div class="card" data-class="card" style="width:380px;margin:60px auto"><h1>${random.pick([`Sign in to ${brand}`, 'Welcome back'])}</h1>${field('Email', random.chance(0.4) ? 'sam@example.com' : '', 'placeholder="you@example.com"')}<label class="field"><span>Password</span><input class="text" type="password" value="${random.chance(0.5) ? 'secret12' : ''}"></label>${choice('checkbox', 'Keep me signed in', random.chance(0.5))}<div class="row between">${button('Sign in', 'primary')}<a href="#">Forgot password?</a></div></div><p style="text-align:center">New here? <a href="#">Create an account</a></p>`;
  return { body: `<div style="padding:20px;min-height:640px">${card}</div>`, told: [] };
}

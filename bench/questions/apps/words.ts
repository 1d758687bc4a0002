import type { SetName } from '../sets.ts';

/** What applications speak of: one set's words are never in the other's. */
export interface AppWords {
  brands: string[];
  people: string[];
  pages: string[];
  plans: string[];
  features: string[];
  products: string[];
  subjects: string[];
  settings: string[];
  months: string[];
  measures: string[];
  statuses: string[];
  streets: string[];
  cities: string[];
  alerts: string[];
}

export const APP_WORDS: Record<SetName, AppWords> = {
  building: {
    brands: ['Northwind', 'Tidewell', 'Brightside'],
    people: ['Alice Moreau', 'Ben Carter', 'Chloe Fischer', 'Daniel Okafor', 'Elena Rossi', 'Felix Braun', 'Grace Lin', 'Hugo Silva'],
    pages: ['Home', 'Projects', 'Team', 'Reports', 'Calendar', 'Messages', 'Files'],
    plans: ['Basic', 'Pro', 'Business'],
    features: ['SSO', 'Priority support', 'Audit log', 'Custom domain', 'API access', 'Unlimited projects'],
    products: ['Desk lamp', 'Oak chair', 'Wool blanket', 'Ceramic mug', 'Wall clock', 'Floor mat'],
    subjects: ['Lunch on Friday', 'Invoice 2043', 'New office keys', 'Minutes of the meeting', 'Welcome aboard', 'Holiday plan', 'Server maintenance', 'Photos from the trip'],
    settings: ['Email notifications', 'Dark mode', 'Two-factor login', 'Weekly summary', 'Public profile', 'Automatic backup'],
    months: ['January', 'February', 'March', 'April', 'May', 'June'],
    measures: ['Revenue', 'Costs', 'Profit'],
    statuses: ['Paid', 'Open', 'Overdue'],
    streets: ['12 Mill Lane', '48 Station Road', '7 Queen Street'],
    cities: ['Leeds', 'Porto', 'Ghent'],
    alerts: ['Your trial ends in 3 days.', 'The last payment failed.', 'Two files could not be uploaded.'],
  },
  measuring: {
    brands: ['Quillmark', 'Fernhollow', 'Saltbox'],
    people: ['Ingrid Halvorsen', 'Jamal Whitaker', 'Keiko Tanabe', 'Lukas Novotny', 'Marisol Vega', 'Nadia Haddad', 'Oliver Penrose', 'Priya Raman'],
    pages: ['Dashboard', 'Orders', 'Customers', 'Inventory', 'Discounts', 'Payouts', 'Preferences'],
    plans: ['Hobby', 'Growth', 'Scale'],
    features: ['Single sign-on', 'Phone support', 'Version history', 'White label', 'Webhooks', 'Guest access'],
    products: ['Canvas tote', 'Linen shirt', 'Trail bottle', 'Pine candle', 'Leather wallet', 'Felt slippers'],
    subjects: ['Contract renewal', 'Flight to Oslo', 'Broken printer', 'Interview on Tuesday', 'Budget draft', 'Parking permits', 'Team dinner', 'Password expiry notice'],
    settings: ['Push alerts', 'Compact layout', 'Login by passkey', 'Monthly digest', 'Show online status', 'Offline access'],
    months: ['July', 'August', 'September', 'October', 'November', 'December'],
    measures: ['Income', 'Expenses', 'Balance'],
    statuses: ['Shipped', 'Pending', 'Returned'],
    streets: ['3 Harbour View', '91 Elm Crescent', '26 Abbey Close'],
    cities: ['Bergen', 'Turin', 'Lyon'],
    alerts: ['Your card expires next month.', 'Three orders are waiting for you.', 'The import stopped at row 87.'],
  },
}; // prettier-ignore

/** A share as per cent with one decimal, never rounded up to a full hundred. */
export const percent = (share: number): string => (Math.floor(share * 1000) / 10).toFixed(1);

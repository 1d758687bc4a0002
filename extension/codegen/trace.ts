/** An icon as a path: `d` in a `width` x `height` view box, to be filled even-odd. */
export interface TracedIcon {
  path: string;
  width: number;
  height: number;
}

/** What is handed down the walk. */
import type { BoxNode, Design } from '../layout/design.ts';
import type { Box } from '../vision/scene.ts';
import type { Inherited } from './look.ts';
import type { TracedIcon } from './trace.ts';

/** A picture to be cut from the screenshot: `crop` is in image pixels. */
export interface Asset {
  /** Relative to the output folder: `assets/logo.png`. */
  path: string;
  crop: Box;
}

/** What the walk knows at a place in the tree. */
export interface Place {
  inherited: Inherited;
  parent: BoxNode | undefined;
  scope: string;
  inNav: boolean;
  /** Within a link or button, where no other may stand. */
  interactive: boolean;
  /** Name of the repeated thing that the node is an instance of. */
  instance?: string;
  /** CSS px that the parent's content box is wide. */
  room: number;
}

export interface Walk {
  design: Design;
  tags: Map<string, string>;
  icons: ReadonlyMap<string, TracedIcon>;
  /** DOM ids, by control node. */
  controlIds: Map<string, string>;
  /** Controls that a label names. */
  labelled: Set<string>;
  takenNames: Set<string>;
  assets: Asset[];
  landmarks: Map<string, number>;
  /** CSS px, by cell: widths of a table's columns, on the cells of its first row. */
  cellWidths: Map<string, number>;
  /** What a cell's column is called, by the cell and by the only text in it. */
  columnNames: Map<string, string>;
}

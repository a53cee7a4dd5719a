/** Something that can be found. */
export interface Found {
  readonly kind: string;
  readonly title: string;
  /** What it says, in a line or two. */
  readonly text: string;
  /** Without the base path. */
  readonly href: string;
  /** Other words it is looked for by. */
  readonly also?: string;
  /** Other names of it: whoever looks for one of them means this. */
  readonly names?: readonly string[];
}

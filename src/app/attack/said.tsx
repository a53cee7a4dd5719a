import { Children, cloneElement, isValidElement, type ReactNode } from "react";
import type { Say } from "../../flow/as-user.ts";

/** The same content with every text in it told by `say`; a line break in it is a space. */
export function said(content: ReactNode, say: Say): ReactNode {
  return Children.map(content, (child) => {
    if (typeof child === "string") return say(child.replaceAll(/\s+/gu, " "));
    if (!isValidElement<{ children?: ReactNode }>(child)) return child;
    const { children } = child.props;
    return children === undefined ? child : cloneElement(child, {}, said(children, say));
  });
}

import { ArrowUpRight } from "lucide-react";
import { Link } from "wouter";
import { COLUMN, type SideProps } from "./props.ts";
import type { SideId } from "./stages.ts";

interface Props extends Pick<SideProps, "title" | "forWhom" | "href"> {
  readonly side: SideId;
}

/** Who this side is for, and where it can be walked alone. */
export function SideIntro({ side, title, forWhom, href }: Props) {
  return (
    <p className={`px-4 pt-1 text-[0.9375rem] leading-6 text-quiet ${COLUMN[side]}`}>
      {forWhom}{" "}
      <Link
        href={href}
        className="inline-flex items-center gap-1 text-accent underline underline-offset-4"
      >
        Walk it alone<span className="sr-only">: {title}</span>
        <ArrowUpRight size={14} aria-hidden />
      </Link>
    </p>
  );
}

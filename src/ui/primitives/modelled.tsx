/** What one origin cannot do and the page computes, in the words used everywhere. */
export function Modelled({ text }: { readonly text: string }) {
  return (
    <span className="mt-1 block text-[0.8125rem] leading-5 font-normal text-quiet">
      <span className="rounded border border-line px-1 font-medium">modelled</span> {text}
    </span>
  );
}

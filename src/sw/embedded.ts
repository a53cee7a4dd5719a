/** Whether an address asks for a stepper alone, to stand in a frame of another site: `…/flows/<grant>?embed`. */
export function isEmbedded({ pathname, searchParams }: URL): boolean {
  return /\/flows\/[^/]+\/?$/u.test(pathname) && searchParams.has("embed");
}

